#include "claims/repair/repairs.h"
#include "claims/repaired.h"

using namespace newsgraph;
using namespace newsgraph::testing;

TEST_CASE("the words of a name hang together") {
  check(repair_names,
        "Vinhais/NNP/nsubj/3/organization Care=care/NNP/nsubj/3/+ owns=own/VBZ/root/0 Vega/NNP/obj/3",
        "Vinhais/compound/Care, Care//owns");
}

TEST_CASE("a name keeps the preposition that hung on its first word") {
  check(repair_names,
        "Vega/NNP/nsubj:pass/2 owned=own/VBN/root/0 by/IN/case/4 Nord/NNP/obl:agent/2/organization "
        "Geely/NNP/obl:agent/2/+",
        "Geely/obl:agent, Nord//Geely, by//Geely");
}

TEST_CASE("the head of a name is a proper noun") {
  const Annotated document(
      "They/PRP/nsubj/2 own/VBP/root/0 Vega=vega/NNP/compound/4/organization Foods=food/NNS/obj/2/+");
  Sentence sentence = document.sentence(0);
  repair_names(sentence);
  CHECK(sentence.token(3).upos == Upos::propn);
}

TEST_CASE("what follows a name hangs on the whole of it, and what describes it is no second one") {
  check(
      repair_names,
      "Doctors=doctor/NNS/nsubj/7/organization Abroad/NNP/nmod/1/+ ,/,/punct/5 a/DT/det/5 charity/NN/conj/2 "
      ",/,/punct/1 left=leave/VBD/root/0",
      "charity/appos/Doctors");
}
