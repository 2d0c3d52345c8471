// Formats of tables: statements for spreadsheets, nodes and edges for Gephi and Neo4j.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

// A row for each statement, for spreadsheets; the columns are those of a relation table that newsgraph reads.
extern const Format kStatementsCsv;

// Two tables for Gephi's spreadsheet import.
extern const Format kGephiCsv;

// Tables for neo4j-admin and the command that imports them.
extern const Format kNeo4jCsv;

}  // namespace newsgraph
