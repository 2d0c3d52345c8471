// The parser at run time: the same to the bit as the trainer's arithmetic, on every instruction set and
// whatever else is in the batch.
#include <hwy/targets.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catch.h"
#include "language/analyzer.h"
#include "language/kernels.h"
#include "language/model.h"
#include "language/model_impl.h"
#include "language/parser_runner.h"

using namespace newsgraph;

namespace {

nlohmann::json reference() {
  std::ifstream in(NEWSGRAPH_SOURCE_DIR "/tests/language/reference.json");
  REQUIRE(in);
  return nlohmann::json::parse(in)["sentences"];
}

// A sentence of the given forms, which have to outlive it.
Sentence sentence_of(const std::vector<std::string>& forms) {
  Sentence sentence;
  for (const std::string& form : forms) {
    Token token;
    token.form = form;
    sentence.tokens.push_back(token);
  }
  return sentence;
}

// What is wrong with the tree of a sentence; empty if nothing is.
std::string complaint(const Sentence& sentence) {
  const auto size = static_cast<std::int32_t>(sentence.tokens.size());
  int roots = 0;
  for (const Token& token : sentence.tokens) {
    if (token.lemma.empty()) return "a token has no lemma";
    if ((token.head == -1) != (token.deprel == Deprel::root)) return "root and relation disagree";
    if (token.head == -1) ++roots;
    std::int32_t node = token.head;
    for (std::int32_t steps = 0; node != -1; ++steps) {
      if (node < 0 || node >= size || steps > size) return "no tree";
      node = sentence.tokens[static_cast<std::size_t>(node)].head;
    }
  }
  return roots == 1 ? "" : "not one root";
}

// Everything that the parser sets, as text.
std::string printed(const Sentence& sentence) {
  std::string text;
  for (const Token& t : sentence.tokens) {
    text += std::string(t.form) + " " + t.lemma + " " + std::string(to_string(t.upos)) + " ";
    text += std::string(to_string(t.xpos)) + " " + std::to_string(t.head) + " ";
    text += std::string(to_string(t.deprel)) + "\n";
  }
  return text;
}

std::vector<std::string> parse_each(const std::vector<std::vector<std::string>>& all) {
  std::vector<std::string> results;
  for (const auto& forms : all) {
    Analyzer analyzer(Model::built_in());
    Sentence sentence = sentence_of(forms);
    Sentence* pointer = &sentence;
    analyzer.parse({&pointer, 1});
    results.push_back(printed(sentence));
  }
  return results;
}

std::vector<std::vector<std::string>> sample() {
  std::vector<std::vector<std::string>> all;
  for (const nlohmann::json& s : reference()) all.push_back(s["forms"].get<std::vector<std::string>>());
  return all;
}

// The codes of every `step`-th value of each row of `width`.
nlohmann::json thinned(const std::vector<std::uint8_t>& values, std::size_t width, std::size_t step) {
  nlohmann::json rows = nlohmann::json::array();
  for (std::size_t row = 0; row < values.size(); row += width) {
    nlohmann::json picked = nlohmann::json::array();
    for (std::size_t i = 0; i < width; i += step) picked.push_back(values[row + i] - kByteZero);
    rows.push_back(picked);
  }
  return rows;
}

}  // namespace

TEST_CASE("Activations, tags and trees are those of the trainer to the bit") {
  const ParserModel& model = Model::built_in()->impl().parser;
  for (const nlohmann::json& expected : reference()) {
    const auto forms = expected["forms"].get<std::vector<std::string>>();
    INFO(expected["forms"]);
    ParserRunner runner(model);
    Sentence sentence = sentence_of(forms);
    Sentence* pointer = &sentence;
    runner.parse({&pointer, 1});
    const ParserActivations& a = runner.activations();
    CHECK(thinned(a.word_vectors, model.embedder.width(), 16) == expected["words"]);
    CHECK(thinned(a.states, model.encoder.outputs(), 32) == expected["states"]);
    const std::size_t stride = a.arcs.size() / forms.size();
    for (std::size_t d = 0; d < forms.size(); ++d) {
      for (std::size_t h = 0; h <= forms.size(); ++h) {
        CHECK(a.arcs[d * stride + h] == expected["arcs"][d][h].get<float>());
      }
      const Token& token = sentence.tokens[d];
      CHECK(to_string(token.upos) == expected["upos"][d].get<std::string>());
      CHECK(to_string(token.xpos) == expected["xpos"][d].get<std::string>());
      CHECK(token.lemma == expected["lemmas"][d].get<std::string>());
      CHECK(token.head + 1 == expected["heads"][d].get<int>());
      CHECK(to_string(token.deprel) == expected["relations"][d].get<std::string>());
    }
  }
}

TEST_CASE("All instruction sets parse to the same result") {
  const auto all = sample();
  const std::vector<std::string> expected = parse_each(all);
  for (std::int64_t rest = kernels::supported_targets(); rest != 0; rest &= rest - 1) {
    hwy::SetSupportedTargetsForTest(rest & -rest);
    hwy::GetChosenTarget().DeInit();
    INFO("target " << hwy::TargetName(rest & -rest));
    CHECK(parse_each(all) == expected);
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().DeInit();
}

TEST_CASE("A result does not depend on what else is in the batch, nor on the order") {
  const auto all = sample();
  const std::vector<std::string> expected = parse_each(all);
  std::vector<Sentence> sentences;
  for (int copy = 0; copy < 40; ++copy) {
    for (std::size_t i = 0; i < all.size(); ++i)
      sentences.push_back(sentence_of(all[(i + std::size_t(copy)) % all.size()]));
  }
  std::vector<Sentence*> pointers;
  for (Sentence& sentence : sentences) pointers.push_back(&sentence);
  Analyzer analyzer(Model::built_in());
  analyzer.parse(pointers);
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::size_t which = (i % all.size() + i / all.size()) % all.size();
    REQUIRE(printed(sentences[i]) == expected[which]);
  }
}

TEST_CASE("News is understood") {
  const std::vector<std::string> forms = {"The", "government", "has", "banned", "TikTok", "."};
  Sentence sentence = sentence_of(forms);
  Sentence* pointer = &sentence;
  Analyzer analyzer(Model::built_in());
  analyzer.parse({&pointer, 1});
  CHECK(printed(sentence) ==
        "The the DET DT 1 det\n"
        "government government NOUN NN 3 nsubj\n"
        "has have AUX VBZ 3 aux\n"
        "banned ban VERB VBN -1 root\n"
        "TikTok TikTok PROPN NNP 3 obj\n"
        ". . PUNCT . 3 punct\n");
}

TEST_CASE("Very long sentences are cut and joined to one tree") {
  const auto all = sample();
  std::vector<std::string> forms;
  const auto size = GENERATE(std::size_t{401}, std::size_t{1234}, std::size_t{5000});
  while (forms.size() < size) forms.push_back(all[0][forms.size() % all[0].size()]);
  Sentence sentence = sentence_of(forms);
  Sentence* pointer = &sentence;
  Analyzer analyzer(Model::built_in());
  analyzer.parse({&pointer, 1});
  CHECK(complaint(sentence).empty());
  CHECK(sentence.layers.parsed);
}

TEST_CASE("Any bytes are a form") {
  const std::vector<std::string> forms = {
      "",  "\xff\xfe", std::string(5000, 'a'), "\U0001F600", "  ",
      "’", "İSTANBUL", std::string("\0", 1),   "ﬁ",          "2025-01-31T00:00:00Z"};
  Sentence sentence = sentence_of(forms);
  Sentence* pointer = &sentence;
  Analyzer analyzer(Model::built_in());
  sentence.tokens.front().form = "-";  // a token is never empty
  analyzer.parse({&pointer, 1});
  CHECK(complaint(sentence).empty());
}

TEST_CASE("Sentences that are parsed already are left alone") {
  const std::vector<std::string> forms = {"Markets", "fell"};
  Sentence sentence = sentence_of(forms);
  sentence.layers.parsed = true;
  Sentence* pointer = &sentence;
  Analyzer analyzer(Model::built_in());
  analyzer.parse({&pointer, 1});
  CHECK(sentence.tokens[0].lemma.empty());
  analyzer.parse({});
}
