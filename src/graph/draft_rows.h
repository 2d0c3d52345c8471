// Rows of relation tables on their way into a draft: first their texts, then, each name once, their nodes.
#pragma once

#include "graph/graph_draft.h"
#include "graph/intern_batch.h"
#include "graph/table_row.h"

namespace newsgraph {

class EntityResolver;
class EntityTable;

// Adds rows to those of a draft that are pending.
class RowAdder {
 public:
  explicit RowAdder(GraphDraft& draft);
  void add(const TableRow& row);

 private:
  GraphDraft& draft_;
  InternBatch batch_;
  StatementRow row_;
  SourceDocument document_;
  Statement statement_;
};

// Resolves the names of all pending rows on `jobs` threads, adds what they are to `entities` and makes the
// rows statements of the draft, which does not depend on the number of threads.
void resolve_rows(GraphDraft& draft, const EntityResolver& resolver, EntityTable& entities, unsigned jobs);

}  // namespace newsgraph
