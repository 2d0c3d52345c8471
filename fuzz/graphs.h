// Readers and writers of graphs.
#pragma once

#include <string_view>

#include "graph/graph.h"

namespace newsgraph::fuzz {

// Reads `bytes` as the graph format that the readers' registry knows by this name, then check_writers().
void read_graph_of(std::string_view reader, std::string_view bytes);

// Writes the graph in every format: UTF-8 without control characters; what we read is recognised, read and
// written again as the same bytes.
void check_writers(const Graph& graph);

}  // namespace newsgraph::fuzz
