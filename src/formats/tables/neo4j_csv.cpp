#include "formats/tables/table_formats.h"

#include <algorithm>
#include <array>
#include <string>

#include "formats/fields/columns.h"
#include "formats/fields/node_text.h"
#include "formats/fields/statement_json.h"
#include "formats/tables/csv.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

constexpr char kArrayDelimiter = ';';

constexpr TypeNames kTypes{":boolean", ":long", ":double", ""};

// "score:double"; colons of the name itself would be taken for the type's.
std::vector<Column> with_types(std::vector<Column> columns) {
  for (Column& column : columns) {
    std::replace(column.name.begin(), column.name.end(), ':', '_');
    column.name += name_of(column.type, kTypes);
  }
  return columns;
}

// Elements of an array cannot hold its delimiter.
std::string aliases_of(const NodeView& node, std::uint64_t& changed) {
  std::string result;
  for (std::size_t i = 0; i < node.alias_count(); ++i) {
    if (i != 0) result += kArrayDelimiter;
    for (const char c : node.alias(i)) {
      changed += c == kArrayDelimiter;
      result += c == kArrayDelimiter ? ',' : c;
    }
  }
  return result;
}

void write_nodes(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  GraphTable table(graph, sink,
                   {"id:ID", "label", "name", ":LABEL", "entity_type", "aliases:string[]", "mentions:int",
                    "documents:int"},
                   with_types(node_columns(graph, kNodeFieldNames, losses)));
  CsvWriter& csv = table.cells();
  std::uint64_t changed = 0;
  for (const NodeView node : node_views(graph)) {
    csv.field(node.id());
    csv.field(node.name());
    csv.field(node.name());
    csv.field(type_label(node.type()));
    csv.field(node.type());
    csv.field(aliases_of(node, changed));
    csv.known_number(node.mentions());
    csv.known_number(node.documents());
    table.end_row(node.attributes());
  }
  table.finish(losses);
  if (changed != 0) losses["semicolons in aliases turned into commas"] += changed;
}

void write_edges(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  GraphTable table(
      graph, sink,
      {":START_ID", ":END_ID", ":TYPE", "edge_id", "weight:double", "status", "confidence:double", "scope",
       "first_date", "last_date", "documents:int", "evidence", "evidence_json"},
      with_types(edge_columns(graph, kEdgeFieldNames, losses)));
  CsvWriter& csv = table.cells();
  TextBuffer statements;
  for (const EdgeView edge : edge_views(graph)) {
    csv.field(edge.source().id());
    csv.field(edge.target().id());
    csv.field(edge.relation().empty() ? "RELATED" : edge.relation());  // Neo4j has no edges without a type
    csv.field(edge.id());
    csv.number(finite_weight(edge, table.counts()));
    edge_cells(csv, edge);
    statements.clear();
    JsonWriter json(statements, table.counts());
    if (edge.statement_count() != 0) write_statements(json, edge);
    csv.field(statements.view());
    table.end_row(edge.attributes());
  }
  table.finish(losses);
}

void write_command(const Graph&, Sink& sink, const ExportOptions&, Losses&) {
  sink.write(
      "#!/bin/sh\n"
      "# Imports the tables beside this file into an empty database, by default the one called neo4j.\n"
      "# The server must be stopped; a database that exists already is replaced.\n"
      "set -eu\n"
      "cd \"$(dirname \"$0\")\"\n"
      "neo4j-admin database import full --overwrite-destination --array-delimiter=';' \\\n"
      "  --nodes=nodes.csv --relationships=edges.csv \"${1:-neo4j}\"\n");
}

constexpr std::array<std::string_view, 1> kExtensions{".neo4j"};
constexpr std::array kParts{Part{"nodes.csv", write_nodes}, Part{"edges.csv", write_edges},
                            Part{"import.sh", write_command}};

}  // namespace

constinit const Format kNeo4jCsv{
    "neo4j", kExtensions, "a folder of two tables for neo4j-admin, with the command that imports them",
    {},      kParts,      nullptr,
    nullptr};

}  // namespace newsgraph
