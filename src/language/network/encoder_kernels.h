// The steps of the encoder between its matrix products: attention, activation, normalisation. Everything is
// in float32; sums run in a fixed order: a sum over a row has sixteen parts, part k over the elements k, k +
// 16 and so on, which are then added up in pairs. The results are the same bits on every CPU (kernels.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/network/kernels.h"

namespace newsgraph {

// Values of a row are worked on in groups of so many: widths have to be multiples.
inline constexpr std::size_t kGroup = 16;
constexpr std::size_t grouped(std::size_t size) {
  return (size + kGroup - 1) / kGroup * kGroup;
}

// Rows of bytes and what belongs to them, kept between products.
struct ByteRowBuffer {
  std::vector<std::uint8_t> codes;
  std::vector<float> steps;
  std::vector<std::int32_t> zeros;

  void resize(std::size_t rows, std::size_t width);
  ByteRows view(std::size_t rows, std::size_t width) const {
    return {codes.data(), width, steps.data(), zeros.data(), rows};
  }
};

// A scale and a shift for each value of a row.
struct Norm {
  std::vector<float> weight;
  std::vector<float> bias;
};

// Queries, keys and values of a sentence: rows of 3 * width floats, `stride` apart.
struct AttentionInput {
  const float* rows = nullptr;
  std::size_t stride = 0;
  std::size_t length = 0;  // rows
  std::size_t width = 0;   // of the heads together
  std::size_t heads = 0;   // width / heads is a multiple of 2 * kGroup
};

namespace kernels {

// Row r of `out` becomes row r of x (`width` floats, x_stride apart) as bytes over its own range, which
// always holds 0.
void quantise_rows(const float* x, std::size_t x_stride, std::size_t rows, std::size_t width,
                   ByteRowBuffer& out);
// The same for GELU(x), x * Phi(x) of the normal distribution: Hendrycks and Gimpel (2016).
void quantise_gelu_rows(float* x, std::size_t x_stride, std::size_t rows, std::size_t width,
                        ByteRowBuffer& out);

// Row by row: x = norm(x + y), to mean 0 and variance 1 and then by `norm`. y is null for x alone.
void normalise_rows(float* x, std::size_t x_stride, const float* y, std::size_t y_stride, std::size_t rows,
                    std::size_t width, const Norm& norm);

// out[i] (`width` floats, out_stride apart): of each head the values, weighted by softmax(query i . keys).
// The queries are scaled already.
void attend(const AttentionInput& input, std::vector<float>& scratch, float* out, std::size_t out_stride);

}  // namespace kernels
}  // namespace newsgraph
