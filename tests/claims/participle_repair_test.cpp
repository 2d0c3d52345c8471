#include "claims/repair/repairs.h"

#include "claims/repaired.h"

using namespace newsgraph;
using newsgraph::testing::check;

TEST_CASE("what posts do is no attribute of whom they insult") {
  check(repair_participles, "Posts=post/NNS/root/0 insulting=insult/VBG/amod/3 Mara/NNP/nmod/1",
        "insulting/acl/Posts, Mara/obj/insulting");
}

TEST_CASE("an attribute between a noun and its phrase stays one") {
  check(repair_participles,
        "Reports=report/NNS/root/0 of/IN/case/4 escalating=escalate/VBG/amod/4 violence/NN/nmod/1",
        "escalating/amod/violence");
}

TEST_CASE("a participle right behind \"have\" makes the perfect") {
  check(repair_participles,
        "Peru/NNP/nsubj/2 had=have/VBD/root/0 suppressed=suppress/VBN/amod/4 "
        "protests=protest/NNS/obj/2 ././punct/2",
        "suppressed/root/root, Peru//suppressed, had/aux, protests//suppressed, .//suppressed");
}

TEST_CASE("what one has, has an article") {
  check(repair_participles,
        "Peru/NNP/nsubj/2 has=have/VBZ/root/0 a/DT/det/5 banned=ban/VBN/amod/5 party/NN/obj/2",
        "has//root, banned/amod");
}

TEST_CASE("right behind a case stands what it alleges") {
  check(repair_participles,
        "Judges=judge/NNS/nsubj/2 dismissed=dismiss/VBD/root/0 a/DT/det/4 case/NN/obj/2 "
        "alleging=allege/VBG/advcl/2 fraud/NN/obj/5",
        "alleging/acl/case");
}

TEST_CASE("by protesting officials: they do it") {
  check(repair_participles,
        "Mara/NNP/nsubj:pass/3 was=be/VBD/aux:pass/3 stopped=stop/VBN/root/0 by/IN/mark/5 "
        "protesting=protest/VBG/advcl/3 officials=official/NNS/obj/5",
        "officials/obl:agent/stopped, protesting/amod/officials");
}

TEST_CASE("after a comma a participle goes with the verb of the sentence") {
  check(repair_participles,
        "Mara/NNP/nsubj/2 blocks=block/VBZ/root/0 an=a/DT/det/4 order/NN/obj/2 "
        "ending=end/VBG/acl/4 it/PRP/obj/5 ,/,/punct/8 calling=call/VBG/advcl/5 it/PRP/obj/8",
        "calling//blocks");
}

TEST_CASE("a verb with a subject is no attribute of its object") {
  check(repair_participles,
        "Peru/NNP/nsubj/2 proscribed=proscribe/VBN/amod/4 Orion/NNP/compound/4 Action/NNP/root/0 "
        "././punct/4",
        "proscribed/root/root, Action/obj/proscribed, .//proscribed");
}
