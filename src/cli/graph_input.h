// The graph that a verb looks at: read from a graph file, or made from any other input.
#pragma once

#include <string>

#include "cli/graph_options.h"
#include "cli/input_options.h"

namespace newsgraph::cli {

class Context;

struct GraphInput {
  InputOptions input;
  KnowledgeOptions knowledge;
  GraphOptions graph;
};

void add_graph_input(CLI::App& app, GraphInput& input);

// Reads, builds and filters; what was skipped is reported.
Graph load_graph(Context& context, const GraphInput& input);

}  // namespace newsgraph::cli
