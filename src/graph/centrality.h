// How central nodes are: PageRank and betweenness.
#pragma once

#include <vector>

#include "graph/simple_graph.h"

namespace newsgraph {

// Page, Brin, Motwani, Winograd 1999: damping 0.85, steps by weight, from a node without arcs to any
// node; until the ranks change by less than 1e-12 together. They sum to 1.
std::vector<double> pagerank(const Arcs& arcs);

// Brandes 2001, arcs of length 1, divided by (n-1)(n-2). Only paths from every `stride`-th node count,
// scaled up: 1 is exact.
std::vector<double> betweenness(const Arcs& arcs, std::size_t stride);

}  // namespace newsgraph
