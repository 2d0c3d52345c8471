#include "language/network/portable_math.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace newsgraph {
namespace {

constexpr double kLog2 = 0.6931471805599453, kPerLog2 = 1.4426950408889634;

// 1 / k! for k from 13 down to 0.
constexpr std::array<double, 14> kTaylor = [] {
  std::array<double, 14> terms{};
  double term = 1;
  for (std::size_t k = 0; k < terms.size(); ++k) {
    if (k > 0) term /= static_cast<double>(k);
    terms[terms.size() - 1 - k] = term;
  }
  return terms;
}();

}  // namespace

// Taylor's series on [-ln 2 / 2, ln 2 / 2], the rest is a power of two.
double exponential(double x) {
  constexpr double kRounds = 6755399441055744.0;  // 1.5 * 2^52: what is added to it loses its fraction
  if (!(x >= -700)) return 0;                     // also where a foreign model's weights make it no number
  const double power = (std::min(x, 700.0) * kPerLog2 + kRounds) - kRounds;
  const double rest = std::min(x, 700.0) - power * kLog2;
  double sum = 0;
  for (const double term : kTaylor) sum = sum * rest + term;
  // A double of this exponent and no fraction.
  return sum * std::bit_cast<double>(static_cast<std::uint64_t>(static_cast<int>(power) + 1023) << 52U);
}

// The power of two, and the series of the inverse hyperbolic tangent on [1 / sqrt 2, sqrt 2].
double logarithm(double x) {
  constexpr std::uint64_t kFraction = (std::uint64_t{1} << 52U) - 1;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  int power = static_cast<int>(bits >> 52U) - 1023;
  double part = std::bit_cast<double>((bits & kFraction) | std::uint64_t{1023} << 52U);
  if (part > 1.4142135623730951) {
    part *= 0.5;
    ++power;
  }
  const double ratio = (part - 1) / (part + 1), square = ratio * ratio;
  double sum = 0;
  for (int k = 23; k > 0; k -= 2) sum = sum * square + 1.0 / k;
  return 2 * ratio * sum + power * kLog2;
}

}  // namespace newsgraph
