// Which nodes belong together: communities, and components, which are connected at all.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/simple_graph.h"

namespace newsgraph {

// Louvain (Blondel, Guillaume, Lambiotte, Lefebvre 2008): moves nodes to the neighbouring community that
// raises modularity most, then joins communities to nodes and starts again. Nodes are visited in their
// order and a tie stays, so that the result is always the same. `arcs` are symmetric.
std::vector<std::uint32_t> communities(const Arcs& arcs);

// The weakly connected component of each vertex, 0 the largest.
std::vector<std::uint32_t> weak_components(const Graph& graph);

// Numbers groups by size, 0 the largest; groups of the same size by their first member.
std::vector<std::uint32_t> number_by_size(const std::vector<std::uint32_t>& groups);

}  // namespace newsgraph
