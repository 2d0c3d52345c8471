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

// Inputs lie in the weights in groups of this many.
inline constexpr std::size_t kQuad = 4;

// Fixed-point steps of the activations; 1/step in real units. What goes through the encoders is bytes: the
// code, -128 to 127, plus kByteZero, for CPUs multiply unsigned by signed bytes. Hidden layers have 16 bits.
inline constexpr float kWordStep = 16.0F;      // word vectors: +-8
inline constexpr float kStateStep = 128.0F;    // states of an LSTM: +-1
inline constexpr float kHiddenStep = 1024.0F;  // hidden layers behind a rectifier: up to 32
inline constexpr std::int32_t kByteZero = 128;

// The weights of a linear layer, ready for multiply(): y = W x + b for x in fixed point.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  // Rows [first, first + count) of `weights` as outputs; `step` is that of the inputs; `bias` may be empty.
  PackedMatrix(const CodeMatrix& weights, std::size_t first, std::size_t count, float step,
               std::span<const float> bias);
  PackedMatrix(const CodeMatrix& weights, float step, std::span<const float> bias = {})
      : PackedMatrix(weights, 0, weights.rows, step, bias) {}

  std::size_t inputs() const { return inputs_; }  // rounded up to whole quads
  std::size_t outputs() const { return outputs_; }
  std::size_t row_size() const { return padded(outputs_); }  // floats in a row of results
  // The weights from output `o` on, up to the end of its panel; the next quad is kQuad * kPanel further on.
  const std::int8_t* slice(std::size_t o) const {
    return codes_.data() + o / kPanel * kPanel * inputs_ + o % kPanel * kQuad;
  }
  const float* scales() const { return scales_.data(); }
  const float* bias() const { return bias_.data(); }
  // What kByteZero adds to the sums where the inputs are bytes, negative.
  const std::int32_t* zeros() const { return zeros_.data(); }

 private:
  std::size_t inputs_ = 0;
  std::size_t outputs_ = 0;
  std::vector<std::int8_t> codes_;  // panel, quad of inputs, output, input of the quad
  std::vector<float> scales_;       // of the outputs, with the inputs' step in them
  std::vector<float> bias_;
  std::vector<std::int32_t> zeros_;
};

namespace kernels {

// y[r] = W x[r] + b for `rows` rows of w.inputs() values, x_stride and y_stride apart;
// y_stride >= w.row_size().
void multiply(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride, std::size_t rows, float* y,
              std::size_t y_stride);
// The same for bytes.
void multiply(const PackedMatrix& w, const std::uint8_t* x, std::size_t x_stride, std::size_t rows, float* y,
              std::size_t y_stride);

// out[i] = x[i] * step, rounded to the nearest (ties to even) and kept within 16 bits.
void quantise(std::span<const float> x, float step, std::int16_t* out);
// The same as bytes: kept within -128 and 127, plus kByteZero.
void quantise(std::span<const float> x, float step, std::uint8_t* out);
// The first for max(x[i], 0).
void rectify(std::span<const float> x, float step, std::int16_t* out);

// One step of one LSTM cell of `width` units, a multiple of 16. `gates` and, unless null, `recurrent` are
// added up: input, forget, output gate and candidate, `width` values each. `cell` is read, unless
// recurrent is null (first step), and written; the new hidden state goes to `hidden`.
void lstm_step(const float* gates, const float* recurrent, std::size_t width, float* cell,
               std::uint8_t* hidden);

// y[j] += sum over k of a[k] * b[k * b_stride + j], k in order; 0 <= j < size, a multiple of 16.
void accumulate(std::span<const float> a, const float* b, std::size_t b_stride, std::size_t size, float* y);

// The instruction sets that the program holds and this CPU has, as bits of Highway (hwy/targets.h).
std::int64_t supported_targets();

}  // namespace kernels
}  // namespace newsgraph
