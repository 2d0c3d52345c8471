// The encoder's steps between its products: what their definitions say, and the same bits on every
// instruction set.
#include "language/network/encoder_kernels.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

#include "catch.h"
#include "targets.h"

using namespace newsgraph;

namespace {

double gelu(double x) {
  return x * 0.5 * std::erfc(-x / std::sqrt(2.0));
}

std::vector<float> values_of(const ByteRowBuffer& bytes) {
  std::vector<float> values(bytes.codes.size());
  const std::size_t width = values.size() / bytes.steps.size();
  for (std::size_t i = 0; i < values.size(); ++i)
    values[i] = static_cast<float>(bytes.codes[i] - bytes.zeros[i / width]) * bytes.steps[i / width];
  return values;
}

// Attention in double precision: of one head, row by row.
std::vector<double> attention(const std::vector<float>& rows, std::size_t length, std::size_t width,
                              std::size_t heads) {
  std::vector<double> out(length * width);
  const std::size_t size = width / heads;
  const auto at = [&](std::size_t row, std::size_t part, std::size_t i) {
    return static_cast<double>(rows[row * 3 * width + part * width + i]);
  };
  for (std::size_t h = 0; h < heads; ++h) {
    for (std::size_t i = 0; i < length; ++i) {
      std::vector<double> weights(length);
      for (std::size_t j = 0; j < length; ++j) {
        double score = 0;
        for (std::size_t d = h * size; d < (h + 1) * size; ++d) score += at(i, 0, d) * at(j, 1, d);
        weights[j] = std::exp(score);
      }
      const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
      for (std::size_t d = h * size; d < (h + 1) * size; ++d) {
        for (std::size_t j = 0; j < length; ++j) out[i * width + d] += weights[j] / sum * at(j, 2, d);
      }
    }
  }
  return out;
}

std::vector<float> attended(const std::vector<float>& rows, std::size_t length, std::size_t width,
                            std::size_t heads) {
  std::vector<float> out(length * width), scratch;
  kernels::attend({rows.data(), 3 * width, length, width, heads}, scratch, out.data(), width);
  return out;
}

}  // namespace

TEST_CASE("Rows become bytes over their own range, which holds 0") {
  const std::size_t width = 48;
  std::vector<float> x = random_floats(4 * width, 3, 1);
  for (std::size_t i = 0; i < width; ++i) {
    x[i] = std::abs(x[i]) + 1;                   // all above 0
    x[width + i] = -std::abs(x[width + i]) - 1;  // all below 0
    x[3 * width + i] = 0;
  }
  ByteRowBuffer bytes;
  kernels::quantise_rows(x.data(), width, 4, width, bytes);
  CHECK(bytes.zeros[0] == 0);
  CHECK(bytes.zeros[1] == 255);
  CHECK(bytes.steps[3] == 0);
  const std::vector<float> values = values_of(bytes);
  for (std::size_t i = 0; i < values.size(); ++i)
    CHECK(std::abs(values[i] - x[i]) <= 1.01F * bytes.steps[i / width]);
}

TEST_CASE("GELU is x times the normal distribution up to x") {
  const std::size_t width = 4096;
  std::vector<float> x(width);
  for (std::size_t i = 0; i < width; ++i) x[i] = (static_cast<float>(i) - 2048.0F) / 200.0F;
  std::vector<float> y = x;
  ByteRowBuffer bytes;
  kernels::quantise_gelu_rows(y.data(), width, 1, width, bytes);
  const std::vector<float> values = values_of(bytes);
  for (std::size_t i = 0; i < width; ++i) {
    const double expected = gelu(static_cast<double>(x[i]));
    CHECK(std::abs(static_cast<double>(y[i]) - expected) < 6e-6);
    CHECK(std::abs(values[i] - y[i]) <= 0.51F * bytes.steps[0]);
  }
}

TEST_CASE("A row is normalised to mean 0 and variance 1") {
  const std::size_t width = 96;
  std::vector<float> x = random_floats(width, 3, 5);
  const std::vector<float> y = random_floats(width, 2, 6), before = x;
  const Norm norm{random_floats(width, 2, 7), random_floats(width, 1, 8)};
  kernels::normalise_rows(x.data(), width, y.data(), width, 1, width, norm);
  double mean = 0, squares = 0;
  std::vector<double> sums(width);
  for (std::size_t i = 0; i < width; ++i)
    mean += (sums[i] = static_cast<double>(before[i]) + static_cast<double>(y[i])) / double(width);
  for (const double s : sums) squares += (s - mean) * (s - mean) / double(width);
  for (std::size_t i = 0; i < width; ++i) {
    const double expected = (sums[i] - mean) / std::sqrt(squares) * static_cast<double>(norm.weight[i]) +
                            static_cast<double>(norm.bias[i]);
    CHECK(std::abs(static_cast<double>(x[i]) - expected) < 1e-5);
  }
}

TEST_CASE("Attention mixes the values by softmax") {
  const auto length = GENERATE(std::size_t{1}, std::size_t{5}, std::size_t{16}, std::size_t{37});
  const std::size_t width = 64, heads = 2;
  const std::vector<float> rows = random_floats(length * 3 * width, 1, 9);
  const std::vector<double> expected = attention(rows, length, width, heads);
  const std::vector<float> found = attended(rows, length, width, heads);
  for (std::size_t i = 0; i < found.size(); ++i)
    CHECK(std::abs(static_cast<double>(found[i]) - expected[i]) < 5e-6);
}

TEST_CASE("Attention survives scores that are far apart") {
  const std::size_t width = 32;
  std::vector<float> rows(3 * 3 * width, 0.0F);
  rows[0] = 1000;                   // query of the first row
  rows[3 * width + width] = 1000;   // key of the second
  rows[3 * width + 2 * width] = 7;  // its value
  const std::vector<float> found = attended(rows, 3, width, 1);
  CHECK(found[0] == 7.0F);
}

TEST_CASE("All instruction sets take the encoder's steps to the same bits") {
  const std::size_t width = 96, rows = 7;
  const std::vector<float> x = random_floats(rows * width, 9, 11), y = random_floats(rows * width, 4, 12);
  const Norm norm{random_floats(width, 2, 13), random_floats(width, 1, 14)};
  same_on_all_targets<float>([&] {
    std::vector<float> z = x;
    kernels::normalise_rows(z.data(), width, y.data(), width, rows, width, norm);
    ByteRowBuffer bytes;
    std::vector<float> inner = z;
    kernels::quantise_gelu_rows(inner.data(), width, rows, width, bytes);
    z.insert(z.end(), inner.begin(), inner.end());
    for (const ByteRowBuffer& b : {bytes, [&] {
                                     ByteRowBuffer plain;
                                     kernels::quantise_rows(x.data(), width, rows, width, plain);
                                     return plain;
                                   }()}) {
      z.insert(z.end(), b.codes.begin(), b.codes.end());
      z.insert(z.end(), b.steps.begin(), b.steps.end());
      z.insert(z.end(), b.zeros.begin(), b.zeros.end());
    }
    return z;
  });
}

TEST_CASE("All instruction sets attend to the same bits") {
  const auto length = GENERATE(std::size_t{3}, std::size_t{16}, std::size_t{50});
  const std::vector<float> rows = random_floats(length * 3 * 96, 2, 21);
  same_on_all_targets<float>([&] { return attended(rows, length, 96, 3); });
}
