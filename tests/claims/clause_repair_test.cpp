#include "claims/repair/repairs.h"

#include "claims/parsed.h"

using namespace newsgraph;
using newsgraph::testing::Parsed;

TEST_CASE("a participle goes on the participle before it") {
  const Parsed s(R"(
    They they PRON PRP 2 nsubj
    jailed jail VERB VBD 0 root
    him he PRON PRP 2 obj
    over over ADP IN 5 case
    posts post NOUN NNS 2 obl
    insulting insult VERB VBG 5 acl
    Mara Mara PROPN NNP 6 obj
    and and CCONJ CC 9 cc
    mocking mock VERB VBG 2 conj
    Vega Vega PROPN NNP 9 obj)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[8].head == 5);
}

TEST_CASE("a finite verb goes on the finite verb, not on a noun") {
  const Parsed s(R"(
    Peru Peru PROPN NNP 2 nsubj
    asked ask VERB VBD 0 root
    for for ADP IN 4 case
    talks talk NOUN NNS 2 obl
    and and CCONJ CC 6 cc
    accused accuse VERB VBD 4 conj
    Vega Vega PROPN NNP 6 obj)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[5].head == 1);
}

TEST_CASE("a verb with its own subject stays where it hangs") {
  const Parsed s(R"(
    Peru Peru PROPN NNP 2 nsubj
    asked ask VERB VBD 0 root
    for for ADP IN 4 case
    talks talk NOUN NNS 2 obl
    and and CCONJ CC 7 cc
    Chile Chile PROPN NNP 7 nsubj
    accused accuse VERB VBD 4 conj
    Vega Vega PROPN NNP 7 obj)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[6].head == 3);
}

TEST_CASE("who is somebody, no request") {
  const Parsed s(R"(
    A a DET DT 2 det
    request request NOUN NN 0 root
    by by ADP IN 4 case
    officials official NOUN NNS 2 nmod
    , , PUNCT , 7 punct
    who who PRON WP 7 nsubj
    accuse accuse VERB VBP 2 acl:relcl
    him he PRON PRP 7 obj)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[6].head == 3);
}

TEST_CASE("who is said of the officer, not of the city behind") {
  const Parsed s(R"(
    An a DET DT 2 det
    officer officer NOUN NN 0 root
    of of ADP IN 4 case
    Lima Lima PROPN NNP 2 nmod
    , , PUNCT , 7 punct
    who who PRON WP 7 nsubj
    accused accuse VERB VBD 2 acl:relcl
    him he PRON PRP 7 obj)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[6].head == 1);
}

TEST_CASE("a verb in -s is no attribute") {
  const Parsed s(R"(
    Mara Mara PROPN NNP 2 nsubj
    said say VERB VBD 0 root
    that that SCONJ IN 6 mark
    Peru Peru PROPN NNP 6 compound
    harbours harbour VERB VBZ 6 amod
    rebels rebel NOUN NNS 2 ccomp)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[4].head == 1);
  CHECK(sentence.tokens[4].deprel == Deprel::ccomp);
  CHECK(sentence.tokens[3].head == 4);
  CHECK(sentence.tokens[3].deprel == Deprel::nsubj);
  CHECK(sentence.tokens[2].head == 4);
  CHECK(sentence.tokens[5].head == 4);
  CHECK(sentence.tokens[5].deprel == Deprel::obj);
}

TEST_CASE("after a comma a clause of its own is none of the noun's") {
  const Parsed s(R"(
    Lima Lima PROPN NNP 2 nsubj
    mourns mourn VERB VBZ 0 root
    deaths death NOUN NNS 2 obj
    , , PUNCT , 6 punct
    Mara Mara PROPN NNP 6 nsubj
    criticised criticise VERB VBN 3 acl)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[5].deprel == Deprel::parataxis);
}

TEST_CASE("a name that sells something is the subject") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 0 root
    sold sell VERB VBD 1 parataxis
    Orion Orion PROPN NNP 1 list
    last last ADJ JJ 5 amod
    year year NOUN NN 2 obl)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[1].head == -1);
  CHECK(sentence.tokens[0].head == 1);
  CHECK(sentence.tokens[0].deprel == Deprel::nsubj);
  CHECK(sentence.tokens[2].head == 1);
  CHECK(sentence.tokens[2].deprel == Deprel::obj);
}

TEST_CASE("what is sold somewhere stays the head of its phrase") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 0 root
    sold sell VERB VBN 1 acl
    in in ADP IN 4 case
    Lima Lima PROPN NNP 2 obl)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[0].head == -1);
  CHECK(sentence.tokens[1].head == 0);
}

TEST_CASE("what stands between a conjunction and its verb is the subject") {
  const Parsed s(R"(
    Orion Orion PROPN NNP 2 nsubj
    fell fall VERB VBD 0 root
    after after SCONJ IN 5 mark
    Vega Vega PROPN NNP 2 obl
    sold sell VERB VBD 2 advcl
    shares share NOUN NNS 5 obj)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[3].head == 4);
  CHECK(sentence.tokens[3].deprel == Deprel::nsubj);
}

TEST_CASE("what stands between \"after\" and a verb is its subject, taken for a phrase or not") {
  const Parsed s(R"(
    Judges judge NOUN NNS 2 nsubj
    jailed jail VERB VBD 0 root
    Mara Mara PROPN NNP 2 obj
    after after ADP IN 6 case
    her she PRON PRP$ 6 nmod:poss
    group group NOUN NN 2 obl
    led lead VERB VBD 2 advcl
    protests protest NOUN NNS 7 obj)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[5].head == 6);
  CHECK(sentence.tokens[5].deprel == Deprel::nsubj);
  CHECK(sentence.tokens[3].head == 6);
  CHECK(sentence.tokens[3].deprel == Deprel::mark);
}

TEST_CASE("a stake is a noun") {
  const Parsed s(R"(
    Peru Peru PROPN NNP 2 nsubj
    has have VERB VBZ 0 root
    a a DET DT 4 det
    majority majority NOUN NN 2 obj
    stake stake VERB VB 4 acl
    in in ADP IN 7 case
    Orion Orion PROPN NNP 5 obl)");
  Sentence sentence = s.tree().sentence();
  repair_clauses(sentence);
  CHECK(sentence.tokens[4].deprel == Deprel::obj);
  CHECK(sentence.tokens[4].head == 1);
  CHECK(sentence.tokens[3].head == 4);
  CHECK(sentence.tokens[2].head == 4);
  CHECK(sentence.tokens[6].deprel == Deprel::nmod);
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
