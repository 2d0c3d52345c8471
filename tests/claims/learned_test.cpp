// What the model reads in a sentence becomes matches: which words are triggers, and which words their
// arguments.
#include "claims/match/learned.h"

#include <cmath>

#include "claims/annotated.h"

using namespace newsgraph;
using newsgraph::testing::Annotated;

namespace {

const RelationSchema& learned_schema() {
  static const RelationSchema schema = RelationSchema::parse(
      R"({"format": "newsgraph relations", "version": 1, "relations": [
           {"name": "denounces", "triggers": [{"id": "learned:denounces", "pos": "learned"}]},
           {"name": "supports", "triggers": [{"id": "learned:supports", "pos": "learned"}]}]})",
      "test");
  return schema;
}

constexpr float kNo = -8;

// A sentence in which the model sees nothing.
Sentence silent_sentence() {
  static const Annotated document(
      "Orion/NNP/nsubj/2 had=have/VBD/root/0 harsh/JJ/amod/4 words=word/NNS/obj/2 for/IN/case/6 "
      "Vega/NNP/nmod/4");
  Sentence sentence = document.sentence(0);
  sentence.claim_scores.resize(sentence.tokens.size());
  for (WordClaim& word : sentence.claim_scores) word.trigger = {kNo, kNo, kNo};
  return sentence;
}

// Log-probabilities of [elsewhere, each token].
std::vector<float> pointing(std::initializer_list<float> shares) {
  std::vector<float> scores;
  for (const float share : shares) scores.push_back(std::log(share));
  return scores;
}

void state_denouncing(WordClaim& word, float logit) {
  word.trigger[2] = logit;
  word.status = {3, 0, 0, 0};
  word.subject = pointing({0.01F, 0.94F, 0.01F, 0.01F, 0.01F, 0.01F, 0.01F});
  word.object = pointing({0.01F, 0.01F, 0.01F, 0.01F, 0.01F, 0.01F, 0.94F});
}

}  // namespace

TEST_CASE("a word that the model takes for a trigger is one, with its arguments and status") {
  Sentence sentence = silent_sentence();
  state_denouncing(sentence.claim_scores[3], 2);
  const auto matches = learned_matches(learned_schema(), Tree(sentence));
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].rule->id == "learned:denounces");
  CHECK(matches[0].trigger == 3);
  CHECK(matches[0].subjects == std::vector<int>{0});
  CHECK(matches[0].objects == std::vector<int>{5});
  CHECK(matches[0].status == Status::asserted);
}

TEST_CASE("an unlikely trigger is none, and neither is a sentence without scores") {
  Sentence sentence = silent_sentence();
  state_denouncing(sentence.claim_scores[3], -4);
  CHECK(learned_matches(learned_schema(), Tree(sentence)).empty());
  sentence.claim_scores.clear();
  CHECK(learned_matches(learned_schema(), Tree(sentence)).empty());
}

TEST_CASE("of triggers side by side the likeliest counts") {
  Sentence sentence = silent_sentence();
  state_denouncing(sentence.claim_scores[2], 1);
  state_denouncing(sentence.claim_scores[3], 2);
  const auto matches = learned_matches(learned_schema(), Tree(sentence));
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].trigger == 3);
}

TEST_CASE("an argument that is likeliest elsewhere is no word of the sentence") {
  Sentence sentence = silent_sentence();
  state_denouncing(sentence.claim_scores[3], 2);
  sentence.claim_scores[3].subject = pointing({0.9F, 0.05F, 0.01F, 0.01F, 0.01F, 0.01F, 0.01F});
  const auto matches = learned_matches(learned_schema(), Tree(sentence));
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].subjects.empty());
}

TEST_CASE("words that are about as likely are a list") {
  Sentence sentence = silent_sentence();
  state_denouncing(sentence.claim_scores[3], 2);
  sentence.claim_scores[3].object = pointing({0.01F, 0.01F, 0.01F, 0.4F, 0.01F, 0.01F, 0.5F});
  const auto matches = learned_matches(learned_schema(), Tree(sentence));
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].objects == std::vector<int>{2, 5});
}

TEST_CASE("a word that may be either argument is the likelier one") {
  Sentence sentence = silent_sentence();
  state_denouncing(sentence.claim_scores[3], 2);
  sentence.claim_scores[3].object = pointing({0.01F, 0.4F, 0.01F, 0.01F, 0.01F, 0.01F, 0.5F});
  const auto matches = learned_matches(learned_schema(), Tree(sentence));
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].subjects == std::vector<int>{0});
  CHECK(matches[0].objects == std::vector<int>{5});
}

TEST_CASE("a learned trigger takes no words") {
  CHECK_THROWS(RelationSchema::parse(
      R"({"format": "newsgraph relations", "version": 1, "relations": [
           {"name": "denounces", "triggers": [{"id": "learned:denounces", "pos": "learned", "lemmas": ["slam"]}]}]})",
      "test"));
}
