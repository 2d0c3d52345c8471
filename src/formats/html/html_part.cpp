#include "formats/html/html_part.h"

#include <algorithm>
#include <array>
#include <vector>

#include "graph/filter.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

// In the order in which Filter::top counts.
std::vector<EdgeDescriptor> by_strength(const Graph& graph) {
  const auto all = boost::edges(graph);
  std::vector<EdgeDescriptor> edges(all.first, all.second);
  std::stable_sort(edges.begin(), edges.end(), [&graph](const EdgeDescriptor& a, const EdgeDescriptor& b) {
    const Edge& left = graph[a];
    const Edge& right = graph[b];
    if (left.weight != right.weight) return left.weight > right.weight;
    if (left.confidence != right.confidence) return left.confidence > right.confidence;
    return EdgeView(graph, a).id() < EdgeView(graph, b).id();
  });
  return edges;
}

std::size_t edges_that_fit(const Graph& graph, const PageLimits& limits) {
  std::vector<bool> taken(boost::num_vertices(graph));
  std::size_t nodes = 0;
  std::size_t edges = 0;
  for (const EdgeDescriptor& edge : by_strength(graph)) {
    for (const Vertex end : {boost::source(edge, graph), boost::target(edge, graph)}) {
      nodes += taken[end] ? 0 : 1;
      taken[end] = true;
    }
    if (nodes > limits.nodes || edges == limits.edges) break;
    ++edges;
  }
  return edges;
}

}  // namespace

bool fits(const Graph& graph, const PageLimits& limits) {
  return boost::num_vertices(graph) <= limits.nodes && boost::num_edges(graph) <= limits.edges;
}

Graph strongest_part(const Graph& graph, const PageLimits& limits) {
  Filter filter;
  filter.top = static_cast<std::uint32_t>(std::max<std::size_t>(edges_that_fit(graph, limits), 1));
  return filter_graph(graph, filter);
}

std::size_t statements_an_edge(const Graph& graph, std::size_t limit) {
  constexpr std::array<std::size_t, 6> kSteps{1000, 300, 100, 30, 10, 3};
  for (const std::size_t most : kSteps) {
    std::size_t sum = 0;
    for (const EdgeView edge : edge_views(graph)) sum += std::min(most, edge.statement_count());
    if (sum <= limit) return most;
  }
  return 1;
}

}  // namespace newsgraph
