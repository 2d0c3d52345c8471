// Statements from JSON, as formats/fields/statement_json.h writes them.
#pragma once

#include <string_view>
#include <vector>

#include "graph/document_table.h"
#include "graph/graph.h"

namespace newsgraph {

// Appends the statements of an array to `statements`. False, and nothing appended, where the text is not
// of that form.
bool read_statements(std::string_view json, StringPool& pool, DocumentTable& documents,
                     std::vector<Statement>& statements);

}  // namespace newsgraph
