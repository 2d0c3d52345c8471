// What the model thinks that words state: against the trainer's arithmetic.
#include <cmath>
#include <string>
#include <vector>

#include "catch.h"
#include "language/analyzer.h"
#include "language/model.h"
#include "reference.h"

using namespace newsgraph;

namespace {

Sentence parsed(const std::vector<std::string>& forms) {
  Sentence sentence = sentence_of(forms);
  Sentence* pointer = &sentence;
  Analyzer(Model::built_in()).parse({&pointer, 1});
  return sentence;
}

}  // namespace

TEST_CASE("Scores of claims are those of the trainer's arithmetic to the bit") {
  std::size_t stating = 0;
  for (const nlohmann::json& expected : reference()) {
    const auto forms = expected["forms"].get<std::vector<std::string>>();
    INFO(expected["forms"]);
    const Sentence sentence = parsed(forms);
    REQUIRE(sentence.claim_scores.size() == forms.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const WordClaim& word = sentence.claim_scores[i];
      for (std::size_t k = 0; k < word.trigger.size(); ++k)
        CHECK(word.trigger[k] == expected["trigger"][i][k].get<float>());
      for (std::size_t k = 0; k < word.status.size(); ++k)
        CHECK(word.status[k] == expected["status"][i][k].get<float>());
      if (next == expected["stating"].size() || expected["stating"][next] != i) {
        CHECK(word.subject.empty());
        CHECK(word.object.empty());
        continue;
      }
      CHECK(word.subject == expected["subject"][next].get<std::vector<float>>());
      CHECK(word.object == expected["object"][next].get<std::vector<float>>());
      ++next;
    }
    stating += next;
  }
  CHECK(stating > 3);
}

TEST_CASE("Verdicts on claims are those of the trainer's arithmetic to the bit") {
  std::size_t asked = 0;
  for (const nlohmann::json& expected : reference()) {
    const auto forms = expected["forms"].get<std::vector<std::string>>();
    if (expected["verdicts"].empty()) continue;
    INFO(expected["forms"]);
    const auto end = static_cast<std::int32_t>(forms.size()) - 1;
    // The subject of the second is elsewhere, the trigger of the third has two words. That of the fourth is
    // elsewhere, and its name stands in front, that of the fifth is no name.
    const std::vector<ProposedClaim> claims{{0, {1, 1}, {0, 0}, {end, end}},
                                            {1, {1, 1}, {}, {end, end}},
                                            {2, {1, 2}, {0, 0}, {end, end}},
                                            {1, {2, 2}, {}, {end, end}, {0, 0}},
                                            {2, {2, 2}, {1, 1}, {end, end}, {0, 0}}};
    Sentence sentence = sentence_of(forms);
    const std::vector<Sentence*> sentences(claims.size(), &sentence);
    const auto verdicts = Analyzer(Model::built_in()).verify(sentences, claims);
    CHECK(verdicts == expected["verdicts"].get<std::vector<float>>());
    asked += verdicts.size();
  }
  CHECK(asked > 20);
}

TEST_CASE("What is skimmed is read on or left alone by the trainer's arithmetic") {
  std::size_t left = 0, read = 0;
  std::vector<std::vector<std::string>> forms;
  std::vector<Sentence> sentences;
  std::vector<Sentence*> pointers;
  const nlohmann::json all = reference();
  for (const nlohmann::json& expected : all) forms.push_back(expected["forms"]);
  for (const auto& words : forms) sentences.push_back(sentence_of(words));
  for (Sentence& sentence : sentences) pointers.push_back(&sentence);
  Analyzer(Model::built_in()).parse_stating(pointers);
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    INFO(all[s]["forms"]);
    const bool states = all[s]["skimmed"].get<float>() >= 0;
    REQUIRE(sentences[s].layers.parsed == states);
    ++(states ? read : left);
    // Who stands beside it in the batch does not matter.
    if (states)
      CHECK(sentences[s].name_scores == parsed(forms[s]).name_scores);
    else
      CHECK(sentences[s].claim_scores.empty());
  }
  CHECK(left > 0);
  CHECK(read > 3);
}

TEST_CASE("A claim of a sentence of many parts is weighed in the part that states it") {
  std::vector<std::string> forms(900, "and");
  forms[600] = "Orion";
  forms[601] = "owns";
  forms[602] = "Kestrel";
  Sentence sentence = sentence_of(forms);
  Analyzer analyzer(Model::built_in());
  const std::vector<ProposedClaim> near{{0, {601, 601}, {600, 600}, {602, 602}}};
  const std::vector<ProposedClaim> far{{0, {601, 601}, {0, 0}, {602, 602}}};
  const std::vector<ProposedClaim> elsewhere{{0, {601, 601}, {}, {602, 602}}};
  Sentence* const one = &sentence;
  CHECK(analyzer.verify({&one, 1}, near) != analyzer.verify({&one, 1}, far));
  CHECK(analyzer.verify({&one, 1}, far) == analyzer.verify({&one, 1}, elsewhere));
}

TEST_CASE("Pointers are probabilities over the words and nothing") {
  const auto forms = reference()[0]["forms"].get<std::vector<std::string>>();
  for (const WordClaim& word : parsed(forms).claim_scores) {
    if (word.subject.empty()) continue;
    REQUIRE(word.subject.size() == forms.size() + 1);
    double sum = 0;
    for (const float p : word.subject) sum += std::exp(static_cast<double>(p));
    CHECK(std::abs(sum - 1) < 1e-5);
  }
}
