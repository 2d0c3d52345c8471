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

TEST_CASE("two modifiers of one company are no company and a thing") {
  check(repair_coordination,
        "They/PRP/nsubj/2 buy/VBP/root/0 the/DT/det/4 aerospace/NN/obj/2 and/CC/cc/7 "
        "defence/NN/compound/7 company/NN/conj/4",
        "company/obj/buy, aerospace/compound/company, the//company");
}

TEST_CASE("two things stay two") {
  check(repair_coordination,
        "They/PRP/nsubj/2 buy/VBP/root/0 the/DT/det/4 hotel/NN/obj/2 and/CC/cc/7 a/DT/det/7 "
        "company/NN/conj/4",
        "company/conj");
}

TEST_CASE("who has a name of his own in a list is one more of it") {
  check(
      repair_coordination,
      "Lima/NNP/nsubj/2 fined=fine/VBD/root/0 Mara/NNP/obj/2 ,/,/punct/6 her/PRP$/nmod:poss/6 son/NN/appos/3 "
      "Ilja/NNP/appos/6 and/CC/cc/9 Orion/NNP/conj/7",
      "son/conj/Mara, Orion/conj/son");
  // One is described, and no list goes on.
  check(repair_coordination,
        "Lima/NNP/nsubj/2 fined=fine/VBD/root/0 Orion/NNP/obj/2 ,/,/punct/6 the/DT/det/6 bank/NN/appos/3 "
        "Vega/NNP/appos/6",
        "bank/appos/Orion");
}

TEST_CASE("who has the preposition again is one more of the list") {
  check(repair_coordination,
        "It/PRP/nsubj:pass/3 was/VBD/aux:pass/3 criticised=criticise/VBN/root/0 by/IN/case/5 "
        "Peru/NNP/obl:agent/3 "
        "and/CC/cc/8 by/IN/case/8 Chile/NNP/conj/3",
        "Chile/conj/Peru");
  check(repair_coordination,
        "It/PRP/nsubj:pass/3 was/VBD/aux:pass/3 criticised=criticise/VBN/root/0 by/IN/case/5 "
        "Peru/NNP/obl:agent/3 "
        "by/IN/case/7 letter/NN/obl/3",
        "letter/obl/criticised");
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

TEST_CASE("behind the conjunction of a verb stands its subject") {
  check(repair_coordination,
        "Vega/NNP/nsubj/2 sold=sell/VBD/root/0 farms=farm/NNS/obj/2 ,/,/punct/7 and/CC/cc/7 "
        "critics=critic/NNS/conj/3 blame/VBP/conj/2 him=he/PRP/obj/7",
        "critics/nsubj/blame");
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

TEST_CASE("what no second comma closes is no apposition but the second of three") {
  check(repair_coordination,
        "sold=sell/VBD/root/0 to/TO/case/4 Doe/NNP/compound/4/person family/NN/obl/1 ,/,/punct/6 "
        "Vega/NNP/appos/4/organization and/CC/cc/8 Orion/NNP/conj/4/organization",
        "Vega/conj/family, Orion/conj/family");
  check(repair_coordination,
        "bought=buy/VBD/root/0 Vega/NNP/obj/1/organization in/IN/case/4 1998/CD/obl/1 ,/,/punct/6 "
        "Halden/NNP/appos/2/organization in/IN/case/8 2001/CD/obl/1 and/CC/cc/10 "
        "Orion/NNP/conj/2/organization in/IN/case/12 2005/CD/obl/1",
        "Halden/conj/Vega, Orion/conj/Vega");
  check(repair_coordination,
        "sold=sell/VBD/root/0 to/TO/case/3 Doe/NNP/obl/1/person ,/,/punct/5 Vega/NNP/appos/3/organization "
        ",/,/punct/8 and/CC/cc/8 Orion/NNP/conj/3/organization",
        "Vega/appos/Doe");
}

TEST_CASE("roles without an article are joined to roles") {
  check(repair_coordination,
        "Doe/NNP/nsubj/7/person ,/,/punct/3 chairman/NN/appos/1 and/CC/cc/5 owner/NN/conj/1 ,/,/punct/1 "
        "spoke=speak/VBD/root/0",
        "owner/conj/chairman");
  check(repair_coordination,
        "Doe/NNP/nsubj/9/person ,/,/punct/3 founder/NN/appos/1 of/IN/case/5 Vega/NNP/nmod/3/organization "
        "and/CC/cc/7 owner/NN/conj/5 ,/,/punct/1 spoke=speak/VBD/root/0",
        "owner/conj/founder");
}

TEST_CASE("a town and its state before a trade are not whom the sentence is about") {
  check(repair_coordination,
        "Salem/NNP/nsubj/8/place ,/,/punct/3 Oregon/NNP/nmod:unmarked/1/place ,/,/punct/6 "
        "software/NN/compound/6 "
        "house/NN/appos/1 Orion/NNP/appos/6/organization bought=buy/VBD/root/0 Vega/NNP/obj/8/organization",
        "house/nsubj/bought, Salem/nmod:unmarked/house");
  // A person is who is described behind the town.
  check(repair_coordination,
        "Doe/NNP/nsubj/8/person ,/,/punct/3 Oregon/NNP/nmod:unmarked/1/place ,/,/punct/6 the/DT/det/6 "
        "founder/NN/appos/1 ,/,/punct/1 spoke=speak/VBD/root/0",
        "founder/appos/Doe");
}
