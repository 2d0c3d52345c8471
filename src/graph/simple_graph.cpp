#include "graph/simple_graph.h"

#include <algorithm>
#include <cmath>

namespace newsgraph {
namespace {

void merge_parallel(std::vector<Arc>& arcs) {
  std::stable_sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) { return a.target < b.target; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (kept != 0 && arcs[kept - 1].target == arcs[i].target)
      arcs[kept - 1].weight += arcs[i].weight;
    else
      arcs[kept++] = arcs[i];
  }
  arcs.resize(kept);
}

Arcs make_arcs(const Graph& graph, bool both_ways) {
  Arcs arcs(boost::num_vertices(graph));
  for (const EdgeDescriptor edge : boost::make_iterator_range(boost::edges(graph))) {
    const auto source = static_cast<std::uint32_t>(boost::source(edge, graph));
    const auto target = static_cast<std::uint32_t>(boost::target(edge, graph));
    if (source == target) continue;
    // Another tool's weight may be anything; measures need a positive number.
    const double given = graph[edge].weight;
    const double weight = std::isfinite(given) && given > 0 ? given : 1;
    arcs[source].push_back({target, weight});
    if (both_ways) arcs[target].push_back({source, weight});
  }
  for (std::vector<Arc>& list : arcs) merge_parallel(list);
  return arcs;
}

}  // namespace

Arcs directed_arcs(const Graph& graph) {
  return make_arcs(graph, false);
}
Arcs undirected_arcs(const Graph& graph) {
  return make_arcs(graph, true);
}

}  // namespace newsgraph
