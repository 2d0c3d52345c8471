// The linear-chain CRF over name tags: the best sequence, and how probable a name is at given words.
// Lafferty, McCallum and Pereira (2001), "Conditional Random Fields"; tags are O, then B and I of each
// NameType in its order (BIO).
#pragma once

#include <array>
#include <span>
#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

inline constexpr int kNameTags = 1 + 2 * kNameTypeCount;
inline constexpr int kOutsideTag = 0;
constexpr int begin_tag(int type) {
  return 1 + 2 * type;
}
constexpr int inside_tag(int type) {
  return 2 + 2 * type;
}

// Log weights of one tag after another and of the first tag. Sequences that are not BIO (an I that no
// B or I of its type precedes) weigh nothing.
class NameTransitions {
 public:
  // `move` is kNameTags x kNameTags, from row to column; `start` has kNameTags values.
  NameTransitions(std::span<const float> move, std::span<const float> start);

  float move(int from, int to) const { return move_[from][to]; }
  float start(int tag) const { return start_[tag]; }
  double move_weight(int from, int to) const { return move_weight_[from][to]; }
  double weight_before(int to, int from) const { return weight_before_[to][from]; }  // the same, by column
  double start_weight(int tag) const { return start_weight_[tag]; }

 private:
  std::array<std::array<float, kNameTags>, kNameTags> move_;
  std::array<float, kNameTags> start_;
  std::array<std::array<double, kNameTags>, kNameTags> move_weight_;
  std::array<std::array<double, kNameTags>, kNameTags> weight_before_;
  std::array<double, kNameTags> start_weight_;
};

// The names of the best tag sequence for `scores` (tokens x kNameTags); no confidence is set. Ties go
// to the lower tag.
std::vector<Name> best_names(std::span<const float> scores, const NameTransitions& transitions);

// Probability of a name of each type at exactly these words.
using NameVotes = std::array<double, kNameTypeCount>;

// Forward and backward masses of a sentence, scaled at each token.
class NameLattice {
 public:
  // The transitions have to outlive the lattice; the scores need not.
  NameLattice(std::span<const float> scores, const NameTransitions& transitions);
  NameLattice(std::span<const float>, NameTransitions&&) = delete;

  // Words [first, last], both inclusive, of the sentence.
  NameVotes votes(int first, int last) const;

 private:
  using Row = std::array<double, kNameTags>;

  double vote(int first, int last, int type) const;

  const NameTransitions* transitions_;
  std::vector<Row> factors_;  // exp of the scores, the best of a token being 1
  std::vector<Row> before_;   // mass that comes into a tag, without its factor
  std::vector<Row> after_;    // mass of what follows a tag
  std::vector<double> scale_;
};

}  // namespace newsgraph
