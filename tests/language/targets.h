// For tests of what has to be the same bits on every instruction set.
#pragma once

#include <hwy/targets.h>

#include <cstring>
#include <functional>
#include <random>
#include <vector>

#include "catch.h"
#include "language/network/kernels.h"

// Runs `check` on every instruction set that this CPU and this program share.
inline void on_all_targets(const std::function<void()>& check) {
  for (std::int64_t rest = newsgraph::kernels::supported_targets(); rest != 0; rest &= rest - 1) {
    hwy::SetSupportedTargetsForTest(rest & -rest);
    hwy::GetChosenTarget().DeInit();
    INFO("target " << hwy::TargetName(rest & -rest));
    check();
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().DeInit();
}

// All have to give the bytes of the first.
template <typename Number>
void same_on_all_targets(const std::function<std::vector<Number>()>& compute) {
  std::vector<Number> expected;
  on_all_targets([&] {
    const std::vector<Number> result = compute();
    if (expected.empty()) expected = result;
    CHECK(result.size() == expected.size());
    CHECK(std::memcmp(result.data(), expected.data(), result.size() * sizeof(Number)) == 0);
  });
}

inline std::vector<float> random_floats(std::size_t size, float range, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> values(size);
  for (float& v : values) v = (static_cast<float>(random() % 20001) / 10000.0F - 1.0F) * range;
  return values;
}
