// The best dependency tree over arc scores: Chu and Liu (1965), "On the shortest arborescence of a
// directed graph"; Edmonds (1967), "Optimum branchings".
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace newsgraph {

// Scores of the arcs of a sentence of `words` words: at(d, h) is that of the arc to word d (from 0) from
// head h, where head 0 is the root and head j the word j - 1.
struct ArcScores {
  std::span<const float> values;
  std::size_t words = 0;
  std::size_t stride = 0;  // floats from one word to the next, more than words

  float at(std::size_t d, std::size_t h) const { return values[d * stride + h]; }
};

// The head of each word (0 for the root) in the tree of the greatest sum in which exactly one word hangs
// on the root. Ties fall to the lower head. Takes O(n^2) where the best heads are a tree already, which is
// the rule, and O(n^3) at worst.
std::vector<std::size_t> best_tree(const ArcScores& scores);

}  // namespace newsgraph
