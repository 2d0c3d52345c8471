// How a claim is meant. A row is a sentence (annotated.h has the notation), a verb of it and the status of
// what it states.
#include "claims/assemble/status.h"

#include "claims/annotated.h"

using namespace newsgraph;
using namespace newsgraph::testing;

namespace {

std::string status_of(const WordRow& row, bool stative) {
  const Annotated document(row.text);
  const Tree tree(document.sentence(0));
  return to_string(
      status_of_verb({tree, RelationSchema::built_in(), stative}, document.at(row.word).token, false));
}

void check(std::initializer_list<WordRow> rows) {
  check_rows([](const WordRow& row) { return status_of(row, true); }, rows);
}

}  // namespace

TEST_CASE("statuses compose") {
  using enum Status;
  CHECK(compose(asserted, ended) == ended);
  CHECK(compose(planned, asserted) == planned);
  CHECK(compose(planned, ended) == asserted);  // plans to lift the ban: it is in force
  CHECK(compose(denied, asserted) == denied);
  CHECK(compose(denied, denied) == asserted);  // did not refuse to ban
  CHECK(compose(ended, asserted) == ended);
}

TEST_CASE("a modal makes it planned, a negation denied") {
  check({
      {"Peru/NNP/nsubj/2 banned=ban/VBD/root/0 Acme/NNP/obj/2", "banned", "asserted"},
      {"Peru/NNP/nsubj/3 may/MD/aux/3 ban/VB/root/0 Acme/NNP/obj/3", "ban", "planned"},
      {"Peru/NNP/nsubj/4 did=do/VBD/aux/4 not/PART:RB/advmod/4 ban/VB/root/0 Acme/NNP/obj/4", "ban",
       "denied"},
  });
}

TEST_CASE("governing verbs decide: threats, refusals, what is managed") {
  check({
      {"Peru/NNP/nsubj/2 threatened=threaten/VBD/root/0 to/TO/mark/4 ban/VB/xcomp/2 Acme/NNP/obj/4", "ban",
       "planned"},
      {"Peru/NNP/nsubj/2 refused=refuse/VBD/root/0 to/TO/mark/4 ban/VB/xcomp/2 Acme/NNP/obj/4", "ban",
       "denied"},
      {"Peru/NNP/nsubj/2 managed=manage/VBD/root/0 to/TO/mark/4 ban/VB/xcomp/2 Acme/NNP/obj/4", "ban",
       "asserted"},
      {"Peru/NNP/nsubj/2 ceased=cease/VBD/root/0 to/TO/mark/4 ban/VB/xcomp/2 Acme/NNP/obj/4", "ban", "ended"},
  });
}

TEST_CASE("what is only reported is asserted, what is denied is not") {
  check({
      {"Peru/NNP/nsubj/2 said=say/VBD/root/0 that/IN/mark/5 it/PRP/nsubj/5 owned=own/VBD/ccomp/2 "
       "Acme/NNP/obj/5",
       "owned", "asserted"},
      {"Peru/NNP/nsubj/2 denied=deny/VBD/root/0 that/IN/mark/5 it/PRP/nsubj/5 owned=own/VBD/ccomp/2 "
       "Acme/NNP/obj/5",
       "owned", "denied"},
  });
}

TEST_CASE("formerly and no longer end a state, not an act") {
  const WordRow formerly{
      "Peru/NNP/nsubj/3 formerly/RB/advmod/3 owned=own/VBD/root/0 Acme/NNP/obj/3", "owned", {}};
  CHECK(status_of(formerly, true) == "ended");
  CHECK(status_of(formerly, false) == "asserted");
  check({
      {"Peru/NNP/nsubj/4 no/RB/advmod/3 longer=long/ADV:RBR/advmod/4 owns=own/VBZ/root/0 Acme/NNP/obj/4",
       "owns", "ended"},
  });
}

TEST_CASE("then it held; a term that is set does not end it") {
  check({
      {"Acme/NNP/root/0 ,/,/punct/4 then/RB/advmod/4 owned=own/VBN/acl/1 by/IN/case/6 Peru/NNP/obl:agent/4",
       "owned", "ended"},
      {"Peru/NNP/nsubj/3 then/RB/advmod/3 banned=ban/VBD/root/0 Acme/NNP/obj/3", "banned", "asserted"},
      {"Peru/NNP/nsubj/2 banned=ban/VBD/root/0 Acme/NNP/obj/2 until/IN/case/5 May/NNP/obl/2", "banned",
       "ended"},
      {"Peru/NNP/nsubj/3 has=have/VBZ/aux/3 banned=ban/VBN/root/0 Acme/NNP/obj/3 until/IN/case/6 "
       "May/NNP/obl/3",
       "banned", "asserted"},
  });
}

TEST_CASE("what somebody walks away from, and what is ruled out, does not happen") {
  check({
      {"Acme/NNP/nsubj/2 walked=walk/VBD/root/0 away/ADV:RB/advmod/2 from/IN/case/6 a/DT/det/6 deal/NN/obl/3 "
       "to/TO/mark/8 buy/VB/acl/6 Vega/NNP/obj/8",
       "buy", "denied"},
      {"Peru/NNP/nsubj/2 ruled=rule/VBD/root/0 out/RP/compound:prt/2 banning=ban/VBG/xcomp/2 Acme/NNP/obj/4",
       "banning", "denied"},
      {"Judges=judge/NNS/nsubj/2 ruled=rule/VBD/root/0 that/IN/mark/5 Peru/NNP/nsubj/5 "
       "banned=ban/VBD/ccomp/2 "
       "Acme/NNP/obj/5",
       "banned", "asserted"},
  });
}

TEST_CASE("what is decided against does not happen") {
  check({
      {"Peru/NNP/nsubj/2 decided=decide/VBD/root/0 against/IN/mark/4 banning=ban/VBG/xcomp/2 Acme/NNP/obj/4",
       "banning", "denied"},
      {"Acme/NNP/nsubj/2 pulled=pull/VBD/root/0 out/RP/compound:prt/2 of/IN/fixed/3 talks=talk/NNS/obj/2 "
       "to/TO/mark/7 buy/VB/acl/5 Vega/NNP/obj/7",
       "buy", "denied"},
  });
}

TEST_CASE("a condition leaves it open") {
  check({
      {"if/IN/mark/3 Peru/NNP/nsubj/3 bans=ban/VBZ/advcl/6 Acme/NNP/obj/3 Chile/NNP/nsubj/6 "
       "protests=protest/VBZ/root/0",
       "bans", "planned"},
  });
}
