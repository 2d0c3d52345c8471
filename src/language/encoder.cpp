#include "language/encoder.h"

#include <algorithm>
#include <numeric>

namespace newsgraph {
namespace {

void sort_by_length(SentenceStarts starts, std::vector<std::size_t>& order) {
  order.resize(starts.size() - 1);
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto length = [&](std::size_t s) { return starts[s + 1] - starts[s]; };
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return length(a) > length(b); });
}

}  // namespace

BiLstm::BiLstm(const ModelFile& file, const std::string& prefix, std::size_t inputs, std::size_t width,
               float step)
    : width_(width) {
  if (width == 0 || width % 16 != 0) file.fail("the width of an encoder is no multiple of 16");
  const std::vector<float> bias = file.floats(prefix + "input.bias", 1, 8 * width).values;
  input_ = PackedMatrix(file.codes(prefix + "input.weight", 8 * width, inputs), step, bias);
  const CodeMatrix recurrent = file.codes(prefix + "recurrent", 8 * width, width);
  for (std::size_t d = 0; d < 2; ++d) {
    recurrent_[d] = PackedMatrix(recurrent, d * 4 * width, 4 * width, kStateStep, {});
  }
}

void BiLstm::run(std::span<const std::uint8_t> input, SentenceStarts starts, EncoderScratch& scratch,
                 std::span<std::uint8_t> states) const {
  const std::size_t words = starts.back();
  scratch.gates.resize(words * input_.row_size());
  kernels::multiply(input_, input.data(), input_.inputs(), words, scratch.gates.data(), input_.row_size());
  sort_by_length(starts, scratch.order);
  const std::size_t sentences = scratch.order.size();
  scratch.recurrent.resize(sentences * recurrent_[0].row_size());
  scratch.cells.resize(sentences * width_);
  scratch.hidden.resize(sentences * width_);
  run_direction(false, starts, scratch, states);
  run_direction(true, starts, scratch, states);
}

// All sentences advance together, the longest first, so that those still running are the first rows.
void BiLstm::run_direction(bool backward, SentenceStarts starts, EncoderScratch& scratch,
                           std::span<std::uint8_t> states) const {
  const PackedMatrix& weights = recurrent_[backward ? 1 : 0];
  const std::size_t half = backward ? width_ : 0;
  std::size_t running = scratch.order.size();
  for (std::size_t step = 0;; ++step) {
    const auto length = [&](std::size_t s) { return starts[s + 1] - starts[s]; };
    while (running > 0 && length(scratch.order[running - 1]) <= step) --running;
    if (running == 0) return;
    if (step > 0) {
      kernels::multiply(weights, scratch.hidden.data(), width_, running, scratch.recurrent.data(),
                        weights.row_size());
    }
    for (std::size_t i = 0; i < running; ++i) {
      const std::size_t s = scratch.order[i];
      const std::size_t row = backward ? starts[s + 1] - 1 - step : starts[s] + step;
      std::uint8_t* state = states.data() + row * 2 * width_ + half;
      const float* recurrent = step > 0 ? scratch.recurrent.data() + i * weights.row_size() : nullptr;
      kernels::lstm_step(scratch.gates.data() + row * input_.row_size() + 4 * half, recurrent, width_,
                         scratch.cells.data() + i * width_, state);
      std::copy(state, state + width_, scratch.hidden.begin() + static_cast<std::ptrdiff_t>(i * width_));
    }
  }
}

Encoder::Encoder(const ModelFile& file, const std::string& prefix, std::size_t inputs, std::size_t width,
                 std::size_t layers)
    : inputs_(inputs) {
  if (layers == 0 || layers > 8) file.fail("the number of an encoder's layers is out of range");
  for (std::size_t k = 0; k < layers; ++k) {
    const std::string name = prefix + "encoder.layers." + std::to_string(k) + ".";
    layers_.emplace_back(file, name, k == 0 ? inputs : 2 * width, width, k == 0 ? kWordStep : kStateStep);
  }
}

void Encoder::run(std::span<const std::uint8_t> input, SentenceStarts starts, EncoderScratch& scratch,
                  std::vector<std::uint8_t>& states) const {
  states.resize(starts.back() * outputs());
  layers_.front().run(input, starts, scratch, states);
  for (std::size_t k = 1; k < layers_.size(); ++k) {
    std::swap(scratch.lower, states);
    states.resize(scratch.lower.size());
    layers_[k].run(scratch.lower, starts, scratch, states);
  }
}

}  // namespace newsgraph
