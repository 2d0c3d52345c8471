// Statements as JSON, the same in every format that has room for them.
#pragma once

#include "formats/text/json_writer.h"
#include "graph/view.h"

namespace newsgraph {

// {"id":"c-…","document":…,"title":…,"date":…,"url":…,"file":…,"text":…,"start":…,"subject":{"text":…,"start":…},
//  "object":{…},"trigger":{…},"scope":…,"speaker":…,"rule":…,"confidence":0.93}; what is unknown is left
// out. `start` are bytes of the document's text, as in a claim.
void write_statement(JsonWriter& json, const StatementView& statement);
// Its members from "text" on, into an object that is open.
void write_statement_text(JsonWriter& json, const StatementView& statement);
// All statements of an edge, as an array.
void write_statements(JsonWriter& json, const EdgeView& edge);

}  // namespace newsgraph
