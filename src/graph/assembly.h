// Nodes and edges in any order to a Graph in its order.
#pragma once

#include <cstdint>
#include <vector>

#include "graph/graph.h"

namespace newsgraph {

// An edge between two entries of a list of nodes.
struct EdgeDraft {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  Edge edge;
};

// Node ids are distinct. An edge without an id, or with one that another edge has, gets one made from
// what it is. Edges name texts, statements and attributes of `data`.
Graph assemble(GraphData data, std::vector<Node> nodes, std::vector<EdgeDraft> edges);

// Sorts by the name's text and drops all but the first attribute of a name.
void sort_attributes(Attributes& attributes, const StringPool& pool);

}  // namespace newsgraph
