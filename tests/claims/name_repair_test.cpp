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

TEST_CASE("a name keeps the preposition that hung on its first word, and a nominal relation") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 2 nsubj:pass
    owned own VERB VBN 0 root
    by by ADP IN 4 case
    Nord Nord PROPN NNP 2 obl:agent
    Geely geely ADV RB 2 advmod)");
  const Sentence mended = with_name(s, "Nord", "Geely", NameType::organization);
  CHECK(mended.tokens[4].deprel == Deprel::obl_agent);
  CHECK(mended.tokens[3].head == 4);
  CHECK(mended.tokens[2].head == 4);
}

TEST_CASE("the head of a name and a word with a capital inside are proper nouns") {
  const Parsed s(R"(
    ParkStop parkstop NOUN NN 2 nsubj
    owns own VERB VBZ 0 root
    Vega vega PROPN NNP 4 compound
    Foods food NOUN NNS 2 obj)");
  const Sentence mended = with_name(s, "Vega", "Foods", NameType::organization);
  CHECK(mended.tokens[0].upos == Upos::propn);
  CHECK(mended.tokens[3].upos == Upos::propn);
}

TEST_CASE("a proper noun before a place that it modifies makes a company of it") {
  const Parsed s(R"(
    They they PRON PRP 2 nsubj
    own own VERB VBP 0 root
    Harvest Harvest PROPN NNP 4 compound
    America America PROPN NNP 2 obj)");
  const Sentence mended = with_name(s, "America", "America", NameType::place);
  CHECK(mended.names[0].first == 2);
  CHECK(mended.names[0].type == NameType::organization);
}

TEST_CASE("the verb after a name in a relative clause is its verb") {
  const Parsed s(R"(
    Vega Vega PROPN NNP 6 nsubj
    , , PUNCT , 4 punct
    which which PRON WDT 4 det
    Orion Orion PROPN NNP 1 acl:relcl
    bought buy VERB VBD 4 acl
    grew grow VERB VBD 0 root)");
  const Sentence mended = with_name(s, "Orion", "Orion", NameType::organization);
  CHECK(mended.tokens[4].deprel == Deprel::acl_relcl);
  CHECK(mended.tokens[4].head == 0);
  CHECK(mended.tokens[3].deprel == Deprel::nsubj);
  CHECK(mended.tokens[3].head == 4);
}

TEST_CASE("the first of two joined names does not modify the second") {
  const Parsed s(R"(
    Firms firm NOUN NNS 0 root
    like like ADP IN 5 case
    Orion Orion PROPN NNP 5 compound
    and and CCONJ CC 5 cc
    Vega Vega PROPN NNP 1 nmod)");
  Sentence sentence = s.tree().sentence();
  sentence.names = {{2, 2, NameType::organization, 1}, {4, 4, NameType::organization, 1}};
  repair_names(sentence);
  CHECK(sentence.tokens[2].head == 0);
  CHECK(sentence.tokens[2].deprel == Deprel::nmod);
  CHECK(sentence.tokens[1].head == 2);
  CHECK(sentence.tokens[4].head == 2);
  CHECK(sentence.tokens[4].deprel == Deprel::conj);
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

TEST_CASE("a noun between two names is somebody's, no attribute") {
  const Parsed s(R"(
    Orion Orion PROPN NNP 3 compound
    subsidiary subsidiary ADJ JJ 3 amod
    Vega Vega PROPN NNP 4 nsubj
    closed close VERB VBD 0 root)");
  Sentence sentence = s.tree().sentence();
  sentence.names = {{0, 0, NameType::organization, 1}, {2, 2, NameType::organization, 1}};
  repair_names(sentence);
  CHECK(sentence.tokens[1].upos == Upos::noun);
  CHECK(sentence.tokens[1].deprel == Deprel::nmod_desc);
  CHECK(sentence.tokens[0].head == 1);
}

TEST_CASE("a name before a time is the object") {
  const Parsed s(R"(
    They they PRON PRP 2 nsubj
    blocked block VERB VBD 0 root
    Vega Vega PROPN NNP 4 compound
    weeks week NOUN NNS 5 obl
    earlier early ADV RBR 2 advmod)");
  const Sentence mended = with_name(s, "Vega", "Vega", NameType::organization);
  CHECK(mended.tokens[2].head == 1);
  CHECK(mended.tokens[2].deprel == Deprel::obj);
}

TEST_CASE("who leads a body is named behind it") {
  const Parsed s(R"(
    director director NOUN NN 5 nsubj
    of of ADP IN 3 case
    Amnesty Amnesty PROPN NNP 1 nmod
    Perez Perez PROPN NNP 3 flat
    said say VERB VBD 0 root)");
  Sentence sentence = s.tree().sentence();
  sentence.names = {{2, 2, NameType::organization, 1}, {3, 3, NameType::person, 1}};
  repair_names(sentence);
  CHECK(sentence.tokens[3].head == 4);
  CHECK(sentence.tokens[3].deprel == Deprel::nsubj);
  CHECK(sentence.tokens[0].head == 3);
  CHECK(sentence.tokens[0].deprel == Deprel::nmod_desc);
}

TEST_CASE("a company behind a verb without an object is no time") {
  const Parsed s(R"(
    Orion Orion PROPN NNP 2 nsubj
    bought buy VERB VBD 0 root
    Vega Vega PROPN NNP 2 obl:unmarked)");
  const Sentence mended = with_name(s, "Vega", "Vega", NameType::organization);
  CHECK(mended.tokens[2].deprel == Deprel::obj);
}
