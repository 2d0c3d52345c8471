#include "graph/packing.h"

#include <cmath>

#include "catch.h"
#include "graph/builder.h"
#include "graph/claims_for_tests.h"

namespace newsgraph {
namespace {

double distance(const Point& a, const Point& b) {
  return std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
}

// Pairs that have nothing to do with one another, in the order of their ids.
Graph pairs(int count) {
  GraphBuilder builder;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(100 + i);
    builder.add(
        test::claim({.subject = "n_" + number + "a", .relation = "owns", .object = "n_" + number + "b"}));
  }
  return builder.build();
}

}  // namespace

TEST_CASE("components come near one another and keep their shapes") {
  const Graph graph = pairs(12);
  std::vector<Point> points;
  for (int i = 0; i < 12; ++i) {
    points.push_back({10'000.0 * i, 0});
    points.push_back({10'000.0 * i + 80, 60});
  }
  pack_components(graph, points);
  for (std::size_t i = 0; i < points.size(); i += 2) {
    CHECK(distance(points[i], points[i + 1]) == Approx(100).margin(0.1));
    for (std::size_t other = 0; other < points.size(); ++other) {
      if (other / 2 == i / 2) continue;
      CHECK(distance(points[i], points[other]) > 50);
      CHECK(distance(points[i], points[other]) < 2'000);
    }
  }
}

TEST_CASE("an empty drawing stays empty") {
  std::vector<Point> points;
  pack_components(pairs(0), points);
  CHECK(points.empty());
}

}  // namespace newsgraph
