// The parser at run time: the same to the bit as the trainer's arithmetic, on every instruction set and
// whatever else is in the batch.
#include <string>
#include <vector>

#include "catch.h"
#include "language/analyzer.h"
#include "language/model.h"
#include "language/model_impl.h"
#include "language/sentence_runner.h"
#include "reference.h"
#include "targets.h"

using namespace newsgraph;

namespace {

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

// The same with the bits of all scores.
std::string printed_with_scores(const Sentence& sentence) {
  std::string text = printed(sentence);
  const auto add = [&](const auto& scores) {
    text.append(reinterpret_cast<const char*>(scores.data()), scores.size() * sizeof(float));
  };
  add(sentence.name_scores);
  for (const WordClaim& word : sentence.claim_scores) {
    add(word.trigger);
    add(word.status);
    add(word.subject);
    add(word.object);
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
    results.push_back(printed_with_scores(sentence));
  }
  return results;
}

std::vector<std::vector<std::string>> sample() {
  std::vector<std::vector<std::string>> all;
  for (const nlohmann::json& s : reference()) all.push_back(s["forms"].get<std::vector<std::string>>());
  return all;
}

}  // namespace

TEST_CASE("States, scores, tags and trees are those of the trainer's arithmetic to the bit") {
  for (const nlohmann::json& expected : reference()) {
    const auto forms = expected["forms"].get<std::vector<std::string>>();
    INFO(expected["forms"]);
    SentenceRunner runner(Model::built_in()->impl());
    Sentence sentence = sentence_of(forms);
    Sentence* pointer = &sentence;
    runner.parse({&pointer, 1});
    const std::vector<float>& arcs = runner.activations().arcs;
    const std::size_t stride = arcs.size() / forms.size();
    for (std::size_t d = 0; d < forms.size(); ++d) {
      for (std::size_t h = 0; h <= forms.size(); ++h) {
        CHECK(arcs[d * stride + h] == expected["arcs"][d][h].get<float>());
      }
      const Token& token = sentence.tokens[d];
      CHECK(to_string(token.upos) == expected["upos"][d].get<std::string>());
      CHECK(to_string(token.xpos) == expected["xpos"][d].get<std::string>());
      CHECK(token.lemma == expected["lemmas"][d].get<std::string>());
      CHECK(token.head + 1 == expected["heads"][d].get<int>());
      CHECK(to_string(token.deprel) == expected["relations"][d].get<std::string>());
    }
    CHECK(sentence.name_scores == expected["names"].get<std::vector<float>>());
    const std::vector<Segment> segments = runner.cut({&pointer, 1});
    const WordStates& states = runner.states(segments);
    for (std::size_t r = 0; r < forms.size(); ++r) {
      const auto row = expected["states"][r].get<std::vector<std::int16_t>>();
      for (std::size_t i = 0; i < row.size(); ++i) CHECK(states.row(r)[32 * i] == row[i]);
    }
  }
}

TEST_CASE("All instruction sets parse to the same result") {
  const auto all = sample();
  const std::vector<std::string> expected = parse_each(all);
  on_all_targets([&] { CHECK(parse_each(all) == expected); });
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
    REQUIRE(printed_with_scores(sentences[i]) == expected[which]);
  }
}

TEST_CASE("News is understood") {
  const std::vector<std::string> forms = {"The", "government", "has", "bought", "TikTok", "."};
  Sentence sentence = sentence_of(forms);
  Sentence* pointer = &sentence;
  Analyzer analyzer(Model::built_in());
  analyzer.parse({&pointer, 1});
  CHECK(printed(sentence) ==
        "The the DET DT 1 det\n"
        "government government NOUN NN 3 nsubj\n"
        "has have AUX VBZ 3 aux\n"
        "bought buy VERB VBN -1 root\n"
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
  CHECK(sentence.name_scores.size() == size * kNameTags);
  REQUIRE(sentence.claim_scores.size() == size);
  for (std::size_t i = 0; i < size; ++i) {
    const WordClaim& word = sentence.claim_scores[i];
    const auto first = static_cast<std::size_t>(word.segment);
    CHECK(first <= i);
    CHECK(word.subject.size() <= Segment::kMostTokens + 1);
    if (!word.subject.empty()) CHECK(first + word.subject.size() - 1 <= size);
  }
}

TEST_CASE("Words of many pieces make shorter segments, which cover the sentence") {
  std::vector<std::string> forms;
  for (std::size_t i = 0; i < 300; ++i)
    forms.push_back(i % 30 == 29 ? "," : std::string(i % 7 == 0 ? 200 : 20, '-'));
  Sentence sentence = sentence_of(forms);
  Sentence* pointer = &sentence;
  SentenceRunner runner(Model::built_in()->impl());
  const std::vector<Segment> segments = runner.cut({&pointer, 1});
  std::size_t next = 0;
  for (const Segment& segment : segments) {
    CHECK(segment.first == next);
    CHECK(segment.size > 0);
    CHECK(segment.pieces <= Segment::kMostPieces);
    CHECK(segment.pieces >= segment.size);
    next += segment.size;
    if (next < forms.size()) CHECK(segment.tokens().back().form == ",");
  }
  CHECK(next == forms.size());
  CHECK(segments.size() > 6);
  runner.parse({&pointer, 1});
  CHECK(complaint(sentence).empty());
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
