#include "graph/measure.h"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/betweenness_centrality.hpp>

#include "graph/centrality.h"
#include "graph/chain.h"
#include "support/error.h"

namespace newsgraph {

using test::build;
using test::chain;
using test::claim;
using test::number;

TEST_CASE("PageRank sums to one and follows the edges") {
  Graph graph = build(chain());
  measure(graph, "pagerank");
  double sum = 0;
  for (Vertex vertex = 0; vertex < 4; ++vertex) sum += number(graph, vertex, "pagerank");
  CHECK(sum == Approx(1));
  // What networkx 3.6.1 computes for the same weighted graph.
  const double expected[] = {0.12195555736230407, 0.1565096319482891, 0.3240968936903197,
                             0.39743791699908704};
  for (Vertex vertex = 0; vertex < 4; ++vertex)
    CHECK(number(graph, vertex, "pagerank") == Approx(expected[vertex]));
}

TEST_CASE("betweenness is what Boost.Graph computes") {
  Arcs arcs(60);
  boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS> peer(arcs.size());
  for (std::uint32_t i = 0; i < arcs.size(); ++i)
    for (const std::uint32_t step : {1U, 7U, i % 5 + 2}) {
      const auto target = static_cast<std::uint32_t>((i * i + step) % arcs.size());
      const auto same = [target](const Arc& arc) { return arc.target == target; };
      if (target == i || std::any_of(arcs[i].begin(), arcs[i].end(), same)) continue;
      arcs[i].push_back({target, 1});
      boost::add_edge(i, target, peer);
    }
  std::vector<double> expected(arcs.size());
  boost::brandes_betweenness_centrality(
      peer, boost::make_iterator_property_map(expected.begin(), boost::get(boost::vertex_index, peer)));
  const std::vector<double> ours = betweenness(arcs, 1);
  for (std::size_t i = 0; i < arcs.size(); ++i) CHECK(ours[i] == Approx(expected[i] / (59.0 * 58.0)));
}

TEST_CASE("components and communities are numbered by size") {
  std::vector<Claim> claims;
  const auto link = [&](const std::string& a, const std::string& b) {
    claims.push_back(claim({.subject = "n_" + a, .relation = "owns", .object = "n_" + b}));
  };
  for (const auto& [a, b] : {std::pair("a", "b"),
                             {"b", "c"},
                             {"c", "a"},
                             {"c", "d"},
                             {"d", "e"},
                             {"e", "f"},
                             {"f", "d"},
                             {"f", "g"},
                             {"g", "d"},
                             {"y", "z"}})
    link(a, b);
  Graph graph = build(claims);
  measure(graph, "component");
  measure(graph, "community");
  measure(graph, "degree");
  std::string components;
  std::string communities;
  for (Vertex vertex = 0; vertex < 9; ++vertex) {
    components += std::to_string(static_cast<int>(number(graph, vertex, "component")));
    communities += std::to_string(static_cast<int>(number(graph, vertex, "community")));
  }
  CHECK(components == "000000011");
  CHECK(communities == "111000022");
  CHECK(number(graph, 3, "degree") == 4);
  CHECK(number(graph, 3, "in_degree") == 3);
}

TEST_CASE("a measure that does not exist is refused") {
  Graph graph = build(chain());
  CHECK_THROWS_AS(measure(graph, "beauty"), UsageError);
  for (const std::string_view name : measure_names()) measure(graph, name);
  Graph empty = build({});
  for (const std::string_view name : measure_names()) measure(empty, name);
}

}  // namespace newsgraph
