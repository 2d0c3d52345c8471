// The arithmetic of the networks, vectorised with Google Highway for the CPU that the program finds at
// run time. Products are of 16-bit integers and exact; floating-point steps are element-wise, each a
// fixed sequence of additions, multiplications and divisions without contraction. So the results are
// the same bits on every CPU, whatever its vectors.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/model_file.h"

namespace newsgraph {

// Outputs are computed in panels of this many; rows of results are padded to whole panels.
inline constexpr std::size_t kPanel = 32;
constexpr std::size_t padded(std::size_t outputs) {
  return (outputs + kPanel - 1) / kPanel * kPanel;
}

// Fixed-point steps of the 16-bit activations; 1/step in real units.
inline constexpr float kWordStep = 2048.0F;    // word vectors: +-16
inline constexpr float kStateStep = 16384.0F;  // states of an LSTM: +-1, a learnt root state up to +-2
inline constexpr float kHiddenStep = 1024.0F;  // hidden layers behind a rectifier: up to 32

// The weights of a linear layer, ready for multiply(): y = W x + b for x in fixed point.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  // Rows [first, first + count) of `weights` as outputs; `step` is that of the inputs; `bias` may be empty.
  PackedMatrix(const CodeMatrix& weights, std::size_t first, std::size_t count, float step,
               std::span<const float> bias);
  PackedMatrix(const CodeMatrix& weights, float step, std::span<const float> bias = {})
      : PackedMatrix(weights, 0, weights.rows, step, bias) {}

  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return outputs_; }
  std::size_t row_size() const { return padded(outputs_); }  // floats in a row of results
  const std::int16_t* panel(std::size_t p) const { return codes_.data() + p * kPanel * inputs_; }
  const float* scales() const { return scales_.data(); }
  const float* bias() const { return bias_.data(); }

 private:
  std::size_t inputs_ = 0;  // even
  std::size_t outputs_ = 0;
  std::vector<std::int16_t> codes_;  // panel, pair of inputs, output, input of the pair
  std::vector<float> scales_;        // of the outputs, with the inputs' step in them
  std::vector<float> bias_;
};

namespace kernels {

// y[r] = W x[r] + b for `rows` rows, x_stride and y_stride apart; y_stride >= w.row_size().
void multiply(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride, std::size_t rows, float* y,
              std::size_t y_stride);

// out[i] = x[i] * step, rounded to the nearest (ties to even) and kept within 16 bits.
void quantise(std::span<const float> x, float step, std::int16_t* out);
// The same for max(x[i], 0).
void rectify(std::span<const float> x, float step, std::int16_t* out);

// One step of one LSTM cell of `width` units, a multiple of 16. `gates` and, unless null, `recurrent` are
// added up: input, forget, output gate and candidate, `width` values each. `cell` is read, unless
// recurrent is null (first step), and written; the new hidden state goes to `hidden`.
void lstm_step(const float* gates, const float* recurrent, std::size_t width, float* cell,
               std::int16_t* hidden);

// y[j] += sum over k of a[k] * b[k * b_stride + j], k in order; 0 <= j < size, a multiple of 16.
void accumulate(std::span<const float> a, const float* b, std::size_t b_stride, std::size_t size, float* y);

// The instruction sets that the program holds and this CPU has, as bits of Highway (hwy/targets.h).
std::int64_t supported_targets();

}  // namespace kernels
}  // namespace newsgraph
