// A graph like one of much news, for measuring speed and memory.
#pragma once

#include <cstddef>

#include "graph/graph.h"

namespace newsgraph::bench {

// `edges` merged edges between a fifth as many entities, each with one statement whose sentence of about
// 80 characters is its own. Always the same graph for the same number.
Graph synthetic_graph(std::size_t edges);

}  // namespace newsgraph::bench
