// A table of nodes or edges (documents/graph_table.h), row by row.
#pragma once

#include "formats/import/import.h"
#include "support/limits.h"
#include "support/source.h"

namespace newsgraph {

// Adds the rows to `import`; one that cannot be used is noted. Throws Error where the header is none of a
// graph, or the table is larger than a graph may be.
void read_graph_table(Input& input, const Limits& limits, GraphImport& import);

}  // namespace newsgraph
