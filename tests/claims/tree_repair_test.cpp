#include "claims/repair/repairs.h"
#include "claims/repaired.h"

using namespace newsgraph;
using newsgraph::testing::check;

TEST_CASE("what is called something is the object of calling") {
  check(repair_valency,
        "Mara/NNP/nsubj/2 calls=call/VBZ/root/0 the/DT/det/4 plan/NN/nsubj/5 foolish/JJ/xcomp/2",
        "plan/obj/calls, foolish/xcomp/calls");
}

TEST_CASE("what no preposition introduces is what the verb is done to") {
  check(
      repair_objects,
      "Mara/NNP/nsubj/2 suspended=suspend/VBD/root/0 the/DT/det/4 ban/NN/obl/2 on/IN/case/6 Vega/NNP/nmod/4",
      "ban/obj/suspended");
  check(repair_objects,
        "Mara/NNP/nsubj/2 gave=give/VBD/root/0 up/RP/compound:prt/2 her=her/PRP$/nmod:poss/5 stake/NN/iobj/2",
        "stake/obj/gave");
  check(repair_objects, "Mara/NNP/nsubj/2 slept=sleep/VBD/root/0 on/IN/case/4 Monday/NNP/obl/2",
        "Monday/obl/slept");
}

TEST_CASE("who stands before a possessive ending owns, and is done nothing to") {
  check(repair_objects,
        "Mara/NNP/nsubj/2 blocked=block/VBD/root/0 Orion/NNP/obj/2 's/POS/case/3 takeover/NN/obj/2 "
        "of/IN/case/7 "
        "Vega/NNP/nmod/3",
        "Orion/nmod:poss/takeover, takeover/obj/blocked, Vega/nmod/takeover");
}

TEST_CASE("to whom something is sold does not sell it") {
  check(repair_objects,
        "Orion/NNP/nsubj:pass/3 was=be/VBD/aux:pass/3 sold=sell/VBN/root/0 to/IN/case/5 Vega/NNP/obl:agent/3",
        "Vega/obl/sold");
  check(repair_objects,
        "Orion/NNP/nsubj:pass/3 was=be/VBD/aux:pass/3 sold=sell/VBN/root/0 by/IN/case/5 Vega/NNP/obl:agent/3",
        "Vega/obl:agent/sold");
}

TEST_CASE("names behind a plural are a list") {
  check(repair_lists,
        "It/PRP/nsubj/2 owns=own/VBZ/root/0 the/DT/det/4 clubs=club/NNS/obj/2 Orion/NNP/appos/4/organization "
        ",/,/punct/7 FC/NNP/appos/4/organization Vega/NNP/flat/7/+ and/CC/cc/10 Lyra/NNP/conj/8/organization",
        "FC/conj/Orion, Lyra/conj/FC");
}

TEST_CASE("a relative beside another subject is what the verb is done to") {
  check(repair_objects,
        "Orion/NNP/root/0 ,/,/punct/5 which/WDT/nsubj/5 Vega/NNP/nsubj/5 sold=sell/VBD/acl:relcl/1",
        "which/obj/sold, Vega/nsubj/sold");
  check(repair_objects, "Orion/NNP/root/0 which/WDT/nsubj/3 sold=sell/VBD/acl:relcl/1 Vega/NNP/obj/3",
        "which/nsubj/sold");
}

TEST_CASE("a list of names with their trades joins the trades") {
  check(repair_lists,
        "It/PRP/nsubj/2 owns=own/VBZ/root/0 the/DT/det/4 maker/NN/obj/2 Orion/NNP/appos/4 ,/,/punct/8 "
        "the/DT/det/8 firm/NN/conj/5 Vega/NNP/appos/8 and/CC/cc/12 the/DT/det/12 bank/NN/conj/9 "
        "Lyra/NNP/flat/12",
        "firm/conj/maker, bank/conj/maker");
  // No name of its own.
  check(repair_lists,
        "It/PRP/nsubj/2 owns=own/VBZ/root/0 the/DT/det/4 maker/NN/obj/2 Orion/NNP/appos/4 and/CC/cc/8 "
        "the/DT/det/8 bank/NN/conj/5",
        "bank/conj/Orion");
}

TEST_CASE("of two that are called, the first is called the second") {
  check(repair_valency,
        "Mara/NNP/nsubj/2 called=call/VBD/root/0 conduct/NN/xcomp/2 a/DT/det/5 breach/NN/xcomp/2",
        "conduct/obj, breach/xcomp");
}

TEST_CASE("a name behind a comma is no word of the name before it") {
  check(repair_lists,
        "It/PRP/nsubj/2 owns=own/VBZ/root/0 Orion/NNP/obj/2/product ,/,/punct/5 Vega/NNP/flat/3/product "
        "and/CC/cc/7 Lyra/NNP/conj/5/product",
        "Vega/conj/Orion, Lyra/conj/Vega");
  // One place is in the other.
  check(repair_lists,
        "It/PRP/nsubj/2 left=leave/VBD/root/0 Salem/NNP/obj/2/place ,/,/punct/5 Oregon/NNP/flat/3/place",
        "Oregon/flat/Salem");
}

TEST_CASE("who reports in between does not act") {
  const auto acts = "Peru/nsubj/blocks, noted/parataxis/blocks, blocks//root";
  check(repair_clauses,
        "Peru/NNP/root/0/place ,/,/punct/4 he/PRP/nsubj/4 noted=note/VBD/parataxis/1 ,/,/punct/6 "
        "blocks=block/VBZ/parataxis/1 Vega/NNP/obj/6/organization",
        acts);
  check(repair_clauses,
        "Peru/NNP/root/0/place ,/,/punct/4 he/PRP/nsubj/4 noted=note/VBD/acl:relcl/1 ,/,/punct/6 "
        "blocks=block/VBZ/ccomp/4 Vega/NNP/obj/6/organization",
        acts);
}

TEST_CASE("what is so, too, stands beside what was said to be so") {
  check(repair_clauses,
        "Mira/NNP/nsubj:pass/3/organization is=be/VBZ/aux:pass/3 owned=own/VBN/root/0 by/IN/case/5 "
        "Vega/NNP/obl:agent/3/organization ,/,/punct/9 as/IN/mark/9 is=be/VBZ/cop/9 "
        "Orion/NNP/conj/5/organization",
        "Orion/conj/Mira, Vega/obl:agent/owned");
}

TEST_CASE("a possessive is one, whatever it is taken for") {
  const auto possessive = "Its/nmod:poss/owner, owner/nsubj/left";
  check(repair_closed_classes, "Its/NN/nsubj/2 owner/NN/nsubj/3 left=leave/VBD/root/0", possessive);
  check(repair_closed_classes, "Its/NN/compound/2 owner/NN/nsubj/3 left=leave/VBD/root/0", possessive);
}

TEST_CASE("what is to be bought is the object of buying") {
  check(repair_clauses,
        "Orion/NNP/nsubj/2/organization agreed=agree/VBD/root/0 to/TO/mark/4 buy/VB/case/5 "
        "Vega/NNP/xcomp/2/organization for/IN/case/7 cash/NN/obl/5",
        "buy/xcomp/agreed, to/mark/buy, Vega/obj/buy, cash/obl/buy");
}

TEST_CASE("of two who say something, parted by a comma, the second is the first by name") {
  check(repair_clauses,
        "Said=say/VBD/root/0 its/PRP$/nmod:poss/3 head/NN/nsubj/1 ,/,/punct/5 Mara/NNP/nsubj/1/person "
        "Doe/NNP/flat/5/+",
        "Mara/appos/head, head/nsubj/Said");
}

TEST_CASE("who does so, too, is not joined to whom it is done to") {
  check(repair_clauses,
        "Peru/NNP/nsubj/2/place condemned=condemn/VBD/root/0 Vega/NNP/obj/2/organization ,/,/punct/5 "
        "as/IN/mark/6 did=do/VBD/advcl/2 Orion/NNP/conj/3/organization and/CC/cc/9 "
        "Lyra/NNP/conj/7/organization",
        "Orion/nsubj/did, Lyra/conj/Orion, Vega/obj/condemned");
}

TEST_CASE("a town with its state says where the name behind the trade is") {
  check(repair_names,
        "Vega/NNP/nsubj/2/organization bought=buy/VBD/root/0 Salem/NNP/obj/2/organization ,/,/punct/5 "
        "Oregon/NNP/appos/3/place ,/,/punct/8 tool/NN/compound/8 maker/NN/appos/3 "
        "Lumen/NNP/appos/3/organization",
        "Lumen/obj/bought, Salem/nmod/Lumen, maker/nmod:desc/Lumen");
  // The name hangs on what hangs on the town: no circle.
  check(repair_names,
        "Salem/NNP/dep/8/organization ,/,/punct/3 Oregon/NNP/dep/8/place ,/,/punct/5 tool/NN/dep/6 "
        "Lumen/NNP/dep/7/organization left=leave/VBD/dep/1 there/RB/root/0",
        "Lumen/dep/left, left/dep/Salem");
}

TEST_CASE("what stands behind an infinitive is done to that") {
  check(repair_objects,
        "Orion/NNP/nsubj/2 agreed=agree/VBD/root/0 to/TO/mark/4 sell/VB/xcomp/2 its=its/PRP$/nmod:poss/6 "
        "unit/NN/obj/2 to/IN/case/8 Vega/NNP/obl/2",
        "unit/obj/sell, Vega/obl/sell");
  check(repair_objects, "Orion/NNP/nsubj/2 asked=ask/VBD/root/0 Vega/NNP/obj/2 to/TO/mark/5 sell/VB/xcomp/2",
        "Vega/obj/asked");
}

TEST_CASE("to whom something is sold is no circumstance of the verb behind") {
  check(repair_objects,
        "The/DT/det/2 sale/NN/nsubj/7 of/IN/case/4 Orion/NNP/nmod/2 to/IN/case/6 Vega/NNP/obl/7 "
        "fell=fall/VBD/root/0 through/RP/compound:prt/7",
        "Vega/nmod/sale");
}

TEST_CASE("an apposition that no comma closes is one more of a list") {
  check(repair_appositions,
        "Mira/NNP/nsubj:pass/3 is=be/VBZ/aux:pass/3 owned=own/VBN/root/0 by/IN/case/5 Orion/NNP/obl:agent/3 "
        ",/,/punct/9 the/DT/det/9 Doe/NNP/compound/9 family/NN/appos/5 and/CC/cc/11 Vega/NNP/conj/9",
        "family/conj/Orion, Vega/conj/Orion");
  check(repair_appositions,
        "Orion/NNP/nsubj/8 ,/,/punct/5 the/DT/det/5 Vega/NNP/compound/5 arm/NN/appos/1 and/CC/cc/7 "
        "Lyra/NNP/conj/5 slept=sleep/VBD/root/0 ,/,/punct/8",
        "arm/conj/Orion");
}

TEST_CASE("a name without a preposition is who the noun before it is") {
  check(repair_appositions,
        "Mira/NNP/nsubj:pass/3 is=be/VBZ/aux:pass/3 run=run/VBN/root/0 by/IN/case/6 his=his/PRP$/nmod:poss/6 "
        "son/NN/obl:agent/3 Jan/NNP/obl:agent/3",
        "Jan/appos/son");
  check(repair_appositions,
        "Mira/NNP/nsubj/8 ,/,/punct/4 whose/WP$/nmod:poss/4 owner/NN/appos/1 Vega/NNP/nmod/4 "
        "is=be/VBZ/aux:pass/7 "
        "based=base/VBN/acl:relcl/4 slept=sleep/VBD/root/0",
        "Vega/appos/owner, owner/nsubj:pass/based, based/acl:relcl/Mira");
}

TEST_CASE("what has a passive auxiliary is a participle") {
  check(repair_closed_classes, "Mira/NNP/nsubj:pass/3 is=be/VBZ/aux:pass/3 owned=own/NN/root/0",
        "owned//root");
}

TEST_CASE("an attempt by somebody is what the infinitive says more of") {
  check(
      repair_clauses,
      "An/DT/det/2 attempt/NN/nsubj/8 by/IN/case/4 Orion/NNP/nmod/2 to/TO/mark/6 buy/VB/acl/4 Vega/NNP/obj/6 "
      "collapsed=collapse/VBD/root/0",
      "buy/acl/attempt");
}

TEST_CASE("reports are what the clause behind them says") {
  check(repair_clauses,
        "Peru/NNP/nsubj/2 denied=deny/VBD/root/0 reports=report/NNS/obj/2 that/IN/mark/7 it/PRP/nsubj/7 "
        "had=have/VBD/aux/7 banned=ban/VBN/advcl/2 Vega/NNP/obj/7",
        "banned/acl/reports");
}

TEST_CASE("people whom nouns describe are a list") {
  check(repair_lists,
        "It/PRP/nsubj/2 bars=bar/VBZ/root/0 its=its/PRP$/nmod:poss/4 head/NN/obj/2 Jan/NNP/appos/4/person "
        ",/,/punct/8 his=his/PRP$/nmod:poss/8 deputy/NN/conj/5 Mara/NNP/appos/8/person",
        "deputy/conj/head");
}

TEST_CASE("a verb behind the name of whose firm it is says what that does") {
  check(repair_appositions,
        "Mira/NNP/nsubj/7 ,/,/punct/4 whose/WP$/nmod:poss/4 firm/NN/nmod/1 Vega/NNP/compound/4 "
        "owns/VBZ/appos/4 slept=sleep/VBD/root/0",
        "owns/acl:relcl/Mira, firm/nsubj/owns");
}
