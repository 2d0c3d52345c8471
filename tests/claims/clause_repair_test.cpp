#include "claims/repair/repairs.h"

#include "claims/parsed.h"
#include "claims/repaired.h"

using namespace newsgraph;
using newsgraph::testing::check;
using newsgraph::testing::Parsed;

TEST_CASE("a participle goes on the participle before it") {
  check(repair_clauses,
        "They/PRP/nsubj/2 jailed=jail/VBD/root/0 him=he/PRP/obj/2 over/IN/case/5 "
        "posts=post/NNS/obl/2 insulting=insult/VBG/acl/5 Mara/NNP/obj/6 and/CC/cc/9 "
        "mocking=mock/VBG/conj/2 Vega/NNP/obj/9",
        "mocking//insulting");
}

TEST_CASE("a finite verb goes on the finite verb, not on a noun") {
  check(repair_clauses,
        "Peru/NNP/nsubj/2 asked=ask/VBD/root/0 for/IN/case/4 talks=talk/NNS/obl/2 and/CC/cc/6 "
        "accused=accuse/VBD/conj/4 Vega/NNP/obj/6",
        "accused//asked");
}

TEST_CASE("a verb with its own subject stays where it hangs") {
  check(repair_clauses,
        "Peru/NNP/nsubj/2 asked=ask/VBD/root/0 for/IN/case/4 talks=talk/NNS/obl/2 and/CC/cc/7 "
        "Chile/NNP/nsubj/7 accused=accuse/VBD/conj/4 Vega/NNP/obj/7",
        "accused//talks");
}

TEST_CASE("who is somebody, no request") {
  check(repair_clauses,
        "A/DT/det/2 request/NN/root/0 by/IN/case/4 officials=official/NNS/nmod/2 ,/,/punct/7 "
        "who/WP/nsubj/7 accuse/VBP/acl:relcl/2 him=he/PRP/obj/7",
        "accuse//officials");
}

TEST_CASE("who is said of the officer, not of the city behind") {
  check(repair_clauses,
        "An=a/DT/det/2 officer/NN/root/0 of/IN/case/4 Lima/NNP/nmod/2 ,/,/punct/7 who/WP/nsubj/7 "
        "accused=accuse/VBD/acl:relcl/2 him=he/PRP/obj/7",
        "accused//officer");
}

TEST_CASE("a verb in -s is no attribute") {
  check(repair_clauses,
        "Mara/NNP/nsubj/2 said=say/VBD/root/0 that/IN/mark/6 Peru/NNP/compound/6 "
        "harbours=harbour/VBZ/amod/6 rebels=rebel/NNS/ccomp/2",
        "harbours/ccomp/said, Peru/nsubj/harbours, that//harbours, rebels/obj/harbours");
}

TEST_CASE("after a comma a clause of its own is none of the noun's") {
  check(repair_clauses,
        "Lima/NNP/nsubj/2 mourns=mourn/VBZ/root/0 deaths=death/NNS/obj/2 ,/,/punct/6 "
        "Mara/NNP/nsubj/6 criticised=criticise/VBN/acl/3",
        "criticised/parataxis");
}

TEST_CASE("a name that sells something is the subject") {
  check(repair_clauses,
        "Vega/NNP/root/0 sold=sell/VBD/parataxis/1 Orion/NNP/list/1 last/JJ/amod/5 year/NN/obl/2",
        "sold//root, Vega/nsubj/sold, Orion/obj/sold");
}

TEST_CASE("what is sold somewhere stays the head of its phrase") {
  check(repair_clauses, "Vega/NNP/root/0 sold=sell/VBN/acl/1 in/IN/case/4 Lima/NNP/obl/2",
        "Vega//root, sold//Vega");
}

TEST_CASE("what stands between a conjunction and its verb is the subject") {
  check(repair_clauses,
        "Orion/NNP/nsubj/2 fell=fall/VBD/root/0 after/IN/mark/5 Vega/NNP/obl/2 "
        "sold=sell/VBD/advcl/2 shares=share/NNS/obj/5",
        "Vega/nsubj/sold");
}

TEST_CASE("what stands between \"after\" and a verb is its subject, taken for a phrase or not") {
  check(repair_clauses,
        "Judges=judge/NNS/nsubj/2 jailed=jail/VBD/root/0 Mara/NNP/obj/2 after/IN/case/6 "
        "her=she/PRP$/nmod:poss/6 group/NN/obl/2 led=lead/VBD/advcl/2 protests=protest/NNS/obj/7",
        "group/nsubj/led, after/mark/led");
}

TEST_CASE("a stake is a noun") {
  check(repair_clauses,
        "Peru/NNP/nsubj/2 has=have/VBZ/root/0 a/DT/det/4 majority/NN/obj/2 stake/VB/acl/4 "
        "in/IN/case/7 Orion/NNP/obl/5",
        "stake/obj/has, majority//stake, a//stake, Orion/nmod");
}

TEST_CASE("who is the leader, not the party") {
  const Parsed s(R"(
    leader leader NOUN NN 8 nsubj
    of of ADP IN 3 case
    Orion Orion PROPN NNP 1 nmod
    , , PUNCT , 7 punct
    who who PRON WP 7 nsubj:pass
    was be AUX VBD 7 aux:pass
    banned ban VERB VBN 3 acl:relcl
    spoke speak VERB VBD 0 root)");
  Sentence sentence = s.tree().sentence();
  sentence.names = {{2, 2, NameType::organization, 1}};
  repair_clauses(sentence);
  CHECK(sentence.tokens[6].head == 0);
}

TEST_CASE("what somebody reports in between does not describe who acts") {
  check(repair_clauses,
        "Peru/NNP/root/0 ,/,/punct/1 he/PRP/nsubj/4 noted=note/VBD/acl:relcl/1 ,/,/punct/6 "
        "blocks=block/VBZ/ccomp/4 Vega/NNP/obj/6",
        "Peru/nsubj/blocks");
}

TEST_CASE("a relative clause that reports stays with whom it describes") {
  check(repair_clauses,
        "Mara/NNP/root/0 ,/,/punct/1 who/WP/nsubj/4 said=say/VBD/acl:relcl/1 ,/,/punct/6 "
        "owns=own/VBZ/ccomp/4 Vega/NNP/obj/6",
        "said/acl:relcl/Mara");
}
