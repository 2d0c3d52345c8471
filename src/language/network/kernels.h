// The products of the network, vectorised with Google Highway for the CPU that the program finds at run time.
// They are of integers and exact; what is done with them in floating point is a fixed sequence of additions
// and multiplications without contraction. So the results are the same bits on every CPU, whatever its
// vectors. encoder_kernels.h has the steps between the products.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/network/model_file.h"

namespace newsgraph {

// Outputs are computed in panels of this many; rows of results are padded to whole panels.
inline constexpr std::size_t kPanel = 32;
constexpr std::size_t padded(std::size_t outputs) {
  return (outputs + kPanel - 1) / kPanel * kPanel;
}

// Inputs lie in the weights in groups of this many.
inline constexpr std::size_t kQuad = 4;

// What goes through the heads has 16 bits in these steps (1/step in real units), up to 32 either way.
inline constexpr float kStateStep = 1024.0F;   // states of the encoder
inline constexpr float kHiddenStep = 1024.0F;  // hidden layers behind a rectifier

// Rows of activations as bytes, as CPUs multiply them with signed weights: each row has its own step and
// zero, value = (code - zero) * step. Row r begins at codes + r * stride.
struct ByteRows {
  const std::uint8_t* codes = nullptr;
  std::size_t stride = 0;
  const float* steps = nullptr;
  const std::int32_t* zeros = nullptr;  // 0 to 255
  std::size_t rows = 0;
};

// The weights of a linear layer, ready for multiply(): y = W x + b.
class PackedMatrix {
 public:
  PackedMatrix() = default;
  // The rows of `weights` are the outputs; `step` is that of inputs in fixed point, 1 where they are
  // ByteRows; `bias` may be empty.
  PackedMatrix(const CodeMatrix& weights, float step, std::span<const float> bias = {});

  std::size_t inputs() const { return inputs_; }  // rounded up to whole quads
  std::size_t outputs() const { return outputs_; }
  std::size_t row_size() const { return padded(outputs_); }  // floats in a row of results
  // The weights from output `o` on, up to the end of its panel; the next quad is kQuad * kPanel further on.
  const std::int8_t* slice(std::size_t o) const {
    return codes_.data() + o / kPanel * kPanel * inputs_ + o % kPanel * kQuad;
  }
  const float* scales() const { return scales_.data(); }
  const float* bias() const { return bias_.data(); }
  // Of the codes of each output: what the zero of ByteRows adds to a sum of products, in zeros.
  const std::int32_t* code_sums() const { return code_sums_.data(); }

 private:
  std::size_t inputs_ = 0;
  std::size_t outputs_ = 0;
  std::vector<std::int8_t> codes_;  // panel, quad of inputs, output, input of the quad
  std::vector<float> scales_;       // of the outputs, with the inputs' step in them
  std::vector<float> bias_;
  std::vector<std::int32_t> code_sums_;
};

namespace kernels {

// y[r] = W x[r] + b for `rows` rows of w.inputs() values, x_stride and y_stride apart;
// y_stride >= w.row_size().
void multiply(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride, std::size_t rows, float* y,
              std::size_t y_stride);
// The same for bytes: y = ((sum of the products) * scale) * step + b.
void multiply(const PackedMatrix& w, const ByteRows& x, float* y, std::size_t y_stride);

// out[i] = x[i] * step, rounded to the nearest (ties to even) and kept within 16 bits.
void quantise(std::span<const float> x, float step, std::int16_t* out);
// The same for max(x[i], 0).
void rectify(std::span<const float> x, float step, std::int16_t* out);

// y[j] += sum over k of a[k] * b[k * b_stride + j], k in order; 0 <= j < size, a multiple of 16.
void accumulate(std::span<const float> a, const float* b, std::size_t b_stride, std::size_t size, float* y);

// The instruction sets that the program holds and this CPU has, as bits of Highway (hwy/targets.h).
std::int64_t supported_targets();

}  // namespace kernels
}  // namespace newsgraph
