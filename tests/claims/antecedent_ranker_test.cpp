// Whom a description takes up where no rule can tell: what is known of each name, and the likeliest of them.
#include "claims/resolve/antecedent_ranker.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "catch.h"
#include "stated.h"
#include "support/error.h"

using namespace newsgraph;
using newsgraph::testing::stated_in;

namespace {

const char* const kRanker = R"({"format": "newsgraph antecedents", "version": 1,
  "weights": {"0 back": 1, "count": 2, "none for it": -1}})";

AntecedentCandidate candidate(const Actor* actor, std::vector<NamedFeature> features) {
  return {actor, std::move(features)};
}

}  // namespace

TEST_CASE("candidates share one probability by their summed weights") {
  const AntecedentRanker ranker = AntecedentRanker::parse(kRanker, "test");
  const Actor near, frequent;
  const auto shares =
      ranker.probabilities({candidate(&near, {{"0 back"}}), candidate(&frequent, {{"count", 2}}),
                            candidate(nullptr, {{"none for it"}})});
  REQUIRE(shares.size() == 3);
  CHECK(std::accumulate(shares.begin(), shares.end(), 0.0) > 0.999);
  CHECK(std::ranges::max_element(shares) - shares.begin() == 1);
  CHECK(shares[0] > shares[2]);
}

TEST_CASE("what the ranker never saw weighs nothing") {
  const AntecedentRanker ranker = AntecedentRanker::parse(kRanker, "test");
  const auto shares =
      ranker.probabilities({candidate(nullptr, {{"never seen", 30}}), candidate(nullptr, {})});
  CHECK(shares[0] == shares[1]);
  CHECK(ranker.probabilities({}).empty());
}

TEST_CASE("text that is no ranker is refused") {
  for (const char* text :
       {"{}", "[", R"({"format": "newsgraph antecedents", "version": 1})",
        R"({"format": "newsgraph antecedents", "version": 1, "weights": {"count": "much"}})",
        R"({"format": "newsgraph antecedents", "version": 2, "weights": {"count": 1}})",
        R"({"format": "newsgraph scorer", "version": 1, "weights": {"count": 1}})"})
    CHECK_THROWS_AS(AntecedentRanker::parse(text, "mine.json"), Error);
}

TEST_CASE("a weight that would add up to infinity is refused") {
  for (const char* weight : {"1e308", "-1e308", "1e400"}) {
    const std::string text =
        std::string(R"({"format": "newsgraph antecedents", "version": 1, "weights": {"count": )") + weight +
        "}}";
    CHECK_THROWS_AS(AntecedentRanker::parse(text, "mine.json"), Error);
  }
}

TEST_CASE("a kind of thing that no list has takes up the name before it") {
  const auto found = stated_in("Hollow Creek makes cheese in Fargo. The creamery belongs to Tamarack Foods.");
  CHECK(std::ranges::count(found, "Tamarack Foods owns Hollow Creek") == 1);
}

TEST_CASE("what nobody is named for stays unsaid") {
  CHECK(stated_in("It rained all night. The creamery belongs to Tamarack Foods.").empty());
}

TEST_CASE("what \"whose\" takes up stands right before it") {
  const auto found = stated_in(
      "Meridian Lines grew. The authority helped a rival, Nordsund, whose parent company Ostmark Holding has "
      "offered to buy 40 percent of Meridian.");
  CHECK(std::ranges::count(found, "Ostmark Holding owns Nordsund") == 1);
}

TEST_CASE("to whom something was done did not do it") {
  const auto found = stated_in("Mara Doe was shot in Lima on Monday. Peru condemned the killing.");
  CHECK(std::ranges::count(found, "Peru denounces Mara Doe") == 0);
  CHECK(std::ranges::count(found, "Peru denounces killing") == 1);
}
