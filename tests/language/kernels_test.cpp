// The kernels give the same bits on every instruction set, and what their definitions say.
#include "language/network/kernels.h"

#include <algorithm>
#include <random>
#include <vector>

#include "catch.h"
#include "targets.h"

using namespace newsgraph;

namespace {

struct Weights {
  std::vector<std::int8_t> codes;
  CodeMatrix matrix;
};

Weights random_weights(std::size_t rows, std::size_t columns, unsigned seed) {
  std::mt19937 random(seed);
  Weights w;
  w.codes.resize(rows * columns);
  for (std::int8_t& c : w.codes) c = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
  w.matrix = {rows, columns, w.codes, std::vector<float>(rows)};
  for (float& s : w.matrix.scales) s = static_cast<float>(random() % 1000 + 1) * 1e-5F;
  return w;
}

std::vector<std::int16_t> random_codes(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::int16_t> values(size);
  for (std::int16_t& v : values) v = static_cast<std::int16_t>(static_cast<int>(random() % 32769) - 16384);
  return values;
}

struct RandomBytes {
  std::vector<std::uint8_t> codes;
  std::vector<float> steps;
  std::vector<std::int32_t> zeros;

  RandomBytes(std::size_t rows, std::size_t width, unsigned seed) : codes(rows * width), zeros(rows) {
    std::mt19937 random(seed);
    for (std::uint8_t& c : codes) c = static_cast<std::uint8_t>(random() % 256);
    for (std::int32_t& z : zeros) z = static_cast<std::int32_t>(random() % 256);
    steps = random_floats(rows, 0.1F, seed + 1);
  }
  ByteRows view() const {
    return {codes.data(), codes.size() / steps.size(), steps.data(), zeros.data(), steps.size()};
  }
};

}  // namespace

TEST_CASE("A product is the sum of the products, scaled, plus the bias") {
  const auto rows = GENERATE(std::size_t{1}, std::size_t{5}, std::size_t{6}, std::size_t{13});
  const auto outputs = GENERATE(std::size_t{1}, std::size_t{17}, std::size_t{32}, std::size_t{49});
  const std::size_t inputs = 36;
  const Weights w = random_weights(outputs, inputs, 7);
  const std::vector<float> bias = random_floats(outputs, 3, 8);
  const std::vector<std::int16_t> x = random_codes(rows * inputs, 9);
  const PackedMatrix packed(w.matrix, 512.0F, bias);
  std::vector<float> y(rows * packed.row_size());
  kernels::multiply(packed, x.data(), inputs, rows, y.data(), packed.row_size());
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < outputs; ++o) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < inputs; ++i) sum += w.codes[o * inputs + i] * x[r * inputs + i];
      const float expected = static_cast<float>(sum) * (w.matrix.scales[o] / 512.0F) + bias[o];
      CHECK(y[r * packed.row_size() + o] == expected);
    }
  }
}

TEST_CASE("A product of the largest values does not overflow") {
  const std::size_t inputs = 512;
  Weights w = random_weights(1, inputs, 1);
  std::fill(w.codes.begin(), w.codes.end(), std::int8_t{-127});
  const std::vector<std::int16_t> x(inputs, std::int16_t{-32767});
  const PackedMatrix packed(w.matrix, 1.0F);
  std::vector<float> y(packed.row_size());
  kernels::multiply(packed, x.data(), inputs, 1, y.data(), packed.row_size());
  CHECK(y[0] == static_cast<float>(512 * 127 * 32767) * w.matrix.scales[0]);
}

TEST_CASE("A product of bytes is that of their codes less the zero, by the steps of row and output") {
  const auto rows = GENERATE(std::size_t{1}, std::size_t{6}, std::size_t{13}, std::size_t{25});
  const auto outputs = GENERATE(std::size_t{1}, std::size_t{32}, std::size_t{49});
  const std::size_t inputs = 36;
  const Weights w = random_weights(outputs, inputs, 17);
  const std::vector<float> bias = random_floats(outputs, 3, 18);
  const RandomBytes x(rows, inputs, 19);
  const PackedMatrix packed(w.matrix, 1.0F, bias);
  std::vector<float> y(rows * packed.row_size());
  kernels::multiply(packed, x.view(), y.data(), packed.row_size());
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < outputs; ++o) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < inputs; ++i)
        sum += w.codes[o * inputs + i] * (x.codes[r * inputs + i] - x.zeros[r]);
      const float expected = static_cast<float>(sum) * w.matrix.scales[o] * x.steps[r] + bias[o];
      CHECK(y[r * packed.row_size() + o] == expected);
    }
  }
}

TEST_CASE("A matrix whose inputs are no whole quads is padded with nothing") {
  const Weights w = random_weights(3, 5, 27);
  const PackedMatrix packed(w.matrix, 1.0F);
  REQUIRE(packed.inputs() == 8);
  const std::vector<std::int16_t> x = {1, 2, 3, 4, 5, 999, 999, 999};
  std::vector<float> y(packed.row_size());
  kernels::multiply(packed, x.data(), 8, 1, y.data(), packed.row_size());
  for (std::size_t o = 0; o < 3; ++o) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < 5; ++i) sum += w.codes[o * 5 + i] * x[i];
    CHECK(y[o] == static_cast<float>(sum) * w.matrix.scales[o]);
  }
}

TEST_CASE("All instruction sets multiply bytes to the same bits") {
  const Weights w = random_weights(200, 1536, 3);
  RandomBytes x(23, 1536, 4);
  std::fill_n(x.codes.begin(), 1536, std::uint8_t{255});
  x.zeros[0] = 0;
  std::fill_n(x.codes.begin() + 1536, 1536, std::uint8_t{0});
  x.zeros[1] = 255;
  const PackedMatrix packed(w.matrix, 1.0F, random_floats(200, 2, 5));
  same_on_all_targets<float>([&] {
    std::vector<float> y(23 * packed.row_size());
    kernels::multiply(packed, x.view(), y.data(), packed.row_size());
    return y;
  });
}

TEST_CASE("All instruction sets multiply to the same bits") {
  const Weights w = random_weights(200, 144, 3);
  const std::vector<std::int16_t> x = random_codes(23 * 144, 4);
  const PackedMatrix packed(w.matrix, kStateStep, random_floats(200, 2, 5));
  same_on_all_targets<float>([&] {
    std::vector<float> y(23 * packed.row_size());
    kernels::multiply(packed, x.data(), 144, 23, y.data(), packed.row_size());
    return y;
  });
}

TEST_CASE("Quantising rounds ties to even and keeps within 16 bits") {
  const std::vector<float> x = {0.5F, 1.5F, 2.5F, -0.5F, -1.5F, 1e9F, -1e9F, 0.49F, 100.51F};
  std::vector<std::int16_t> out(x.size());
  kernels::quantise(x, 1.0F, out.data());
  CHECK(out == std::vector<std::int16_t>{0, 2, 2, 0, -2, 32767, -32767, 0, 101});
  kernels::rectify(x, 1.0F, out.data());
  CHECK(out == std::vector<std::int16_t>{0, 2, 2, 0, 0, 32767, 0, 0, 101});
}

TEST_CASE("All instruction sets quantise to the same bits") {
  const std::vector<float> x = random_floats(1003, 40, 11);
  same_on_all_targets<std::int16_t>([&] {
    std::vector<std::int16_t> out(x.size());
    kernels::quantise(x, kHiddenStep, out.data());
    return out;
  });
}

TEST_CASE("All instruction sets accumulate to the same bits") {
  const std::vector<float> a = random_floats(37, 2, 41);
  const std::vector<float> b = random_floats(37 * 48, 2, 42);
  same_on_all_targets<float>([&] {
    std::vector<float> y(48, 0.25F);
    kernels::accumulate(a, b.data(), 48, 48, y.data());
    return y;
  });
}
