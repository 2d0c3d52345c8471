#include "language/names/names_lattice.h"

#include <cmath>
#include <random>
#include <vector>

#include "catch.h"

using namespace newsgraph;

namespace {

std::vector<float> random_scores(std::size_t count, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> scores(count);
  for (float& s : scores) s = static_cast<float>(random() % 2000) / 500 - 2;
  return scores;
}

NameTransitions random_transitions(unsigned seed) {
  return {random_scores(kNameTags * kNameTags, seed), random_scores(kNameTags, seed + 1)};
}

bool is_bio(const std::vector<int>& tags) {
  for (std::size_t t = 0; t < tags.size(); ++t) {
    if (tags[t] == kOutsideTag || tags[t] % 2 == 1) continue;
    if (t == 0 || (tags[t - 1] != tags[t] && tags[t - 1] != tags[t] - 1)) return false;
  }
  return true;
}

// Calls `use(tags, weight)` for each of the BIO sequences of `length` words.
template <typename Use>
void each_sequence(std::size_t length, const std::vector<float>& scores, const NameTransitions& transitions,
                   Use use) {
  std::vector<int> tags(length, 0);
  for (;;) {
    if (is_bio(tags)) {
      double weight = transitions.start(tags[0]);
      for (std::size_t t = 0; t < length; ++t) {
        weight += scores[t * kNameTags + static_cast<std::size_t>(tags[t])];
        if (t > 0) weight += transitions.move(tags[t - 1], tags[t]);
      }
      use(tags, std::exp(weight));
    }
    std::size_t t = 0;
    while (t < length && ++tags[t] == kNameTags) tags[t++] = 0;
    if (t == length) return;
  }
}

std::vector<Name> names_of(const std::vector<int>& tags) {
  std::vector<Name> names;
  for (std::size_t t = 0; t < tags.size(); ++t) {
    const auto token = static_cast<std::int32_t>(t);
    if (tags[t] == kOutsideTag) continue;
    if (tags[t] % 2 == 1) names.push_back({token, token, static_cast<NameType>(tags[t] / 2), 0});
    names.back().last = token;
  }
  return names;
}

bool same(const Name& a, const Name& b) {
  return a.first == b.first && a.last == b.last && a.type == b.type;
}

}  // namespace

TEST_CASE("the best names are those of the heaviest BIO sequence") {
  const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U);
  const auto scores = random_scores(4 * kNameTags, seed);
  const auto transitions = random_transitions(seed + 100);
  double heaviest = 0;
  std::vector<Name> wanted;
  each_sequence(4, scores, transitions, [&](const std::vector<int>& tags, double weight) {
    if (weight <= heaviest) return;
    heaviest = weight;
    wanted = names_of(tags);
  });
  const auto found = best_names(scores, transitions);
  REQUIRE(found.size() == wanted.size());
  for (std::size_t i = 0; i < found.size(); ++i) CHECK(same(found[i], wanted[i]));
}

TEST_CASE("votes are the marginal probabilities of names at exactly these words") {
  const unsigned seed = GENERATE(6U, 7U, 8U);
  const auto scores = random_scores(3 * kNameTags, seed);
  const auto transitions = random_transitions(seed + 100);
  const NameLattice lattice(scores, transitions);
  for (int first = 0; first < 3; ++first) {
    for (int last = first; last < 3; ++last) {
      const NameVotes votes = lattice.votes(first, last);
      for (int type = 0; type < kNameTypeCount; ++type) {
        const Name name = {first, last, static_cast<NameType>(type), 0};
        double with = 0, all = 0;
        each_sequence(3, scores, transitions, [&](const std::vector<int>& tags, double weight) {
          all += weight;
          for (const Name& n : names_of(tags)) with += same(n, name) ? weight : 0;
        });
        CHECK(votes[static_cast<std::size_t>(type)] == Approx(with / all).epsilon(1e-9));
      }
    }
  }
}

TEST_CASE("an inside tag never stands alone, however high its score") {
  std::vector<float> scores(3 * kNameTags, 0);
  for (std::size_t t = 0; t < 3; ++t) scores[t * kNameTags + static_cast<std::size_t>(inside_tag(2))] = 50;
  const NameTransitions neutral(std::vector<float>(kNameTags * kNameTags, 0),
                                std::vector<float>(kNameTags, 0));
  const auto names = best_names(scores, neutral);
  REQUIRE(names.size() == 1);
  CHECK(same(names[0], {0, 2, NameType::place, 0}));
}

TEST_CASE("a lattice bears long sentences and extreme scores") {
  std::vector<float> scores = random_scores(2000 * kNameTags, 9);
  scores[7] = 3e4F;
  scores[500] = -3e4F;
  const NameTransitions transitions = random_transitions(10);
  const NameLattice lattice(scores, transitions);
  for (int t = 0; t < 2000; t += 37) {
    double sum = 0;
    for (const double vote : lattice.votes(t, t)) sum += vote;
    CHECK(sum >= 0);
    CHECK(sum <= 1 + 1e-9);
  }
  CHECK(best_names({}, random_transitions(11)).empty());
}
