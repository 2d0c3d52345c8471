// The kernels of kernels.h, compiled once for each instruction set; included by kernels.cpp alone.
#if defined(NEWSGRAPH_LANGUAGE_KERNELS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NEWSGRAPH_LANGUAGE_KERNELS_INL_H
#undef NEWSGRAPH_LANGUAGE_KERNELS_INL_H
#else
#define NEWSGRAPH_LANGUAGE_KERNELS_INL_H
#endif

#include <cstring>

#include "hwy/highway.h"
#include "language/network/kernels.h"
#include "language/network/kernels_bytes.h"

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

// Without vectors: the definition of the products, which the others have to equal.
HWY_INLINE std::int32_t weight_at(const std::int8_t* weights, std::size_t i) {
  return weights[i / kQuad * kQuad * kPanel + i % kQuad];
}

void Multiply(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride, std::size_t rows, float* y,
              std::size_t y_stride) {
  for (std::size_t o = 0; o < w.row_size(); ++o) {
    for (std::size_t r = 0; r < rows; ++r) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < w.inputs(); ++i) sum += x[r * x_stride + i] * weight_at(w.slice(o), i);
      y[r * y_stride + o] = static_cast<float>(sum) * w.scales()[o] + w.bias()[o];
    }
  }
}

void MultiplyBytes(const PackedMatrix& w, const ByteRows& x, float* y, std::size_t y_stride) {
  for (std::size_t o = 0; o < w.row_size(); ++o) {
    for (std::size_t r = 0; r < x.rows; ++r) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < w.inputs(); ++i)
        sum += (x.codes[r * x.stride + i] - x.zeros[r]) * weight_at(w.slice(o), i);
      y[r * y_stride + o] = static_cast<float>(sum) * w.scales()[o] * x.steps[r] + w.bias()[o];
    }
  }
}

#else

using Shorts = hn::Repartition<std::int16_t, Words>;
using HalfBytes = hn::Rebind<std::int8_t, Shorts>;
using Quads = hn::Repartition<std::int64_t, Words>;
static_assert(kPanel % (2 * kLanes) == 0);
// Rows computed together: 6 x 2 sums, 2 weights and 1 input fit 16 vector registers.
inline constexpr std::size_t kBlock = 6;

// The steps of rows that have none.
inline constexpr float kOnes[kBlock] = {1, 1, 1, 1, 1, 1};

// What a block of rows needs: `weights` points to the first quad of its first output.
struct Block {
  const std::int8_t* weights;
  std::size_t quads;
  std::size_t x_stride;
  const float* scales;
  const float* bias;
  std::size_t y_stride;
  const float* steps;  // of the rows
};

// Four inputs of a row, over and over.
HWY_INLINE hn::Vec<Shorts> input_quad(const std::int16_t* x) {
  std::int64_t quad;
  std::memcpy(&quad, x, sizeof quad);
  return hn::BitCast(Shorts(), hn::Set(Quads(), quad));
}

// kLanes outputs of kRows rows; the two vectors of a row hold two sums for each output. The sums stay in
// registers only where the loops over them are unrolled, which g++ -O2 leaves to us.
template <std::size_t kRows>
HWY_ATTR void run_block(const Block& block, const std::int16_t* HWY_RESTRICT x, float* HWY_RESTRICT y) {
  const Words words;
  const Floats floats;
  WordVector sums[kRows][2];
  WordVector odd_sums[kRows][2];  // only Arm keeps the products of odd inputs apart
  HWY_UNROLL(6)
  for (std::size_t r = 0; r < kRows; ++r) {
    HWY_UNROLL(6)
    for (std::size_t v = 0; v < 2; ++v) sums[r][v] = odd_sums[r][v] = hn::Zero(words);
  }
  for (std::size_t k = 0; k < block.quads; ++k) {
    const std::int8_t* codes = block.weights + k * kQuad * kPanel;
    const auto w0 = hn::PromoteTo(Shorts(), hn::LoadU(HalfBytes(), codes));
    const auto w1 = hn::PromoteTo(Shorts(), hn::LoadU(HalfBytes(), codes + 2 * kLanes));
    HWY_UNROLL(6)
    for (std::size_t r = 0; r < kRows; ++r) {
      const auto quad = input_quad(x + r * block.x_stride + kQuad * k);
      sums[r][0] = hn::ReorderWidenMulAccumulate(words, quad, w0, sums[r][0], odd_sums[r][0]);
      sums[r][1] = hn::ReorderWidenMulAccumulate(words, quad, w1, sums[r][1], odd_sums[r][1]);
    }
  }
  HWY_UNROLL(6)
  for (std::size_t r = 0; r < kRows; ++r) {
    const auto low = hn::RearrangeToOddPlusEven(sums[r][0], odd_sums[r][0]);
    const auto high = hn::RearrangeToOddPlusEven(sums[r][1], odd_sums[r][1]);
    const auto sum = hn::Add(hn::ConcatEven(words, high, low), hn::ConcatOdd(words, high, low));
    const auto scaled = hn::Mul(hn::ConvertTo(floats, sum), hn::LoadU(floats, block.scales));
    const auto stepped = hn::Mul(scaled, hn::Set(floats, block.steps[r]));
    hn::StoreU(hn::Add(stepped, hn::LoadU(floats, block.bias)), floats, y + r * block.y_stride);
  }
}

// `steps` is one a row; a row of 1 leaves the bits as they are.
HWY_ATTR void multiply_rows(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride,
                            std::size_t rows, const float* steps, float* y, std::size_t y_stride) {
  static constexpr void (*kBlocks[kBlock + 1])(const Block&, const std::int16_t*, float*) = {
      nullptr, run_block<1>, run_block<2>, run_block<3>, run_block<4>, run_block<5>, run_block<6>};
  // One slice of the weights stays in the first-level cache while all rows pass by.
  for (std::size_t first = 0; first < w.row_size(); first += kLanes) {
    Block block = {w.slice(first),   w.inputs() / kQuad, x_stride, w.scales() + first,
                   w.bias() + first, y_stride,           steps};
    for (std::size_t r = 0; r < rows; r += kBlock) {
      const std::size_t count = rows - r < kBlock ? rows - r : kBlock;
      kBlocks[count](block, x + r * x_stride, y + r * y_stride + first);
      block.steps += steps == kOnes ? 0 : count;
    }
  }
}

HWY_ATTR void Multiply(const PackedMatrix& w, const std::int16_t* x, std::size_t x_stride, std::size_t rows,
                       float* y, std::size_t y_stride) {
  multiply_rows(w, x, x_stride, rows, kOnes, y, y_stride);
}

// CPUs without products of bytes multiply 16 bits by 16 bits about as fast as they would bytes.
HWY_ATTR void MultiplyBytes(const PackedMatrix& w, const ByteRows& x, float* y, std::size_t y_stride) {
#if HWY_ARCH_X86 && HWY_TARGET <= HWY_AVX3
  if (has_byte_products()) return multiply_bytes(w, x, y, y_stride);
#endif
  const std::span<std::int16_t> wide = widened(x.rows * w.inputs());
  for (std::size_t r = 0; r < x.rows; ++r) {
    for (std::size_t i = 0; i < w.inputs(); ++i) {
      wide[r * w.inputs() + i] = static_cast<std::int16_t>(x.codes[r * x.stride + i] - x.zeros[r]);
    }
  }
  multiply_rows(w, wide.data(), w.inputs(), x.rows, x.steps, y, y_stride);
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
