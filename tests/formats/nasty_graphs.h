// Graphs that break careless writers. Every format is run over all of them.
#pragma once

#include <string>
#include <vector>

#include "graph/graph.h"

namespace newsgraph::test {

// Empty, one node, a loop, parallel edges, every escape, control characters, text beyond the basic
// plane, names that end in a backslash, very long names, numbers that are not finite, attributes of
// every type and with the names of fields.
std::vector<std::string> nasty_graph_names();
Graph nasty_graph(const std::string& name);

}  // namespace newsgraph::test
