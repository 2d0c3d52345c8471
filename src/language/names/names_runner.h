// Scores of name tags from the states of words.
#pragma once

#include <cstdint>
#include <vector>

#include "language/names/names_model.h"
#include "language/network/word_encoder.h"

namespace newsgraph {

class NamesRunner {
 public:
  explicit NamesRunner(const NamesModel& model) : model_(&model) {}

  // Sets Sentence::name_scores of a batch; segments of a sentence come in order, and the first one begins
  // anew.
  void run(const WordStates& states);

 private:
  const NamesModel* model_;
  std::vector<float> scratch_;
  std::vector<std::int16_t> hidden_;
  std::vector<float> scores_;  // as the kernel writes them
};

}  // namespace newsgraph
