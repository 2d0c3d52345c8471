#include "language/network/biaffine.h"

#include <algorithm>

#include "language/network/model_layers.h"

namespace newsgraph {

std::size_t distance_row(std::size_t head, std::size_t dependent) {
  if (head == 0) return kMaxDistance;
  const auto distance = static_cast<std::ptrdiff_t>(head) - static_cast<std::ptrdiff_t>(dependent);
  return static_cast<std::size_t>(std::clamp(distance, -kMaxDistance, kMaxDistance) + kMaxDistance);
}

Biaffine::Biaffine(const ModelFile& file, const std::string& prefix, std::size_t states,
                   const std::vector<std::int16_t>& root)
    : dependent(read_hidden_layer(file, prefix + "dependent", 0, states, kStateStep)),
      head(read_hidden_layer(file, prefix + "head", dependent.outputs(), states, kStateStep)),
      bilinear(read_layer(file, prefix + "bilinear", head.outputs(), dependent.outputs(), kHiddenStep)),
      distance(read_layer(file, prefix + "distance", 2 * kMaxDistance + 1, dependent.outputs(), kHiddenStep)),
      prior(file.floats(prefix + "prior.weight", 1, head.outputs()).values),
      root_head(of_root(head, root)) {
  for (float& value : root_head) value = std::max(value, 0.0F);
}

void BiaffineScorer::set_heads(std::span<const std::int16_t> states) {
  const PackedMatrix& layer = weights_->head;
  const std::size_t rows = states.size() / layer.inputs();
  heads_.resize(rows * layer.row_size());
  kernels::multiply(layer, states.data(), layer.inputs(), rows, heads_.data(), layer.row_size());
  for (float& value : heads_) value = std::max(value, 0.0F);
}

void BiaffineScorer::set_dependents(std::span<const std::int16_t> states) {
  const Biaffine& w = *weights_;
  const std::size_t rows = states.size() / w.dependent.inputs();
  scratch_.resize(rows * w.dependent.row_size());
  kernels::multiply(w.dependent, states.data(), w.dependent.inputs(), rows, scratch_.data(),
                    w.dependent.row_size());
  hidden_.resize(scratch_.size());
  kernels::rectify(scratch_, kHiddenStep, hidden_.data());
  queries_.resize(rows * w.bilinear.row_size());
  kernels::multiply(w.bilinear, hidden_.data(), w.bilinear.inputs(), rows, queries_.data(),
                    w.bilinear.row_size());
  distances_.resize(rows * w.distance.row_size());
  kernels::multiply(w.distance, hidden_.data(), w.distance.inputs(), rows, distances_.data(),
                    w.distance.row_size());
}

void BiaffineScorer::choose(std::size_t begin, std::size_t end) {
  const Biaffine& w = *weights_;
  chosen_ = end - begin;
  stride_ = (chosen_ + 1 + 15) / 16 * 16;
  const std::size_t width = w.head.outputs();
  columns_.assign(width * stride_, 0.0F);
  for (std::size_t k = 0; k < width; ++k) columns_[k * stride_] = w.root_head[k];
  for (std::size_t j = 0; j < chosen_; ++j) {
    const float* row = heads_.data() + (begin + j) * w.head.row_size();
    for (std::size_t k = 0; k < width; ++k) columns_[k * stride_ + j + 1] = row[k];
  }
  priors_.assign(stride_, 0.0F);
  kernels::accumulate(w.prior, columns_.data(), stride_, stride_, priors_.data());
}

void BiaffineScorer::score(std::size_t dependent, std::size_t position, float* scores) const {
  const Biaffine& w = *weights_;
  const float* distances = distances_.data() + dependent * w.distance.row_size();
  for (std::size_t h = 0; h <= chosen_; ++h) scores[h] = priors_[h] + distances[distance_row(h, position)];
  std::fill(scores + chosen_ + 1, scores + stride_, 0.0F);
  const auto query = std::span(queries_).subspan(dependent * w.bilinear.row_size(), w.bilinear.outputs());
  kernels::accumulate(query, columns_.data(), stride_, stride_, scores);
}

}  // namespace newsgraph
