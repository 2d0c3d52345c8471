// Of whom a noun that describes somebody is said. A row is a sentence (annotated.h has the notation), a noun
// of it and who that is.
#include "claims/grammar/referent.h"

#include "claims/annotated.h"

using namespace newsgraph;
using namespace newsgraph::testing;

namespace {

void check(std::initializer_list<WordRow> rows) {
  check_rows(
      [](const WordRow& row) {
        const Annotated document(row.text);
        const Tree tree(document.sentence(0));
        return forms_of(tree.sentence(), referents_of_role(tree, document.at(row.word).token));
      },
      rows);
}

}  // namespace

TEST_CASE("a second predicate is said of what the first is said of") {
  check({
      {"Vega/NNP/nsubj/4 is=be/VBZ/cop/4 an=a/DT/det/4 airline/NN/root/0 in/IN/case/6 Oslo/NNP/nmod/4 "
       "and/CC/cc/9 a/DT/det/9 subsidiary/NN/conj/6 of/IN/case/11 Orion/NNP/nmod/9",
       "subsidiary", "Vega"},
  });
}

TEST_CASE("a phrase that opens the sentence is said of the name after its comma") {
  check({
      {"A/DT/det/2 subsidiary/NN/nsubj/7 of/IN/case/4 Orion/NNP/nmod/2 ,/,/punct/2 Vega/NNP/nsubj/7 "
       "makes=make/VBZ/root/0 toys=toy/NNS/obj/7",
       "subsidiary", "Vega"},
  });
}

TEST_CASE("a name between commas belongs to the noun before, who reports does not") {
  check({
      {"its/PRP$/nmod:poss/2 unit/NN/nsubj/6 ,/,/punct/4 Vega/NNP/dep/6 ,/,/punct/4 grew=grow/VBD/root/0",
       "unit", "Vega"},
      {"They/PRP/nsubj/2 sold=sell/VBD/root/0 a/DT/det/4 unit/NN/obj/2 ,/,/punct/7 Reuters/NNP/nsubj/7 "
       "reported=report/VBD/parataxis/2",
       "unit", "-"},
  });
}

TEST_CASE("members that a plural includes") {
  check({
      {"Its=its/PRP$/nmod:poss/2 brands=brand/NNS/nsubj/3 include/VBP/root/0 Vega/NNP/obj/3 and/CC/cc/6 "
       "Lyra/NNP/conj/4",
       "brands", "Vega, Lyra"},
  });
}

TEST_CASE("a noun that only modifies another describes nothing") {
  check({
      {"Orion/NNP/nmod:poss/4 's/POS/case/1 unit/NN/compound/4 price/NN/nsubj/5 fell=fall/VBD/root/0", "unit",
       "-"},
  });
}
