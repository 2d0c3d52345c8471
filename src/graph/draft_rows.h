// Rows of relation tables on their way into a draft: first their texts, then, each name once, their nodes.
#pragma once

#include <span>

#include "graph/edge_row.h"
#include "graph/graph_draft.h"

namespace newsgraph {

class EntityResolver;
class EntityTable;

// Adds rows to those of a draft that are pending.
void add_rows(GraphDraft& draft, std::span<const EdgeRow> rows);

// Resolves the names of all pending rows on `jobs` threads, adds what they are to `entities` and makes the
// rows statements of the draft, which does not depend on the number of threads.
void resolve_rows(GraphDraft& draft, const EntityResolver& resolver, EntityTable& entities, unsigned jobs);

}  // namespace newsgraph
