// Scores of pairs of words, a dependent and a head or the root: deep biaffine attention after Dozat and
// Manning (2017), "Deep Biaffine Attention for Neural Dependency Parsing", with a learnt score for the signed
// distance.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "language/network/kernels.h"
#include "language/network/model_file.h"

namespace newsgraph {

// Distances from a word to its head beyond this share a row.
inline constexpr std::ptrdiff_t kMaxDistance = 24;
// Row of a table of distances; head 0 is the root, `dependent` counts from 1.
std::size_t distance_row(std::size_t head, std::size_t dependent);

struct Biaffine {
  // The tensors prefix + "dependent.weight" and so on; `states` is the width of states, `root` its learnt
  // one.
  Biaffine(const ModelFile& file, const std::string& prefix, std::size_t states,
           const std::vector<std::int16_t>& root);

  PackedMatrix dependent;
  PackedMatrix head;
  PackedMatrix bilinear;
  PackedMatrix distance;
  std::vector<float> prior;
  std::vector<float> root_head;  // `head` of the root, rectified
};

// Works out scores of one Biaffine; keep it between batches.
class BiaffineScorer {
 public:
  explicit BiaffineScorer(const Biaffine& weights) : weights_(&weights) {}

  // The words that may be heads, and those whose heads are asked for: rows of states.
  void set_heads(std::span<const std::int16_t> states);
  void set_dependents(std::span<const std::int16_t> states);

  // From here on the heads are the root and the rows [begin, end) of those that were set.
  void choose(std::size_t begin, std::size_t end);
  // Floats of a result.
  std::size_t stride() const { return stride_; }
  // scores[h] for head h = 0 (the root) to end - begin; `position` is that of the dependent among the chosen
  // rows, from 1. Behind them is room up to stride().
  void score(std::size_t dependent, std::size_t position, float* scores) const;

 private:
  const Biaffine* weights_;
  std::vector<float> scratch_;
  std::vector<std::int16_t> hidden_;
  std::vector<float> heads_;      // rectified
  std::vector<float> queries_;    // of the dependents: bilinear part
  std::vector<float> distances_;  // of the dependents: score of each distance
  std::vector<float> columns_;    // the chosen heads, transposed
  std::vector<float> priors_;     // of the chosen heads
  std::size_t chosen_ = 0;
  std::size_t stride_ = 0;
};

}  // namespace newsgraph
