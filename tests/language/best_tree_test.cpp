// The tree decoder against all trees of short sentences.
#include "language/parser/best_tree.h"

#include <algorithm>
#include <random>
#include <vector>

#include "catch.h"

using namespace newsgraph;

namespace {

bool is_tree(const std::vector<std::size_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) {
    if (heads[d] == 0) ++roots;
    std::size_t node = d + 1;
    for (std::size_t steps = 0; node != 0; ++steps) {
      if (steps > heads.size()) return false;
      node = heads[node - 1];
    }
  }
  return roots == 1;
}

double sum(const ArcScores& scores, const std::vector<std::size_t>& heads) {
  double total = 0;
  for (std::size_t d = 0; d < heads.size(); ++d) total += static_cast<double>(scores.at(d, heads[d]));
  return total;
}

// The best sum over all assignments of heads that are trees.
double best_by_trying(const ArcScores& scores) {
  std::vector<std::size_t> heads(scores.words, 0);
  double best = -1e30;
  for (;;) {
    if (is_tree(heads)) best = std::max(best, sum(scores, heads));
    std::size_t d = 0;
    while (d < heads.size() && ++heads[d] > scores.words) heads[d++] = 0;
    if (d == heads.size()) return best;
  }
}

}  // namespace

TEST_CASE("The decoder finds the best of all trees with one root") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    const std::size_t words = 1 + random() % 5;
    const std::size_t stride = words + 1 + random() % 3;
    std::vector<float> values(words * stride);
    for (float& v : values) v = static_cast<float>(random() % 2001) / 100.0F - 10.0F;
    const ArcScores scores{values, words, stride};
    const std::vector<std::size_t> heads = best_tree(scores);
    REQUIRE(is_tree(heads));
    CHECK(sum(scores, heads) == Approx(best_by_trying(scores)).margin(1e-4));
  }
}

TEST_CASE("A long sentence of nothing but cycles still gives a tree") {
  const std::size_t words = 120;
  std::vector<float> values(words * (words + 1), 0.0F);
  // Each pair of neighbours wants to be head of one another.
  for (std::size_t d = 0; d < words; ++d) values[d * (words + 1) + (d % 2 == 0 ? d + 2 : d)] = 50.0F;
  CHECK(is_tree(best_tree({values, words, words + 1})));
}

TEST_CASE("Where several words want to be the root, one becomes it") {
  const std::size_t words = 30;
  std::vector<float> values(words * (words + 1), 0.0F);
  for (std::size_t d = 0; d < words; ++d) values[d * (words + 1)] = 9.0F + static_cast<float>(d) / 100.0F;
  const std::vector<std::size_t> heads = best_tree({values, words, words + 1});
  CHECK(is_tree(heads));
  CHECK(heads[words - 1] == 0);
}
