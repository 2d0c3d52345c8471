// Who does what to whom by the grammar alone. A row is a sentence (annotated.h has the notation), a verb of
// it and its frame: subjects, objects, and whether it is passive or takes its subject from the verb above.
#include "claims/grammar/frame.h"

#include "claims/annotated.h"

using namespace newsgraph;
using namespace newsgraph::testing;

namespace {

std::string described(const WordRow& row) {
  const Annotated document(row.text);
  const Tree tree(document.sentence(0));
  const Frame frame = frame_of(tree, document.at(row.word).token);
  return forms_of(tree.sentence(), frame.subjects) + " > " + forms_of(tree.sentence(), frame.objects) +
         (frame.passive ? " [passive]" : "") + (frame.inherited ? " [inherited]" : "");
}

void check(std::initializer_list<WordRow> rows) {
  check_rows(described, rows);
}

}  // namespace

TEST_CASE("an active verb has its subject and object, conjuncts spelt out") {
  check({
      {"Peru/NNP/nsubj/4 and/CC/cc/3 Chile/NNP/conj/1 condemned=condemn/VBD/root/0 Acme/NNP/obj/4",
       "condemned", "Peru, Chile > Acme"},
  });
}

TEST_CASE("a passive turns subject and object round") {
  check({
      {"Acme/NNP/nsubj:pass/3 was=be/VBD/aux:pass/3 bought=buy/VBN/root/0 by/IN/case/5 Orion/NNP/obl:agent/3",
       "bought", "Orion > Acme [passive]"},
      {"Acme/NNP/nsubj:pass/3 was=be/VBD/aux:pass/3 banned=ban/VBN/root/0", "banned", "- > Acme [passive]"},
      // A reduced relative clause is a passive of the noun that it modifies.
      {"Acme/NNP/nsubj/6 ,/,/punct/3 owned=own/VBN/acl/1 by/IN/case/5 Orion/NNP/obl:agent/3 "
       "grew=grow/VBD/root/0",
       "owned", "Orion > Acme [passive]"},
  });
}

TEST_CASE("a relative clause has the noun before it in its gap") {
  check({
      {"Orion/NNP/nsubj/5 which/WDT/nsubj/3 owns=own/VBZ/acl:relcl/1 Acme/NNP/obj/3 grew=grow/VBD/root/0",
       "owns", "Orion > Acme"},
      {"the/DT/det/2 firm/NN/root/0 Orion/NNP/nsubj/4 owns=own/VBZ/acl:relcl/2", "owns", "Orion > firm"},
      // "Which" takes up the name right before it.
      {"Ann/NNP/nsubj/4 is=be/VBZ/cop/4 the/DT/det/4 founder/NN/root/0 of/IN/case/6 Vega/NNP/nmod/4 "
       ",/,/punct/9 "
       "which/WDT/nsubj:pass/9 owned=own/VBN/acl:relcl/4 by/IN/case/11 Orion/NNP/obl:agent/9",
       "owned", "Orion > Vega [passive]"},
  });
}

TEST_CASE("an infinitive has its subject from the verb above") {
  check({
      {"Peru/NNP/nsubj/2 threatened=threaten/VBD/root/0 to/TO/mark/4 ban/VB/xcomp/2 Acme/NNP/obj/4", "ban",
       "Peru > Acme [inherited]"},
      {"Peru/NNP/nsubj/2 forced=force/VBD/root/0 Orion/NNP/obj/2 to/TO/mark/5 sell/VB/xcomp/2 Acme/NNP/obj/5",
       "sell", "Orion > Acme [inherited]"},
      // Whom somebody clears to act acts.
      {"Regulators=regulator/NNS/nsubj/2 cleared=clear/VBD/root/0 Orion/NNP/obj/2 to/TO/mark/5 "
       "buy/VB/advcl/2 Vega/NNP/obj/5",
       "buy", "Orion > Vega [inherited]"},
      // So does who has the approval, or is given leave.
      {"Orion/NNP/nsubj/2 won=win/VBD/root/0 approval/NN/obj/2 to/TO/mark/5 buy/VB/acl/3 Vega/NNP/obj/5",
       "buy", "Orion > Vega [inherited]"},
      {"Peru/NNP/nsubj/2 gave=give/VBD/root/0 Orion/NNP/iobj/2 leave/NN/obj/2 to/TO/mark/6 buy/VB/acl/4 "
       "Vega/NNP/obj/6",
       "buy", "Orion > Vega [inherited]"},
  });
}

TEST_CASE("coordinated verbs share what stands once") {
  constexpr std::string_view kShared =
      "Peru/NNP/nsubj/2 denounced=denounce/VBD/root/0 and/CC/cc/4 banned=ban/VBD/conj/2 Acme/NNP/obj/4";
  // A conjunct with its own subject crosses nothing.
  constexpr std::string_view kOwn =
      "Peru/NNP/nsubj/2 left=leave/VBD/root/0 and/CC/cc/5 Chile/NNP/nsubj/5 banned=ban/VBD/conj/2 "
      "Acme/NNP/obj/5";
  check({
      {kShared, "denounced", "Peru > Acme"},
      {kShared, "banned", "Peru > Acme [inherited]"},
      {kOwn, "left", "Peru > -"},
      {kOwn, "banned", "Chile > Acme"},
  });
}
