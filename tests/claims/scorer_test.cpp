// The scorer adds up what is known of a claim.
#include "claims/confidence/scorer.h"

#include <cstring>
#include <string>

#include "catch.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

const char* const kScorer =
    R"({"format": "newsgraph scorer", "version": 1, "constant": -1,
  "least named": {"ruled": 0.4, "learned": 0.7, "learned:bans": 0.6}, "least unnamed": {"ruled": 0.5, "learned": 0.8},
  "weights": {"relation owns": 0.5, "trigger near": 1, "inherited": -2}})";

}  // namespace

TEST_CASE("the probability is that of the summed weights") {
  const Scorer scorer = Scorer::parse(kScorer, "test");
  CHECK(scorer.probability({}) == 0.27);
  CHECK(scorer.probability({{"relation owns"}, {"trigger near", 2}}) == 0.82);
  CHECK(scorer.probability({{"relation owns"}, {"trigger near", 2}, {"inherited"}}) == 0.38);
}

TEST_CASE("what the scorer never saw weighs nothing") {
  const Scorer scorer = Scorer::parse(kScorer, "test");
  CHECK(scorer.probability({{"rule verb:unheard-of", 40}}) == scorer.probability({}));
}

TEST_CASE("only relations that it learned are scored") {
  const Scorer scorer = Scorer::parse(kScorer, "test");
  CHECK(scorer.knows("owns"));
  CHECK_FALSE(scorer.knows("supports"));
  CHECK(scorer.least("verb:own", true) == 0.4);
  CHECK(scorer.least("learned:owns", true) == 0.7);
  CHECK(scorer.least("learned:bans", true) == 0.6);
  CHECK(scorer.least("learned:bans", false) == 0.8);
  CHECK(scorer.least("verb:own", false) == 0.5);
  CHECK(scorer.least("learned:owns", false) == 0.8);
  CHECK(scorer.least("repeat:do", false) == 0);
}

TEST_CASE("text that is no scorer is refused") {
  CHECK_NOTHROW(Scorer::parse(kScorer, "test"));
  const struct {
    const char* instead_of;
    const char* with;
  } rows[] = {{kScorer, "{}"},
              {kScorer, "["},
              {kScorer, "[]"},
              {"newsgraph scorer", "newsgraph antecedents"},
              {"\"version\": 1", "\"version\": 2"},
              {"\"constant\": -1", "\"constant\": \"much\""},
              {"\"constant\": -1", "\"constant\": -1e308"},
              {"{\"ruled\": 0.4, \"learned\": 0.7, \"learned:bans\": 0.6}", "0.4"},
              {"\"learned:bans\": 0.6", "\"learned:bans\": \"much\""},
              {"\"inherited\": -2", "\"inherited\": -1e308"}};
  for (const auto& row : rows) {
    std::string text = kScorer;
    text.replace(text.find(row.instead_of), std::strlen(row.instead_of), row.with);
    CAPTURE(text);
    CHECK_THROWS_AS(Scorer::parse(text, "mine.json"), Error);
  }
}

TEST_CASE("the built-in scorer knows the built-in relations") {
  for (const Relation& relation : RelationSchema::built_in().relations())
    CHECK(Scorer::built_in().knows(relation.name));
  CHECK(Scorer::built_in().least("learned:owns", true) > 0);
}
