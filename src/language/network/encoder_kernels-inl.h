// The kernels of encoder_kernels.h, compiled once for each instruction set; included by encoder_kernels.cpp
// alone.
#if defined(NEWSGRAPH_LANGUAGE_ENCODER_KERNELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NEWSGRAPH_LANGUAGE_ENCODER_KERNELS_INL_H
#undef NEWSGRAPH_LANGUAGE_ENCODER_KERNELS_INL_H
#else
#define NEWSGRAPH_LANGUAGE_ENCODER_KERNELS_INL_H
#endif

#include <algorithm>
#include <cmath>

#include "hwy/highway.h"
#include "language/network/encoder_kernels.h"

HWY_BEFORE_NAMESPACE();
namespace newsgraph {
namespace kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, kGroup>;
using Words = hn::Rebind<std::int32_t, Floats>;
using Bytes = hn::Rebind<std::uint8_t, Floats>;
using FloatVector = hn::Vec<Floats>;
using WordVector = hn::Vec<Words>;

inline constexpr std::size_t kLanes = hn::MaxLanes(Floats());
inline constexpr std::size_t kVectors = kGroup / kLanes;  // of a group
inline constexpr float kLowest = -3e38F;

// Rounds to the nearest integer, ties to even, for |x| < 2^22: adding 1.5 * 2^23 leaves no fraction bits.
HWY_INLINE WordVector nearest(FloatVector x) {
  const auto shifted = hn::Add(x, hn::Set(Floats(), 12582912.0F));
  return hn::Sub(hn::BitCast(Words(), shifted), hn::Set(Words(), 0x4B400000));
}

HWY_INLINE FloatVector clamp(FloatVector x, float low, float high) {
  return hn::Min(hn::Max(x, hn::Set(Floats(), low)), hn::Set(Floats(), high));
}

// A group of running sums or extremes.
struct Group {
  HWY_INLINE Group() {}  // g++ makes one without the instruction set that the vectors ask for on aarch64
  FloatVector v[kVectors];
};

HWY_INLINE Group group_of(float value) {
  Group group;
  HWY_UNROLL(16)
  for (std::size_t k = 0; k < kVectors; ++k) group.v[k] = hn::Set(Floats(), value);
  return group;
}

#if HWY_TARGET == HWY_SCALAR

template <typename Combine>
HWY_INLINE float reduced(const Group& group, Combine combine) {
  float parts[kGroup];
  for (std::size_t k = 0; k < kGroup; ++k) parts[k] = hn::GetLane(group.v[k]);
  for (std::size_t half = kGroup / 2; half > 0; half /= 2) {
    for (std::size_t k = 0; k < half; ++k)
      parts[k] = hn::GetLane(combine(hn::Set(Floats(), parts[k]), hn::Set(Floats(), parts[k + half])));
  }
  return parts[0];
}

#else

using FourFloats = hn::CappedTag<float, 4>;

// Both halves combined until four lanes are left.
template <typename D, typename Combine>
HWY_INLINE hn::Vec<FourFloats> four_lanes(D, hn::Vec<D> v, Combine combine) {
  if constexpr (hn::MaxLanes(D()) == 4) {
    return v;
  } else {
    const hn::Half<D> half;
    return four_lanes(half, combine(hn::LowerHalf(half, v), hn::UpperHalf(half, v)), combine);
  }
}

template <typename Combine>
HWY_INLINE float reduced(const Group& group, Combine combine) {
  Group rest = group;
  HWY_UNROLL(4)
  for (std::size_t half = kVectors / 2; half > 0; half /= 2) {
    HWY_UNROLL(2)
    for (std::size_t k = 0; k < half; ++k) rest.v[k] = combine(rest.v[k], rest.v[k + half]);
  }
  auto four = four_lanes(Floats(), rest.v[0], combine);
  four = combine(four, hn::Shuffle1032(four));
  return hn::GetLane(combine(four, hn::Shuffle2301(four)));
}

#endif

struct Sum {
  template <typename V>
  HWY_INLINE V operator()(V a, V b) const {
    return hn::Add(a, b);
  }
};
struct Least {
  template <typename V>
  HWY_INLINE V operator()(V a, V b) const {
    return hn::Min(a, b);
  }
};
struct Greatest {
  template <typename V>
  HWY_INLINE V operator()(V a, V b) const {
    return hn::Max(a, b);
  }
};

HWY_INLINE float sum_of(const Group& group) {
  return reduced(group, Sum());
}
HWY_INLINE float least_of(const Group& group) {
  return reduced(group, Least());
}
HWY_INLINE float greatest_of(const Group& group) {
  return reduced(group, Greatest());
}

// How a row becomes bytes: code = nearest(x * per_unit) + zero.
struct Range {
  float per_unit;
  float step;
  std::int32_t zero;
};

HWY_ATTR Range range_of(float low, float high) {
  const float width = high - low;
  // Also where a foreign model's weights make it no number.
  if (!(width > 1e-30F && width < 1e30F)) return {0, 0, 0};
  const float per_unit = 255.0F / width;
  const auto zero = hn::GetLane(nearest(clamp(hn::Set(Floats(), -low * per_unit), 0.0F, 255.0F)));
  return {per_unit, width / 255.0F, zero};
}

HWY_ATTR void write_bytes(const float* HWY_RESTRICT x, std::size_t width, const Range& range,
                          std::uint8_t* HWY_RESTRICT out) {
  const Floats floats;
  const auto zero = hn::Set(Words(), range.zero);
  for (std::size_t i = 0; i < width; i += kLanes) {
    const auto scaled = hn::Mul(hn::LoadU(floats, x + i), hn::Set(floats, range.per_unit));
    const auto code = hn::Add(nearest(scaled), zero);
    hn::StoreU(hn::DemoteTo(Bytes(), code), Bytes(), out + i);
  }
}

HWY_ATTR void QuantiseRows(const float* x, std::size_t x_stride, std::size_t rows, std::size_t width,
                           ByteRowBuffer& out) {
  for (std::size_t r = 0; r < rows; ++r) {
    const float* row = x + r * x_stride;
    Group low = group_of(0), high = group_of(0);
    for (std::size_t i = 0; i < width; i += kGroup) {
      HWY_UNROLL(16)
      for (std::size_t k = 0; k < kVectors; ++k) {
        const auto value = hn::LoadU(Floats(), row + i + k * kLanes);
        low.v[k] = hn::Min(low.v[k], value);
        high.v[k] = hn::Max(high.v[k], value);
      }
    }
    const Range range = range_of(least_of(low), greatest_of(high));
    write_bytes(row, width, range, out.codes.data() + r * width);
    out.steps[r] = range.step;
    out.zeros[r] = range.zero;
  }
}

// x * Phi(x) by a rational function of degree 9/6 for Phi(x) - 1/2, off by at most 5e-6; a weighted
// least-squares fit.
HWY_INLINE FloatVector gelu(FloatVector value) {
  const Floats floats;
  const auto x = clamp(value, -5.6F, 5.6F);
  const auto square = hn::Mul(x, x);
  auto top = hn::Set(floats, -1.2700573637390386e-07F);
  top = hn::Add(hn::Mul(top, square), hn::Set(floats, 5.322093675620531e-05F));
  top = hn::Add(hn::Mul(top, square), hn::Set(floats, 0.004312176146475627F));
  top = hn::Add(hn::Mul(top, square), hn::Set(floats, 0.028037410214997383F));
  top = hn::Add(hn::Mul(top, square), hn::Set(floats, 0.39897362585994006F));
  auto bottom = hn::Set(floats, 0.0014815595046111637F);
  bottom = hn::Add(hn::Mul(bottom, square), hn::Set(floats, 0.02510570392435586F));
  bottom = hn::Add(hn::Mul(bottom, square), hn::Set(floats, 0.23717835816606192F));
  bottom = hn::Add(hn::Mul(bottom, square), hn::Set(floats, 1.0F));
  const auto phi = hn::Add(hn::Div(hn::Mul(x, top), bottom), hn::Set(floats, 0.5F));
  return hn::Mul(value, phi);
}

HWY_ATTR void QuantiseGeluRows(float* x, std::size_t x_stride, std::size_t rows, std::size_t width,
                               ByteRowBuffer& out) {
  for (std::size_t r = 0; r < rows; ++r) {
    float* row = x + r * x_stride;
    Group low = group_of(0), high = group_of(0);
    for (std::size_t i = 0; i < width; i += kGroup) {
      HWY_UNROLL(16)
      for (std::size_t k = 0; k < kVectors; ++k) {
        float* at = row + i + k * kLanes;
        const auto value = gelu(hn::LoadU(Floats(), at));
        hn::StoreU(value, Floats(), at);
        low.v[k] = hn::Min(low.v[k], value);
        high.v[k] = hn::Max(high.v[k], value);
      }
    }
    const Range range = range_of(least_of(low), greatest_of(high));
    write_bytes(row, width, range, out.codes.data() + r * width);
    out.steps[r] = range.step;
    out.zeros[r] = range.zero;
  }
}

HWY_ATTR void normalise_row(float* HWY_RESTRICT x, const float* HWY_RESTRICT y, std::size_t width,
                            const Norm& norm) {
  constexpr float kEpsilon = 1e-12F;
  const Floats floats;
  Group sums = group_of(0);
  for (std::size_t i = 0; i < width; i += kGroup) {
    HWY_UNROLL(16)
    for (std::size_t k = 0; k < kVectors; ++k) {
      const std::size_t at = i + k * kLanes;
      auto value = hn::LoadU(floats, x + at);
      if (y != nullptr) {
        value = hn::Add(value, hn::LoadU(floats, y + at));
        hn::StoreU(value, floats, x + at);
      }
      sums.v[k] = hn::Add(sums.v[k], value);
    }
  }
  const auto size = static_cast<float>(width);
  const auto mean = hn::Set(floats, sum_of(sums) / size);
  Group squares = group_of(0);
  for (std::size_t i = 0; i < width; i += kGroup) {
    HWY_UNROLL(16)
    for (std::size_t k = 0; k < kVectors; ++k) {
      const auto rest = hn::Sub(hn::LoadU(floats, x + i + k * kLanes), mean);
      squares.v[k] = hn::Add(squares.v[k], hn::Mul(rest, rest));
    }
  }
  const auto factor = hn::Set(floats, 1.0F / std::sqrt(sum_of(squares) / size + kEpsilon));
  for (std::size_t i = 0; i < width; i += kLanes) {
    const auto rest = hn::Sub(hn::LoadU(floats, x + i), mean);
    const auto scaled = hn::Mul(hn::Mul(rest, factor), hn::LoadU(floats, norm.weight.data() + i));
    hn::StoreU(hn::Add(scaled, hn::LoadU(floats, norm.bias.data() + i)), floats, x + i);
  }
}

HWY_ATTR void NormaliseRows(float* x, std::size_t x_stride, const float* y, std::size_t y_stride,
                            std::size_t rows, std::size_t width, const Norm& norm) {
  for (std::size_t r = 0; r < rows; ++r) {
    normalise_row(x + r * x_stride, y == nullptr ? nullptr : y + r * y_stride, width, norm);
  }
}

// e^x for x <= 0, off by at most 2e-7 of it: Taylor's series on [-ln 2 / 2, ln 2 / 2], the rest is a power of
// two. Below -87 it is that of -87, next to nothing.
HWY_INLINE FloatVector exponential(FloatVector value) {
  const Floats floats;
  const Words words;
  const auto x = clamp(value, -87.0F, 0.0F);
  const auto power = nearest(hn::Mul(x, hn::Set(floats, 1.44269504F)));
  const auto whole = hn::ConvertTo(floats, power);
  // ln 2 in two parts: the first has few bits, so that its product is exact.
  auto rest = hn::Sub(x, hn::Mul(whole, hn::Set(floats, 0.693359375F)));
  rest = hn::Sub(rest, hn::Mul(whole, hn::Set(floats, -2.12194440e-4F)));
  auto sum = hn::Set(floats, 1.0F / 720.0F);
  for (const float term : {1.0F / 120.0F, 1.0F / 24.0F, 1.0F / 6.0F, 0.5F, 1.0F, 1.0F}) {
    sum = hn::Add(hn::Mul(sum, rest), hn::Set(floats, term));
  }
  const auto bits = hn::ShiftLeft<23>(hn::Add(power, hn::Set(words, 127)));
  return hn::Mul(sum, hn::BitCast(floats, bits));
}

// The scores of a query become weights that add up to the result; behind `length` they are 0.
HWY_ATTR float soften(float* HWY_RESTRICT scores, std::size_t length) {
  const Floats floats;
  const std::size_t end = grouped(length);
  std::fill(scores + length, scores + end, kLowest);
  Group peaks = group_of(kLowest);
  for (std::size_t j = 0; j < end; j += kGroup) {
    HWY_UNROLL(16)
    for (std::size_t k = 0; k < kVectors; ++k)
      peaks.v[k] = hn::Max(peaks.v[k], hn::LoadU(floats, scores + j + k * kLanes));
  }
  const auto peak = hn::Set(floats, greatest_of(peaks));
  for (std::size_t j = 0; j < end; j += kLanes) {
    hn::StoreU(exponential(hn::Sub(hn::LoadU(floats, scores + j), peak)), floats, scores + j);
  }
  std::fill(scores + length, scores + end, 0.0F);
  Group sums = group_of(0);
  for (std::size_t j = 0; j < end; j += kGroup) {
    HWY_UNROLL(16)
    for (std::size_t k = 0; k < kVectors; ++k)
      sums.v[k] = hn::Add(sums.v[k], hn::LoadU(floats, scores + j + k * kLanes));
  }
  return sum_of(sums);
}

// Rows that are computed together, two vectors of each: their sums stay in registers.
inline constexpr std::size_t kTile = 4;
inline constexpr std::size_t kWide = 2;
constexpr std::size_t tiled(std::size_t columns) {
  return (columns + kWide * kGroup - 1) / (kWide * kGroup) * (kWide * kGroup);
}

// y[r][j] = sum over d of a[r][d] * b[d][j] for kRows rows, d in order, 0 <= j < columns, a multiple of 2
// kGroup.
template <std::size_t kRows>
HWY_ATTR void multiply_tile(const float* HWY_RESTRICT a, std::size_t a_stride, const float* HWY_RESTRICT b,
                            std::size_t b_stride, std::size_t terms, std::size_t columns,
                            float* HWY_RESTRICT y, std::size_t y_stride) {
  const Floats floats;
  for (std::size_t j = 0; j < columns; j += kWide * kLanes) {
    FloatVector sums[kRows][kWide];
    HWY_UNROLL(4)
    for (std::size_t r = 0; r < kRows; ++r) {
      HWY_UNROLL(2)
      for (std::size_t v = 0; v < kWide; ++v) sums[r][v] = hn::Zero(floats);
    }
    for (std::size_t d = 0; d < terms; ++d) {
      FloatVector columns_of[kWide];
      HWY_UNROLL(2)
      for (std::size_t v = 0; v < kWide; ++v)
        columns_of[v] = hn::LoadU(floats, b + d * b_stride + j + v * kLanes);
      HWY_UNROLL(4)
      for (std::size_t r = 0; r < kRows; ++r) {
        const auto factor = hn::Set(floats, a[r * a_stride + d]);
        HWY_UNROLL(2)
        for (std::size_t v = 0; v < kWide; ++v)
          sums[r][v] = hn::Add(sums[r][v], hn::Mul(factor, columns_of[v]));
      }
    }
    HWY_UNROLL(4)
    for (std::size_t r = 0; r < kRows; ++r) {
      HWY_UNROLL(2)
      for (std::size_t v = 0; v < kWide; ++v)
        hn::StoreU(sums[r][v], floats, y + r * y_stride + j + v * kLanes);
    }
  }
}

using MultiplyTile = void (*)(const float*, std::size_t, const float*, std::size_t, std::size_t, std::size_t,
                              float*, std::size_t);
inline constexpr MultiplyTile kTiles[kTile + 1] = {nullptr, multiply_tile<1>, multiply_tile<2>,
                                                   multiply_tile<3>, multiply_tile<4>};

// columns[d][j] = rows[j][d] for `size` values of `length` rows; `size` is a multiple of four.
HWY_ATTR void transpose(const float* HWY_RESTRICT rows, std::size_t stride, std::size_t length,
                        std::size_t size, float* HWY_RESTRICT columns, std::size_t column_stride) {
  std::size_t j = 0;
#if HWY_TARGET != HWY_SCALAR
  // By hand, for compilers make scattered stores of it, which are slow.
  const FourFloats four;
  for (; j + 4 <= length; j += 4) {
    for (std::size_t d = 0; d < size; d += 4) {
      const float* from = rows + j * stride + d;
      float* to = columns + d * column_stride + j;
      const auto a = hn::LoadU(four, from), b = hn::LoadU(four, from + stride);
      const auto c = hn::LoadU(four, from + 2 * stride), e = hn::LoadU(four, from + 3 * stride);
      const auto ac = hn::InterleaveLower(four, a, c), be = hn::InterleaveLower(four, b, e);
      const auto ac_up = hn::InterleaveUpper(four, a, c), be_up = hn::InterleaveUpper(four, b, e);
      hn::StoreU(hn::InterleaveLower(four, ac, be), four, to);
      hn::StoreU(hn::InterleaveUpper(four, ac, be), four, to + column_stride);
      hn::StoreU(hn::InterleaveLower(four, ac_up, be_up), four, to + 2 * column_stride);
      hn::StoreU(hn::InterleaveUpper(four, ac_up, be_up), four, to + 3 * column_stride);
    }
  }
#endif
  for (; j < length; ++j) {
    for (std::size_t d = 0; d < size; ++d) columns[d * column_stride + j] = rows[j * stride + d];
  }
}

HWY_ATTR void attend_head(const AttentionInput& input, const float* queries, float* scratch, float* out,
                          std::size_t out_stride) {
  const Floats floats;
  const std::size_t size = input.width / input.heads, columns = tiled(input.length);
  const float* keys = queries + input.width;
  const float* values = keys + input.width;
  float* transposed = scratch;
  float* scores = scratch + size * columns;
  transpose(keys, input.stride, input.length, size, transposed, columns);
  for (std::size_t d = 0; d < size; ++d)
    std::fill(transposed + d * columns + input.length, transposed + (d + 1) * columns, 0.0F);
  for (std::size_t i = 0; i < input.length; i += kTile) {
    const std::size_t rows = std::min(kTile, input.length - i);
    kTiles[rows](queries + i * input.stride, input.stride, transposed, columns, size, columns, scores,
                 columns);
    float sums[kTile];
    for (std::size_t r = 0; r < rows; ++r) sums[r] = soften(scores + r * columns, input.length);
    kTiles[rows](scores, columns, values, input.stride, input.length, size, out + i * out_stride, out_stride);
    for (std::size_t r = 0; r < rows; ++r) {
      const auto share = hn::Set(floats, 1.0F / sums[r]);
      float* mixed = out + (i + r) * out_stride;
      for (std::size_t d = 0; d < size; d += kLanes)
        hn::StoreU(hn::Mul(hn::LoadU(floats, mixed + d), share), floats, mixed + d);
    }
  }
}

HWY_ATTR void Attend(const AttentionInput& input, std::vector<float>& scratch, float* out,
                     std::size_t out_stride) {
  const std::size_t size = input.width / input.heads;
  scratch.resize((size + kTile) * tiled(input.length));
  for (std::size_t head = 0; head < input.heads; ++head) {
    attend_head(input, input.rows + head * size, scratch.data(), out + head * size, out_stride);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace kernels
}  // namespace newsgraph
HWY_AFTER_NAMESPACE();

#endif
