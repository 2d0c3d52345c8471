// Which nodes are connected at all.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.h"

namespace newsgraph {

// The weakly connected component of each vertex, 0 the largest.
std::vector<std::uint32_t> weak_components(const Graph& graph);

}  // namespace newsgraph
