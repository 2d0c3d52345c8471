// Nodes by what people call them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/graph.h"

namespace newsgraph {

// The nodes with this id; where there is none those of this name; else those with this alias. Names
// are compared without regard to case (Unicode case folding). In the graph's order.
std::vector<Vertex> find_nodes(const Graph& graph, std::string_view name);

// The name in the graph that needs the fewest changes to become `name`; empty where none is near.
std::string nearest_name(const Graph& graph, std::string_view name);

}  // namespace newsgraph
