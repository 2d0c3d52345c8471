// The kernels give the same bits on every instruction set, and what their definitions say.
#include "language/kernels.h"

#include <hwy/targets.h>
#include <cmath>
#include <cstring>
#include <functional>
#include <random>
#include <vector>

#include "catch.h"

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

std::vector<float> random_floats(std::size_t size, float range, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> values(size);
  for (float& v : values) v = (static_cast<float>(random() % 20001) / 10000.0F - 1.0F) * range;
  return values;
}

std::vector<std::int16_t> random_codes(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::int16_t> values(size);
  for (std::int16_t& v : values) v = static_cast<std::int16_t>(static_cast<int>(random() % 32769) - 16384);
  return values;
}

std::vector<std::uint8_t> random_bytes(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<std::uint8_t> values(size);
  for (std::uint8_t& v : values) v = static_cast<std::uint8_t>(random() % 256);
  return values;
}

// Runs `compute` on every instruction set that this CPU and this program share; all have to give the
// bytes of the first.
template <typename Number>
void same_on_all_targets(const std::function<std::vector<Number>()>& compute) {
  std::vector<Number> expected;
  for (std::int64_t rest = kernels::supported_targets(); rest != 0; rest &= rest - 1) {
    hwy::SetSupportedTargetsForTest(rest & -rest);
    hwy::GetChosenTarget().DeInit();
    const std::vector<Number> result = compute();
    if (expected.empty()) expected = result;
    INFO("target " << hwy::TargetName(rest & -rest));
    CHECK(result.size() == expected.size());
    CHECK(std::memcmp(result.data(), expected.data(), result.size() * sizeof(Number)) == 0);
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().DeInit();
}

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

TEST_CASE("A product of bytes is that of their codes") {
  const auto rows = GENERATE(std::size_t{1}, std::size_t{6}, std::size_t{13});
  const auto outputs = GENERATE(std::size_t{1}, std::size_t{32}, std::size_t{49});
  const std::size_t inputs = 36;
  const Weights w = random_weights(outputs, inputs, 17);
  const std::vector<float> bias = random_floats(outputs, 3, 18);
  const std::vector<std::uint8_t> x = random_bytes(rows * inputs, 19);
  const PackedMatrix packed(w.matrix, kStateStep, bias);
  std::vector<float> y(rows * packed.row_size());
  kernels::multiply(packed, x.data(), inputs, rows, y.data(), packed.row_size());
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < outputs; ++o) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < inputs; ++i)
        sum += w.codes[o * inputs + i] * (x[r * inputs + i] - kByteZero);
      const float expected = static_cast<float>(sum) * (w.matrix.scales[o] / kStateStep) + bias[o];
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
  const Weights w = random_weights(200, 512, 3);
  std::vector<std::uint8_t> x = random_bytes(23 * 512, 4);
  std::fill_n(x.begin(), 512, std::uint8_t{255});
  std::fill_n(x.begin() + 512, 512, std::uint8_t{0});
  const PackedMatrix packed(w.matrix, kStateStep, random_floats(200, 2, 5));
  same_on_all_targets<float>([&] {
    std::vector<float> y(23 * packed.row_size());
    kernels::multiply(packed, x.data(), 512, 23, y.data(), packed.row_size());
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

TEST_CASE("Quantising to bytes rounds ties to even and keeps within 8 bits") {
  const std::vector<float> x = {0.5F, 1.5F, -0.5F, -1.5F, 1e9F, -1e9F, 126.51F, -127.51F, 0.0F};
  std::vector<std::uint8_t> out(x.size());
  kernels::quantise(x, 1.0F, out.data());
  CHECK(out == std::vector<std::uint8_t>{128, 130, 128, 126, 255, 0, 255, 0, 128});
}

TEST_CASE("All instruction sets quantise to the same bytes") {
  const std::vector<float> x = random_floats(1003, 12, 12);
  same_on_all_targets<std::uint8_t>([&] {
    std::vector<std::uint8_t> out(x.size());
    kernels::quantise(x, kWordStep, out.data());
    return out;
  });
}

TEST_CASE("All instruction sets quantise to the same bits") {
  const std::vector<float> x = random_floats(1003, 40, 11);
  same_on_all_targets<std::int16_t>([&] {
    std::vector<std::int16_t> out(x.size());
    kernels::quantise(x, kHiddenStep, out.data());
    return out;
  });
}

TEST_CASE("An LSTM step follows its equations") {
  const std::size_t width = 16;
  const std::vector<float> gates = random_floats(4 * width, 6, 21);
  const std::vector<float> recurrent = random_floats(4 * width, 6, 22);
  std::vector<float> cell = random_floats(width, 2, 23);
  const std::vector<float> before = cell;
  std::vector<std::uint8_t> hidden(width);
  const bool first = GENERATE(true, false);
  kernels::lstm_step(gates.data(), first ? nullptr : recurrent.data(), width, cell.data(), hidden.data());
  const auto sigmoid = [](double v) { return 1 / (1 + std::exp(-v)); };
  for (std::size_t i = 0; i < width; ++i) {
    const auto gate = [&](std::size_t g) {
      return static_cast<double>(gates[g * width + i]) +
             (first ? 0.0 : static_cast<double>(recurrent[g * width + i]));
    };
    const double kept = first ? 0.0 : sigmoid(gate(1)) * static_cast<double>(before[i]);
    const double expected = sigmoid(gate(0)) * std::tanh(gate(3)) + kept;
    CHECK(std::abs(static_cast<double>(cell[i]) - expected) < 3e-6);
    const double output = sigmoid(gate(2)) * std::tanh(expected);
    const double state = (hidden[i] - kByteZero) / static_cast<double>(kStateStep);
    CHECK(std::abs(state - output) < 0.501 / static_cast<double>(kStateStep));
  }
}

TEST_CASE("All instruction sets step an LSTM to the same bits") {
  const std::size_t width = 48;
  const std::vector<float> gates = random_floats(4 * width, 12, 31);
  const std::vector<float> recurrent = random_floats(4 * width, 5, 32);
  const std::vector<float> start = random_floats(width, 2, 33);
  same_on_all_targets<float>([&] {
    std::vector<float> cell = start;
    std::vector<std::uint8_t> hidden(width);
    kernels::lstm_step(gates.data(), recurrent.data(), width, cell.data(), hidden.data());
    cell.insert(cell.end(), hidden.begin(), hidden.end());
    return cell;
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
