// The kernels of kernels.h, compiled once for each instruction set; included by kernels.cpp alone.
#if defined(NEWSGRAPH_LANGUAGE_KERNELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NEWSGRAPH_LANGUAGE_KERNELS_INL_H
#undef NEWSGRAPH_LANGUAGE_KERNELS_INL_H
#else
#define NEWSGRAPH_LANGUAGE_KERNELS_INL_H
#endif

#include <cstring>

#include "hwy/highway.h"
#include "language/kernels.h"

HWY_BEFORE_NAMESPACE();
namespace newsgraph {
namespace kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// At most 16 lanes of 32 bits, so that two vectors never exceed a panel.
using Floats = hn::CappedTag<float, 16>;
using Words = hn::Rebind<std::int32_t, Floats>;
using HalfShorts = hn::Rebind<std::int16_t, Floats>;
using FloatVector = hn::Vec<Floats>;
using WordVector = hn::Vec<Words>;

inline constexpr std::size_t kLanes = hn::MaxLanes(Floats());

#if HWY_TARGET == HWY_SCALAR

// Without vectors: the definition of the product, which the others have to equal.
void Multiply(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride, std::size_t rows, float* y,
              std::size_t y_stride) {
  for (std::size_t o = 0; o < w.row_size(); ++o) {
    const std::int16_t* weights = w.panel(o / kPanel) + 2 * (o % kPanel);
    for (std::size_t r = 0; r < rows; ++r) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < w.inputs(); ++i) {
        sum += x[r * x_stride + i] * weights[i / 2 * 2 * kPanel + i % 2];
      }
      y[r * y_stride + o] = static_cast<float>(sum) * w.scales()[o] + w.bias()[o];
    }
  }
}

#else

using Shorts = hn::Repartition<std::int16_t, Words>;
static_assert(kPanel % (2 * kLanes) == 0);
// Rows computed together: 6 x 2 sums, 2 weights and 1 input fit 16 vector registers.
inline constexpr std::size_t kBlock = 6;

// Two inputs of a row, in all lanes.
HWY_INLINE hn::Vec<Shorts> input_pair(const std::int16_t* x) {
  std::int32_t pair;
  std::memcpy(&pair, x, sizeof pair);
  return hn::BitCast(Shorts(), hn::Set(Words(), pair));
}

// 2 * kLanes outputs of `kRows` rows. The sums stay in registers only where the loops over them are
// unrolled, which g++ -O2 leaves to us. `weights` points to the first pair of the first output.
template <std::size_t kRows>
HWY_INLINE void multiply_block(const std::int16_t* HWY_RESTRICT weights, std::size_t pairs,
                               const std::int16_t* HWY_RESTRICT x, std::size_t x_stride,
                               const float* HWY_RESTRICT scales, const float* HWY_RESTRICT bias,
                               float* HWY_RESTRICT y, std::size_t y_stride) {
  const Words words;
  const Floats floats;
  WordVector sums[kRows][2];
  WordVector odd_sums[kRows][2];  // only Arm keeps the products of odd inputs apart
  HWY_UNROLL(6)
  for (std::size_t r = 0; r < kRows; ++r) {
    HWY_UNROLL(6)
    for (std::size_t v = 0; v < 2; ++v) sums[r][v] = odd_sums[r][v] = hn::Zero(words);
  }
  for (std::size_t k = 0; k < pairs; ++k) {
    const auto w0 = hn::LoadU(Shorts(), weights + k * 2 * kPanel);
    const auto w1 = hn::LoadU(Shorts(), weights + k * 2 * kPanel + 2 * kLanes);
    HWY_UNROLL(6)
    for (std::size_t r = 0; r < kRows; ++r) {
      const auto pair = input_pair(x + r * x_stride + 2 * k);
      sums[r][0] = hn::ReorderWidenMulAccumulate(words, pair, w0, sums[r][0], odd_sums[r][0]);
      sums[r][1] = hn::ReorderWidenMulAccumulate(words, pair, w1, sums[r][1], odd_sums[r][1]);
    }
  }
  HWY_UNROLL(6)
  for (std::size_t r = 0; r < kRows; ++r) {
    HWY_UNROLL(6)
    for (std::size_t v = 0; v < 2; ++v) {
      const auto sum = hn::ConvertTo(floats, hn::RearrangeToOddPlusEven(sums[r][v], odd_sums[r][v]));
      const auto scaled = hn::Mul(sum, hn::LoadU(floats, scales + v * kLanes));
      hn::StoreU(hn::Add(scaled, hn::LoadU(floats, bias + v * kLanes)), floats,
                 y + r * y_stride + v * kLanes);
    }
  }
}

using BlockFunction = void (*)(const std::int16_t*, std::size_t, const std::int16_t*, std::size_t,
                               const float*, const float*, float*, std::size_t);

template <std::size_t kRows>
void run_block(const std::int16_t* weights, std::size_t pairs, const std::int16_t* x, std::size_t x_stride,
               const float* scales, const float* bias, float* y, std::size_t y_stride) {
  multiply_block<kRows>(weights, pairs, x, x_stride, scales, bias, y, y_stride);
}

HWY_ATTR void Multiply(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride, std::size_t rows,
                       float* y, std::size_t y_stride) {
  static constexpr BlockFunction kBlocks[kBlock + 1] = {
      nullptr, run_block<1>, run_block<2>, run_block<3>, run_block<4>, run_block<5>, run_block<6>};
  const std::size_t pairs = w.inputs() / 2;
  // One slice of the weights stays in the first-level cache while all rows pass by.
  for (std::size_t first = 0; first < w.row_size(); first += 2 * kLanes) {
    const std::int16_t* weights = w.panel(first / kPanel) + 2 * (first % kPanel);
    for (std::size_t r = 0; r < rows; r += kBlock) {
      const std::size_t count = rows - r < kBlock ? rows - r : kBlock;
      kBlocks[count](weights, pairs, x + r * x_stride, x_stride, w.scales() + first, w.bias() + first,
                     y + r * y_stride + first, y_stride);
    }
  }
}

#endif  // HWY_TARGET == HWY_SCALAR

// Rounds to the nearest integer, ties to even, for |x| < 2^22: adding 1.5 * 2^23 leaves no fraction bits.
HWY_INLINE WordVector nearest(FloatVector x) {
  const Floats floats;
  const Words words;
  const auto shifted = hn::Add(x, hn::Set(floats, 12582912.0F));
  return hn::Sub(hn::BitCast(words, shifted), hn::Set(words, 0x4B400000));
}

HWY_INLINE FloatVector clamp(FloatVector x, float low, float high) {
  const Floats floats;
  return hn::Min(hn::Max(x, hn::Set(floats, low)), hn::Set(floats, high));
}

HWY_ATTR void Quantise(const float* x, std::size_t size, float step, float low, std::int16_t* out) {
  const Floats floats;
  std::size_t i = 0;
  for (; i + kLanes <= size; i += kLanes) {
    const auto scaled = clamp(hn::Mul(hn::LoadU(floats, x + i), hn::Set(floats, step)), low, 32767.0F);
    hn::StoreU(hn::DemoteTo(HalfShorts(), nearest(scaled)), HalfShorts(), out + i);
  }
  for (; i < size; ++i) {
    const auto scaled = clamp(hn::Set(floats, x[i] * step), low, 32767.0F);
    out[i] = static_cast<std::int16_t>(hn::GetLane(nearest(scaled)));
  }
}

// tanh by a rational function of degree 9/8, off by at most 4e-7; a least-squares fit in the maximum norm.
HWY_INLINE FloatVector tanh(FloatVector value) {
  const Floats floats;
  static constexpr float kNumerator[] = {1.31842350370448e-08F, 2.0471839889069088e-05F,
                                         0.0034865825437009335F, 0.13373197615146637F, 0.9999998807907104F};
  static constexpr float kDenominator[] = {7.702668085585174e-07F, 0.0003271386376582086F,
                                           0.025841981172561646F, 0.4670649468898773F, 1.0F};
  const auto x = clamp(value, -9.0F, 9.0F);
  const auto square = hn::Mul(x, x);
  auto top = hn::Set(floats, kNumerator[0]);
  auto bottom = hn::Set(floats, kDenominator[0]);
  for (std::size_t i = 1; i < 5; ++i) {
    top = hn::Add(hn::Mul(top, square), hn::Set(floats, kNumerator[i]));
    bottom = hn::Add(hn::Mul(bottom, square), hn::Set(floats, kDenominator[i]));
  }
  return hn::Div(hn::Mul(x, top), bottom);
}

HWY_INLINE FloatVector sigmoid(FloatVector x) {
  const auto half = hn::Set(Floats(), 0.5F);
  return hn::Add(hn::Mul(tanh(hn::Mul(x, half)), half), half);
}

HWY_ATTR void LstmStep(const float* HWY_RESTRICT gates, const float* HWY_RESTRICT recurrent,
                       std::size_t width, float* HWY_RESTRICT cell, std::int16_t* HWY_RESTRICT hidden) {
  const Floats floats;
  const auto gate = [&](std::size_t g, std::size_t i) HWY_ATTR {
    const auto input = hn::LoadU(floats, gates + g * width + i);
    return recurrent == nullptr ? input : hn::Add(input, hn::LoadU(floats, recurrent + g * width + i));
  };
  for (std::size_t i = 0; i < width; i += kLanes) {
    auto state = hn::Mul(sigmoid(gate(0, i)), tanh(gate(3, i)));
    if (recurrent != nullptr) {
      state = hn::Add(state, hn::Mul(sigmoid(gate(1, i)), hn::LoadU(floats, cell + i)));
    }
    hn::StoreU(state, floats, cell + i);
    const auto output = hn::Mul(sigmoid(gate(2, i)), tanh(state));
    const auto fixed = nearest(hn::Mul(output, hn::Set(floats, kStateStep)));
    hn::StoreU(hn::DemoteTo(HalfShorts(), fixed), HalfShorts(), hidden + i);
  }
}

HWY_ATTR void Accumulate(const float* HWY_RESTRICT a, std::size_t terms, const float* HWY_RESTRICT b,
                         std::size_t b_stride, std::size_t size, float* HWY_RESTRICT y) {
  const Floats floats;
  for (std::size_t j = 0; j < size; j += kLanes) {
    auto sum = hn::LoadU(floats, y + j);
    for (std::size_t k = 0; k < terms; ++k) {
      sum = hn::Add(sum, hn::Mul(hn::Set(floats, a[k]), hn::LoadU(floats, b + k * b_stride + j)));
    }
    hn::StoreU(sum, floats, y + j);
  }
}

}  // namespace HWY_NAMESPACE
}  // namespace kernels
}  // namespace newsgraph
HWY_AFTER_NAMESPACE();

#endif
