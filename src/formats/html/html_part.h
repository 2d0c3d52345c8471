// How much of a graph a page can show.
#pragma once

#include <cstddef>
#include <cstdint>

#include "graph/graph.h"

namespace newsgraph {

// What a browser still moves without jerking, and reads in a moment.
struct PageLimits {
  std::size_t nodes = 10'000;
  std::size_t edges = 50'000;
};

bool fits(const Graph& graph, const PageLimits& limits);

// The strongest edges, by weight, then confidence, then id, and their ends: as many as the limits allow.
Graph strongest_part(const Graph& graph, const PageLimits& limits);

// How many statements of each edge a page holds, so that all together are at most `limit`: edges with fewer
// keep all. At least 1.
std::size_t statements_an_edge(const Graph& graph, std::size_t limit);

}  // namespace newsgraph
