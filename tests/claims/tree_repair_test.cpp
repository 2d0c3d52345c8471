#include "claims/repair/repairs.h"
#include "claims/repaired.h"

using namespace newsgraph;
using newsgraph::testing::check;

TEST_CASE("a noun without preposition behind a verb is its object") {
  check(repair_valency, "Orion/NNP/nsubj/2 condemned=condemn/VBD/root/0 a/DT/det/4 vote/NN/obl/2",
        "vote/obj/condemned");
  check(repair_valency, "Orion/NNP/nsubj/2 voted=vote/VBD/root/0 on/IN/case/5 the/DT/det/5 plan/NN/obl/2",
        "plan/obl/voted");
  // It has an object already.
  check(repair_valency, "Orion/NNP/nsubj/2 banned=ban/VBD/root/0 Vega/NNP/obj/2 last/JJ/amod/5 week/NN/obl/2",
        "week/obl/banned");
}

TEST_CASE("what somebody is accused of hangs on the verb") {
  check(repair_valency,
        "Vega/NNP/nsubj/2 accuses=accuse/VBZ/root/0 the/DT/det/4 army/NN/obj/2 of/IN/case/6 "
        "executions=execution/NNS/nmod/4",
        "executions/obl/accuses");
}

TEST_CASE("a phrase that the verb does not take stays with its noun") {
  check(repair_valency,
        "Vega/NNP/nsubj/2 bans=ban/VBZ/root/0 exports=export/NNS/obj/2 of/IN/case/5 "
        "gallium/NN/nmod/3",
        "gallium/nmod/exports");
}

TEST_CASE("what is called something is the object of calling") {
  check(repair_valency,
        "Mara/NNP/nsubj/2 called=call/VBD/root/0 the/DT/det/4 plan/NN/xcomp/2 foolish/JJ/appos/4",
        "plan/obj, foolish/xcomp/called");
}

TEST_CASE("who is called on to do it is the one who does") {
  check(repair_valency,
        "Lima/NNP/nsubj/2 called=call/VBD/root/0 on/IN/case/4 Chile/NNP/obl/2 to/TO/mark/6 "
        "ban/VB/advcl/2 it/PRP/obj/6",
        "Chile/obj, ban/xcomp");
}

TEST_CASE("an adjective behind the object says what it is called") {
  check(repair_valency,
        "Mara/NNP/nsubj/2 called=call/VBD/root/0 the/DT/det/4 tax/NN/obj/2 on/IN/case/6 "
        "oil/NN/nmod/4 unfair/JJ/amod/6",
        "unfair/xcomp/called");
}

TEST_CASE("behind the object of a verb with a subject \"by\" says whose it is") {
  check(repair_valency,
        "Vega/NNP/nsubj/2 called=call/VBD/root/0 drills=drill/NNS/obj/2 by/IN/case/5 "
        "Seoul/NNP/obl:agent/2 reckless/JJ/xcomp/2",
        "Seoul/nmod/drills");
}

TEST_CASE("the agent of a passive stays one") {
  check(repair_valency,
        "Vega/NNP/nsubj:pass/3 was=be/VBD/aux:pass/3 given=give/VBN/root/0 orders=order/NNS/obj/3 "
        "by/IN/case/6 Seoul/NNP/obl:agent/3",
        "Seoul//given");
}

TEST_CASE("of two that are called, the first is called the second") {
  check(repair_valency,
        "Mara/NNP/nsubj/2 called=call/VBD/root/0 conduct/NN/xcomp/2 a/DT/det/5 breach/NN/xcomp/2",
        "conduct/obj, breach/xcomp");
}

TEST_CASE("of two phrases the verb takes the second") {
  check(repair_valency,
        "Vega/NNP/nsubj/2 accuses=accuse/VBZ/root/0 the/DT/det/4 army/NN/obj/2 of/IN/case/6 "
        "Peru/NNP/nmod/4 of/IN/case/8 murder/NN/nmod/6",
        "Peru//army, murder/obl/accuses");
}
