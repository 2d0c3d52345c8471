// Scalable vectors have no size that is known when compiling, which the register blocking wants; such
// CPUs have a fixed size too.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "language/kernels.cpp"
#include "language/kernels.h"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"
#include "language/kernels-inl.h"

#if HWY_ONCE
#include <algorithm>

namespace newsgraph {
namespace kernels {

HWY_EXPORT(Multiply);
HWY_EXPORT(Quantise);
HWY_EXPORT(LstmStep);
HWY_EXPORT(Accumulate);

void multiply(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride, std::size_t rows, float* y,
              std::size_t y_stride) {
  HWY_DYNAMIC_DISPATCH(Multiply)(w, x, x_stride, rows, y, y_stride);
}

void quantise(std::span<const float> x, float step, std::int16_t* out) {
  HWY_DYNAMIC_DISPATCH(Quantise)(x.data(), x.size(), step, -32767.0F, out);
}

void rectify(std::span<const float> x, float step, std::int16_t* out) {
  HWY_DYNAMIC_DISPATCH(Quantise)(x.data(), x.size(), step, 0.0F, out);
}

void lstm_step(const float* gates, const float* recurrent, std::size_t width, float* cell,
               std::int16_t* hidden) {
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
    : inputs_((weights.columns + 1) / 2 * 2),
      outputs_(count),
      codes_(padded(count) * inputs_),
      scales_(padded(count)),
      bias_(padded(count)) {
  std::int16_t* next = codes_.data();
  for (std::size_t panel_first = 0; panel_first < padded(count); panel_first += kPanel) {
    for (std::size_t i = 0; i < inputs_; ++i) {
      // Pairs of inputs lie side by side: the even one first.
      std::int16_t* slot = next + i / 2 * 2 * kPanel + i % 2;
      for (std::size_t o = panel_first; o < std::min(panel_first + kPanel, count); ++o, slot += 2) {
        if (i < weights.columns) *slot = weights.row(first + o)[i];
      }
    }
    next += kPanel * inputs_;
  }
  for (std::size_t o = 0; o < count; ++o) scales_[o] = weights.scales[first + o] / step;
  std::copy(bias.begin(), bias.end(), bias_.begin());
}

}  // namespace newsgraph
#endif  // HWY_ONCE
