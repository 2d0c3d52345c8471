// Whom a word judges. A row is a sentence (annotated.h has the notation), the word, and the words that it is
// said of.
#include "claims/grammar/opinion.h"

#include "claims/annotated.h"

using namespace newsgraph;
using namespace newsgraph::testing;

namespace {

std::string judged_in(const WordRow& row) {
  const Annotated document(row.text);
  const Tree tree(document.sentence(0));
  std::vector<std::string> judged;
  for (const int t : judged_heads(tree, RelationSchema::built_in(), document.at(row.word).token))
    judged.emplace_back(tree.token(t).form);
  return listed(judged);
}

void check(std::initializer_list<WordRow> rows) {
  check_rows(judged_in, rows);
}

bool retracted(std::string_view line, std::string_view word) {
  const Annotated document(line);
  return is_retracted(Tree(document.sentence(0)), document.at(word).token);
}

bool infinitive_of_be(std::string_view line, std::string_view word) {
  const Annotated document(line);
  return is_infinitive_of_be(Tree(document.sentence(0)), document.at(word).token);
}

}  // namespace

TEST_CASE("a predicate judges its subject, an attribute its noun or that noun's subject") {
  check({
      {"The/DT/det/2 ban/NN/nsubj/4 is=be/VBZ/cop/4 outrageous/JJ/root/0", "outrageous", "ban"},
      {"Reckless/JJ/amod/2 plans=plan/NNS/nsubj/3 failed=fail/VBD/root/0", "Reckless", "plans"},
      {"Vega/NNP/nsubj/5 is=be/VBZ/cop/5 a/DT/det/5 corrupt/JJ/amod/5 firm/NN/root/0", "corrupt", "Vega"},
  });
}

TEST_CASE("a decision with its maker is judged itself, who commits a deed stands behind it") {
  check({
      {"This/PRON:DT/nsubj/5 is=be/VBZ/cop/5 a/DT/det/5 shameful/JJ/amod/5 decision/NN/root/0 by/IN/case/7 "
       "Vega/NNP/nmod/5",
       "shameful", "decision"},
      {"This/PRON:DT/nsubj/4 is=be/VBZ/cop/4 a/DT/det/4 betrayal/NN/root/0 by/IN/case/6 Vega/NNP/nmod/4",
       "betrayal", "Vega"},
      {"It/PRP/nsubj/3 is=be/VBZ/cop/3 irresponsible/JJ/root/0 of/IN/case/5 Vega/NNP/obl/3", "irresponsible",
       "Vega"},
  });
}

TEST_CASE("what is an act of something is judged itself") {
  check({
      {"Sanctions=sanction/NNS/nsubj/4 are=be/VBP/cop/4 an=a/DT/det/4 act/NN/root/0 of/IN/case/6 "
       "aggression/NN/nmod/4",
       "aggression", "Sanctions"},
  });
}

TEST_CASE("who is to blame is judged, who blames is not") {
  const std::string_view blamed = "Vega/NNP/nsubj/4 is=be/VBZ/aux/4 to/TO/mark/4 blame/VB/root/0";
  CHECK(infinitive_of_be(blamed, "blame"));
  check({{blamed, "blame", "Vega"}});
  CHECK_FALSE(infinitive_of_be("Vega/NNP/nsubj/4 is=be/VBZ/aux/4 to/TO/mark/4 blame/VB/root/0 Mara/NNP/obj/4",
                               "blame"));
}

TEST_CASE("what is negated, or less so, is not said") {
  CHECK(
      retracted("Vega/NNP/nsubj/5 is=be/VBZ/cop/5 no/DT/det/5 corrupt/JJ/amod/5 firm/NN/root/0", "corrupt"));
  CHECK(retracted("Vega/NNP/nsubj/4 is=be/VBZ/cop/4 less/ADV:RBR/advmod/4 destructive/JJ/root/0",
                  "destructive"));
  CHECK(retracted("Vega/NNP/nsubj/2 has=have/VBZ/root/0 no/DT/det/4 shame/NN/obj/2", "has"));
  CHECK_FALSE(retracted("The/DT/det/2 ban/NN/nsubj/4 is=be/VBZ/cop/4 outrageous/JJ/root/0", "outrageous"));
}
