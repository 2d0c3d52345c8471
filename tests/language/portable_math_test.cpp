// Functions of our own are as good as the library's.
#include "language/network/portable_math.h"

#include <cmath>

#include "catch.h"

using namespace newsgraph;

TEST_CASE("The exponential is that of the library but for rounding") {
  for (double x = -700; x < 700; x += 0.37) CHECK(std::abs(exponential(x) / std::exp(x) - 1) < 1e-13);
  CHECK(exponential(0) == 1);
  CHECK(exponential(-701) == 0);
  CHECK(exponential(std::nan("")) == 0);
}

TEST_CASE("The logarithm is that of the library but for rounding") {
  for (double x = 1e-300; x < 1e300; x *= 1.7) {
    const double expected = std::log(x);
    CHECK(std::abs(logarithm(x) - expected) <= 1e-15 * std::abs(expected) + 1e-16);
  }
  CHECK(logarithm(1) == 0);
}
