// Scalable vectors have no size that is known when compiling, which the register blocking wants; such
// CPUs have a fixed size too.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "language/kernels.cpp"
#include "language/kernels.h"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"
#include "language/kernels-inl.h"
#include "language/kernels_bytes.h"

#if HWY_ONCE
#include <algorithm>
#include <numeric>

namespace newsgraph {
namespace kernels {

HWY_EXPORT(Multiply);
HWY_EXPORT(MultiplyBytes);
HWY_EXPORT(Quantise);
HWY_EXPORT(QuantiseBytes);
HWY_EXPORT(LstmStep);
HWY_EXPORT(Accumulate);

void multiply(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride, std::size_t rows, float* y,
              std::size_t y_stride) {
  HWY_DYNAMIC_DISPATCH(Multiply)(w, x, x_stride, rows, y, y_stride);
}

void multiply(const PackedMatrix& w, const std::uint8_t* x, std::size_t x_stride, std::size_t rows, float* y,
              std::size_t y_stride) {
  HWY_DYNAMIC_DISPATCH(MultiplyBytes)(w, x, x_stride, rows, y, y_stride);
}

void quantise(std::span<const float> x, float step, std::int16_t* out) {
  HWY_DYNAMIC_DISPATCH(Quantise)(x.data(), x.size(), step, -32767.0F, out);
}

void quantise(std::span<const float> x, float step, std::uint8_t* out) {
  HWY_DYNAMIC_DISPATCH(QuantiseBytes)(x.data(), x.size(), step, out);
}

void rectify(std::span<const float> x, float step, std::int16_t* out) {
  HWY_DYNAMIC_DISPATCH(Quantise)(x.data(), x.size(), step, 0.0F, out);
}

void lstm_step(const float* gates, const float* recurrent, std::size_t width, float* cell,
               std::uint8_t* hidden) {
  HWY_DYNAMIC_DISPATCH(LstmStep)(gates, recurrent, width, cell, hidden);
}

void accumulate(std::span<const float> a, const float* b, std::size_t b_stride, std::size_t size, float* y) {
  HWY_DYNAMIC_DISPATCH(Accumulate)(a.data(), a.size(), b, b_stride, size, y);
}

std::int64_t supported_targets() {
  return hwy::SupportedTargets() & HWY_TARGETS;
}

}  // namespace kernels

PackedMatrix::PackedMatrix(const CodeMatrix& weights, std::size_t first, std::size_t count, float step,
                           std::span<const float> bias)
    : inputs_((weights.columns + kQuad - 1) / kQuad * kQuad),
      outputs_(count),
      codes_(padded(count) * inputs_),
      scales_(padded(count)),
      bias_(padded(count)),
      zeros_(padded(count)) {
  for (std::size_t o = 0; o < count; ++o) {
    const auto row = weights.row(first + o);
    std::int8_t* panel = codes_.data() + o / kPanel * kPanel * inputs_;
    for (std::size_t i = 0; i < row.size(); ++i) {
      panel[(i / kQuad * kPanel + o % kPanel) * kQuad + i % kQuad] = row[i];
    }
    scales_[o] = weights.scales[first + o] / step;
    zeros_[o] = -kByteZero * std::accumulate(row.begin(), row.end(), 0);
  }
  std::copy(bias.begin(), bias.end(), bias_.begin());
}

}  // namespace newsgraph
#endif  // HWY_ONCE
