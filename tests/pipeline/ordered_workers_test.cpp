#include "pipeline/ordered_workers.h"

#include <atomic>
#include <chrono>
#include <stdexcept>

#include "catch.h"

using newsgraph::OrderedWorkers;

namespace {

std::vector<int> squares(unsigned threads, int count) {
  std::vector<int> received;
  OrderedWorkers<int, int> workers(
      threads,
      [] {
        return [](int&& value) {
          if (value % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
          return value * value;
        };
      },
      [&](int&& result) { received.push_back(result); });
  for (int i = 0; i < count; ++i) workers.push(int{i});
  workers.finish();
  return received;
}

}  // namespace

TEST_CASE("Results come in the order of the input, whatever the number of threads") {
  const unsigned threads = GENERATE(1u, 2u, 5u);
  const std::vector<int> received = squares(threads, 500);
  REQUIRE(received.size() == 500);
  for (int i = 0; i < 500; ++i) CHECK(received[static_cast<std::size_t>(i)] == i * i);
}

TEST_CASE("A failure of the work comes out of push or finish and ends the rest") {
  const unsigned threads = GENERATE(1u, 3u);
  std::atomic<int> received = 0;
  OrderedWorkers<int, int> workers(
      threads,
      [] {
        return [](int&& value) {
          if (value == 20) throw std::runtime_error("twenty");
          return value;
        };
      },
      [&](int&&) { ++received; });
  const auto run = [&] {
    for (int i = 0; i < 1000; ++i) workers.push(int{i});
    workers.finish();
  };
  CHECK_THROWS_AS(run(), std::runtime_error);
  CHECK(received <= 20);
  CHECK_THROWS_AS(workers.finish(), std::runtime_error);
}

TEST_CASE("A failure of the receiver comes out, too") {
  const unsigned threads = GENERATE(1u, 3u);
  OrderedWorkers<int, int> workers(
      threads, [] { return [](int&& value) { return value; }; },
      [](int&&) { throw std::logic_error("full"); });
  const auto run = [&] {
    workers.push(1);
    workers.finish();
  };
  CHECK_THROWS_AS(run(), std::logic_error);
}

TEST_CASE("Not finishing drops what is left without blocking") {
  OrderedWorkers<int, int> workers(
      2, [] { return [](int&& value) { return value; }; }, [](int&&) {});
  for (int i = 0; i < 10; ++i) workers.push(int{i});
}
