// As in kernels.cpp: scalable vectors have no size that is known when compiling.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "language/network/encoder_kernels.cpp"
#include "language/network/encoder_kernels.h"
#include "hwy/foreach_target.h"  // IWYU pragma: keep
#include "hwy/highway.h"
#include "language/network/encoder_kernels-inl.h"

#if HWY_ONCE

namespace newsgraph {
namespace kernels {

HWY_EXPORT(QuantiseRows);
HWY_EXPORT(QuantiseGeluRows);
HWY_EXPORT(NormaliseRows);
HWY_EXPORT(Attend);

void quantise_rows(const float* x, std::size_t x_stride, std::size_t rows, std::size_t width,
                   ByteRowBuffer& out) {
  out.resize(rows, width);
  HWY_DYNAMIC_DISPATCH(QuantiseRows)(x, x_stride, rows, width, out);
}

void quantise_gelu_rows(float* x, std::size_t x_stride, std::size_t rows, std::size_t width,
                        ByteRowBuffer& out) {
  out.resize(rows, width);
  HWY_DYNAMIC_DISPATCH(QuantiseGeluRows)(x, x_stride, rows, width, out);
}

void normalise_rows(float* x, std::size_t x_stride, const float* y, std::size_t y_stride, std::size_t rows,
                    std::size_t width, const Norm& norm) {
  HWY_DYNAMIC_DISPATCH(NormaliseRows)(x, x_stride, y, y_stride, rows, width, norm);
}

void attend(const AttentionInput& input, std::vector<float>& scratch, float* out, std::size_t out_stride) {
  HWY_DYNAMIC_DISPATCH(Attend)(input, scratch, out, out_stride);
}

}  // namespace kernels

void ByteRowBuffer::resize(std::size_t rows, std::size_t width) {
  codes.resize(rows * width);
  steps.resize(rows);
  zeros.resize(rows);
}

}  // namespace newsgraph
#endif  // HWY_ONCE
