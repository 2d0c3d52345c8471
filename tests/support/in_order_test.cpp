#include "support/in_order.h"

#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

#include "catch.h"

namespace newsgraph {
namespace {

// Later parts are ready sooner.
void pause_for(std::size_t part) {
  std::this_thread::sleep_for(std::chrono::microseconds(part % 5 == 0 ? 500 : 10));
}

}  // namespace

TEST_CASE("parts are used in order, by any number of threads") {
  for (const unsigned jobs : {0U, 1U, 2U, 5U}) {
    std::vector<std::size_t> used;
    work_in_order(100, jobs, [&](Turns& turns) {
      while (const auto part = turns.next()) {
        pause_for(*part);
        if (!turns.in_turn(*part, [&] { used.push_back(*part); })) return;
      }
    });
    REQUIRE(used.size() == 100);
    for (std::size_t i = 0; i < used.size(); ++i) CHECK(used[i] == i);
  }
}

TEST_CASE("nothing to do is done at once") {
  bool called = false;
  work_in_order(0, 4, [&](Turns& turns) { called = called || turns.next().has_value(); });
  CHECK_FALSE(called);
}

TEST_CASE("the first failure ends the work and comes out") {
  for (const unsigned jobs : {1U, 4U})
    for (const bool while_used : {false, true}) {
      std::size_t used = 0;
      const auto work = [&](Turns& turns) {
        while (const auto part = turns.next()) {
          if (*part == 10 && !while_used) throw std::runtime_error("ten");
          const auto use = [&] {
            if (*part == 10) throw std::runtime_error("ten");
            ++used;
          };
          if (!turns.in_turn(*part, use)) return;
        }
      };
      CHECK_THROWS_WITH(work_in_order(100, jobs, work), "ten");
      CHECK(used <= 10);
    }
}

}  // namespace newsgraph
