// Statements to edges: which statements stand behind the same edge, and which are the same.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/assembly.h"
#include "graph/builder.h"
#include "graph/graph.h"

namespace newsgraph {

// What the statement of the same place in GraphData::statements says.
struct StatementRow {
  std::uint32_t subject = 0;  // places in a list of nodes
  std::uint32_t object = 0;
  StringId relation{};
  StringId status{};
};

struct GroupedEdges {
  std::vector<EdgeDraft> edges;
  std::uint64_t repeated = 0;  // statements that were there already
};

// Groups the statements of `data`, puts them in the order of their edges and drops repeated ones: those of
// the same document, sentence and row. Rows speak of places in `nodes`. Edges come by source, target and
// the texts of relation and status, statements of one edge by date, document and claim.
GroupedEdges group_statements(GraphData& data, std::vector<StatementRow> rows, std::span<const Node> nodes,
                              EdgeMode mode);

}  // namespace newsgraph
