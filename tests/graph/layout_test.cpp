#include "graph/layout.h"

#include <boost/range/iterator_range.hpp>
#include <cmath>

#include "graph/chain.h"

namespace newsgraph {

using test::build;
using test::claim;
using test::number;

TEST_CASE("a layout spreads nodes, draws neighbours together and is always the same") {
  std::vector<Claim> claims;
  for (int ring = 0; ring < 2; ++ring)
    for (int i = 0; i < 12; ++i) {
      const auto id = [ring](int n) {
        return "n_" + std::string(1, static_cast<char>('a' + ring)) + std::to_string(10 + n % 12);
      };
      claims.push_back(claim({.subject = id(i), .relation = "owns", .object = id(i + 1)}));
    }
  Graph graph = build(claims);
  Graph again = build(claims);
  layout(graph);
  layout(again);
  const auto distance = [&](Vertex a, Vertex b) {
    return std::hypot(number(graph, a, "x") - number(graph, b, "x"),
                      number(graph, a, "y") - number(graph, b, "y"));
  };
  double linked = 0;
  double all = 0;
  for (const EdgeDescriptor edge : boost::make_iterator_range(boost::edges(graph)))
    linked += distance(boost::source(edge, graph), boost::target(edge, graph)) / 24;
  for (Vertex a = 0; a < 24; ++a) {
    CHECK(number(again, a, "x") == number(graph, a, "x"));
    for (Vertex b = 0; b < 24; ++b) {
      all += distance(a, b) / (24 * 23);
      if (a != b) CHECK(distance(a, b) > 10);
    }
  }
  CHECK(linked < all / 2);
}

}  // namespace newsgraph
