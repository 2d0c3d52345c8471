// What the model thinks that words state: against the trainer's arithmetic.
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catch.h"
#include "language/analyzer.h"
#include "language/model.h"

using namespace newsgraph;

namespace {

nlohmann::json reference() {
  std::ifstream in(NEWSGRAPH_SOURCE_DIR "/tests/language/reference.json");
  REQUIRE(in);
  return nlohmann::json::parse(in)["sentences"];
}

Sentence parsed(const std::vector<std::string>& forms) {
  Sentence sentence;
  for (const std::string& form : forms) sentence.tokens.emplace_back().form = form;
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
