// What words state, from their states.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "language/claim_scores/claims_model.h"
#include "language/network/biaffine.h"
#include "language/network/word_encoder.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

class ClaimsRunner {
 public:
  explicit ClaimsRunner(const ClaimsModel& model)
      : model_(&model), subject_(model.subject), object_(model.object) {}

  // Sets Sentence::claim_scores of a batch; segments of a sentence come in order, and the first one begins
  // anew.
  void run(const WordStates& states);

 private:
  void add_segment(const WordStates& states, std::size_t segment);
  void point(const WordStates& states, std::size_t segment, BiaffineScorer& scorer,
             std::vector<float> WordClaim::*pointers);

  const ClaimsModel* model_;
  BiaffineScorer subject_;
  BiaffineScorer object_;
  std::vector<float> triggers_;
  std::vector<float> statuses_;
  std::vector<std::size_t> stating_;  // words of the segment at work that may state something
  std::vector<std::int16_t> dependents_;
};

}  // namespace newsgraph
