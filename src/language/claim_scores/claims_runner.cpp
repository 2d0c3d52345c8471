#include "language/claim_scores/claims_runner.h"

#include <algorithm>

#include "language/network/portable_math.h"

namespace newsgraph {

namespace {

void project(const WordStates& states, const PackedMatrix& weights, std::vector<float>& result) {
  result.resize(states.words() * weights.row_size());
  kernels::multiply(weights, states.rows.data(), states.width, states.words(), result.data(),
                    weights.row_size());
}

// Scores become logarithms of probabilities.
void soften(std::vector<float>& scores) {
  const float peak = *std::ranges::max_element(scores);
  double sum = 0;
  for (const float score : scores) sum += exponential(static_cast<double>(score) - peak);
  const double total = logarithm(std::max(sum, 1.0));
  for (float& score : scores) score = static_cast<float>(static_cast<double>(score) - peak - total);
}

}  // namespace

void ClaimsRunner::run(const WordStates& states) {
  project(states, model_->trigger, triggers_);
  project(states, model_->status, statuses_);
  for (std::size_t s = 0; s < states.segments.size(); ++s) add_segment(states, s);
}

void ClaimsRunner::add_segment(const WordStates& states, std::size_t s) {
  const Segment& segment = states.segments[s];
  std::vector<WordClaim>& out = segment.sentence->claim_scores;
  out.resize(segment.first);
  out.resize(segment.first + segment.size);
  stating_.clear();
  dependents_.clear();
  for (std::size_t i = 0; i < segment.size; ++i) {
    const std::size_t row = states.starts[s] + i;
    WordClaim& word = out[segment.first + i];
    std::copy_n(triggers_.data() + row * model_->trigger.row_size(), word.trigger.size(),
                word.trigger.begin());
    std::copy_n(statuses_.data() + row * model_->status.row_size(), word.status.size(), word.status.begin());
    word.segment = static_cast<std::int32_t>(segment.first);
    if (*std::ranges::max_element(word.trigger) < kLeastTrigger) continue;
    stating_.push_back(i);
    const auto state = states.row(row);
    dependents_.insert(dependents_.end(), state.begin(), state.end());
  }
  if (stating_.empty()) return;
  point(states, s, subject_, &WordClaim::subject);
  point(states, s, object_, &WordClaim::object);
}

void ClaimsRunner::point(const WordStates& states, std::size_t s, BiaffineScorer& scorer,
                         std::vector<float> WordClaim::*pointers) {
  const Segment& segment = states.segments[s];
  scorer.set_heads(
      std::span(states.rows).subspan(states.starts[s] * states.width, segment.size * states.width));
  scorer.set_dependents(dependents_);
  scorer.choose(0, segment.size);
  for (std::size_t k = 0; k < stating_.size(); ++k) {
    std::vector<float>& scores = segment.sentence->claim_scores[segment.first + stating_[k]].*pointers;
    scores.resize(scorer.stride());
    scorer.score(k, stating_[k] + 1, scores.data());
    scores.resize(segment.size + 1);
    soften(scores);
  }
}

}  // namespace newsgraph
