#include "claims/repair/repairs.h"

#include "claims/parsed.h"

using namespace newsgraph;
using newsgraph::testing::Parsed;

namespace {

Sentence with_name(const Parsed& parsed, std::string_view first, std::string_view last, NameType type) {
  Sentence sentence = parsed.tree().sentence();
  sentence.names = {{parsed.at(first), parsed.at(last), type, 1}};
  repair_names(sentence);
  return sentence;
}

}  // namespace

TEST_CASE("the words of a name hang together") {
  const Parsed s(R"(
    Vinhais Vinhais PROPN NNP 3 nsubj
    Care care PROPN NNP 3 nsubj
    owns own VERB VBZ 0 root
    Vega Vega PROPN NNP 3 obj)");
  const Sentence mended = with_name(s, "Vinhais", "Care", NameType::organization);
  CHECK(mended.tokens[0].head == 1);
  CHECK(mended.tokens[0].deprel == Deprel::compound);
  CHECK(mended.tokens[1].head == 2);
}

TEST_CASE("a name keeps the preposition that hung on its first word") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 2 nsubj:pass
    owned own VERB VBN 0 root
    by by ADP IN 4 case
    Nord Nord PROPN NNP 2 obl:agent
    Geely Geely PROPN NNP 2 obl:agent)");
  const Sentence mended = with_name(s, "Nord", "Geely", NameType::organization);
  CHECK(mended.tokens[4].deprel == Deprel::obl_agent);
  CHECK(mended.tokens[3].head == 4);
  CHECK(mended.tokens[2].head == 4);
}

TEST_CASE("the head of a name is a proper noun") {
  const Parsed s(R"(
    They they PRON PRP 2 nsubj
    own own VERB VBP 0 root
    Vega vega PROPN NNP 4 compound
    Foods food NOUN NNS 2 obj)");
  const Sentence mended = with_name(s, "Vega", "Foods", NameType::organization);
  CHECK(mended.tokens[3].upos == Upos::propn);
}

TEST_CASE("what follows a name hangs on the whole of it, and what describes it is no second one") {
  const Parsed s(R"(
    Doctors doctor NOUN NNS 7 nsubj
    Abroad Abroad PROPN NNP 1 nmod
    , , PUNCT , 5 punct
    a a DET DT 5 det
    charity charity NOUN NN 2 conj
    , , PUNCT , 1 punct
    left leave VERB VBD 0 root)");
  const Sentence mended = with_name(s, "Doctors", "Abroad", NameType::organization);
  CHECK(mended.tokens[4].head == 0);
  CHECK(mended.tokens[4].deprel == Deprel::appos);
}
