// The graph that measures look at: indices and weights, without texts.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.h"

namespace newsgraph {

// Neighbours of each node with the summed weight of the edges between them, sorted, without loops.
struct Arc {
  std::uint32_t target = 0;
  double weight = 0;
};
using Arcs = std::vector<std::vector<Arc>>;

Arcs directed_arcs(const Graph& graph);
// The same with every edge counted in both directions.
Arcs undirected_arcs(const Graph& graph);

}  // namespace newsgraph
