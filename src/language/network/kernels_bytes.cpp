#include "language/network/kernels_bytes.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#define NEWSGRAPH_VNNI __attribute__((target("avx512f,avx512vnni")))
#endif

namespace newsgraph::kernels {

std::span<std::int16_t> widened(std::size_t size) {
  thread_local std::vector<std::int16_t> memory;
  if (memory.size() < size) memory.resize(size);
  return std::span(memory).first(size);
}

#if defined(__x86_64__)

namespace {

// Rows computed together: 12 x 2 sums, 2 weights and 1 input fit 32 vector registers.
constexpr std::size_t kRowsTogether = 12;
constexpr std::size_t kVector = 16;  // outputs of a vector
static_assert(kPanel == 2 * kVector);

// What a block of rows needs of the matrix: `weights` points to the first quad of a panel.
struct Panel {
  const std::int8_t* weights;
  std::size_t quads;
  const float* scales;
  const float* bias;
  const std::int32_t* code_sums;
};

// Rows of bytes, from the first of a block on, and where their results go.
struct Rows {
  const std::uint8_t* codes;
  std::size_t stride;
  const float* steps;
  const std::int32_t* zeros;
  float* y;
  std::size_t y_stride;
};

using Sums = std::int32_t __attribute__((vector_size(4 * kVector)));
using Reals = float __attribute__((vector_size(4 * kVector)));

template <typename Vector>
NEWSGRAPH_VNNI inline Vector load(const void* from) {
  Vector vector;
  std::memcpy(&vector, from, sizeof vector);
  return vector;
}

// To each sum four products, of an unsigned and a signed byte each. As an intrinsic it works on another type
// of vector, and g++ 12 then copies every sum from one register to another and back.
NEWSGRAPH_VNNI inline void add_products(Sums& sums, Sums inputs, Sums weights) {
  asm("vpdpbusd %2, %1, %0" : "+v"(sums) : "v"(inputs), "v"(weights));
}

NEWSGRAPH_VNNI inline void store(Sums sums, const Panel& panel, std::size_t first, const Rows& rows,
                                 std::size_t r) {
  const Sums whole = sums - load<Sums>(panel.code_sums + first) * rows.zeros[r];
  const Reals scaled = __builtin_convertvector(whole, Reals) * load<Reals>(panel.scales + first);
  const Reals result = scaled * rows.steps[r] + load<Reals>(panel.bias + first);
  std::memcpy(rows.y + r * rows.y_stride + first, &result, sizeof result);
}

// A panel of outputs of kRows rows. The sums stay in registers only where the loops over them are unrolled.
template <std::size_t kRows>
NEWSGRAPH_VNNI void run_rows(const Panel& panel, const Rows& rows) {
  Sums low[kRows] = {};
  Sums high[kRows] = {};
  for (std::size_t k = 0; k < panel.quads; ++k) {
    const std::int8_t* weights = panel.weights + k * kQuad * kPanel;
    const auto low_weights = load<Sums>(weights);
    const auto high_weights = load<Sums>(weights + kQuad * kVector);
#pragma GCC unroll 12
    for (std::size_t r = 0; r < kRows; ++r) {
      std::int32_t quad;
      std::memcpy(&quad, rows.codes + r * rows.stride + k * kQuad, sizeof quad);
      const Sums inputs = Sums{} + quad;
      add_products(low[r], inputs, low_weights);
      add_products(high[r], inputs, high_weights);
    }
  }
#pragma GCC unroll 12
  for (std::size_t r = 0; r < kRows; ++r) {
    store(low[r], panel, 0, rows, r);
    store(high[r], panel, kVector, rows, r);
  }
}

using RunRows = void (*)(const Panel&, const Rows&);

template <std::size_t... kRows>
constexpr std::array<RunRows, sizeof...(kRows)> table(std::index_sequence<kRows...>) {
  return {run_rows<kRows + 1>...};
}
constexpr std::array<RunRows, kRowsTogether> kRunRows = table(std::make_index_sequence<kRowsTogether>());

}  // namespace

bool has_byte_products() {
  return __builtin_cpu_supports("avx512vnni") != 0;
}

void multiply_bytes(const PackedMatrix& w, const ByteRows& x, float* y, std::size_t y_stride) {
  // One panel of the weights stays in the first-level cache while all rows pass by.
  for (std::size_t first = 0; first < w.row_size(); first += kPanel) {
    const Panel panel = {w.slice(first), w.inputs() / kQuad, w.scales() + first, w.bias() + first,
                         w.code_sums() + first};
    for (std::size_t r = 0; r < x.rows; r += kRowsTogether) {
      const std::size_t count = std::min(x.rows - r, kRowsTogether);
      kRunRows[count - 1](panel, {x.codes + r * x.stride, x.stride, x.steps + r, x.zeros + r,
                                  y + r * y_stride + first, y_stride});
    }
  }
}

#else

bool has_byte_products() {
  return false;
}

void multiply_bytes(const PackedMatrix&, const ByteRows&, float*, std::size_t) {}

#endif

}  // namespace newsgraph::kernels
