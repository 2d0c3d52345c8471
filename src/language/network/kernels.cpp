// Scalable vectors have no size that is known when compiling, which the register blocking wants; such
// CPUs have a fixed size too.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "language/network/kernels.cpp"
#include "language/network/kernels.h"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"
#include "language/network/kernels-inl.h"
#include "language/network/kernels_bytes.h"

#if HWY_ONCE
#include <algorithm>
#include <numeric>

namespace newsgraph {
namespace kernels {

HWY_EXPORT(Multiply);
HWY_EXPORT(MultiplyBytes);
HWY_EXPORT(Quantise);
HWY_EXPORT(Accumulate);

void multiply(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride, std::size_t rows, float* y,
              std::size_t y_stride) {
  HWY_DYNAMIC_DISPATCH(Multiply)(w, x, x_stride, rows, y, y_stride);
}

void multiply(const PackedMatrix& w, const ByteRows& x, float* y, std::size_t y_stride) {
  HWY_DYNAMIC_DISPATCH(MultiplyBytes)(w, x, y, y_stride);
}

void quantise(std::span<const float> x, float step, std::int16_t* out) {
  HWY_DYNAMIC_DISPATCH(Quantise)(x.data(), x.size(), step, -32767.0F, out);
}

void rectify(std::span<const float> x, float step, std::int16_t* out) {
  HWY_DYNAMIC_DISPATCH(Quantise)(x.data(), x.size(), step, 0.0F, out);
}

void accumulate(std::span<const float> a, const float* b, std::size_t b_stride, std::size_t size, float* y) {
  HWY_DYNAMIC_DISPATCH(Accumulate)(a.data(), a.size(), b, b_stride, size, y);
}

std::int64_t supported_targets() {
  return hwy::SupportedTargets() & HWY_TARGETS;
}

}  // namespace kernels

PackedMatrix::PackedMatrix(const CodeMatrix& weights, float step, std::span<const float> bias)
    : inputs_((weights.columns + kQuad - 1) / kQuad * kQuad),
      outputs_(weights.rows),
      codes_(padded(outputs_) * inputs_),
      scales_(padded(outputs_)),
      bias_(padded(outputs_)),
      code_sums_(padded(outputs_)) {
  for (std::size_t o = 0; o < outputs_; ++o) {
    const auto row = weights.row(o);
    std::int8_t* panel = codes_.data() + o / kPanel * kPanel * inputs_ + o % kPanel * kQuad;
    for (std::size_t i = 0; i < row.size(); ++i) panel[i / kQuad * kPanel * kQuad + i % kQuad] = row[i];
    scales_[o] = weights.scales[o] / step;
    code_sums_[o] = std::accumulate(row.begin(), row.end(), 0);
  }
  std::copy(bias.begin(), bias.end(), bias_.begin());
}

}  // namespace newsgraph
#endif  // HWY_ONCE
