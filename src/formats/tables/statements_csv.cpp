#include "formats/tables/table_formats.h"

#include <array>

#include "formats/tables/csv.h"
#include "graph/graph_claims.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

void ends(CsvWriter& csv, const EdgeView& edge) {
  csv.field(edge.source().name());
  csv.field(edge.relation());
  csv.field(edge.target().name());
  csv.field(edge.status());
}

void end_details(CsvWriter& csv, const EdgeView& edge) {
  csv.field(edge.source().type());
  csv.field(edge.target().type());
  csv.field(has_name(edge.source()) ? "true" : "false");
  csv.field(has_name(edge.target()) ? "true" : "false");
  csv.field(edge.source().id());
  csv.field(edge.target().id());
}

void write_row(CsvWriter& csv, const EdgeView& edge, const StatementView& statement) {
  ends(csv, edge);
  csv.field(statement.scope());
  csv.known_number(statement.confidence());
  for (const std::string_view text :
       {statement.date(), statement.text(), statement.title(), statement.url(), statement.file(),
        statement.document(), statement.speaker(), statement.trigger(), statement.rule()})
    csv.field(text);
  end_details(csv, edge);
  csv.field(statement.claim());
  csv.end_line();
}

// An edge without statements, such as a link that is known, is a row as well.
void write_row(CsvWriter& csv, const EdgeView& edge) {
  ends(csv, edge);
  csv.field(edge.scope());
  csv.known_number(edge.confidence());
  csv.field(edge.first_date());
  csv.field(edge.evidence());
  for (int empty = 0; empty < 7; ++empty) csv.field({});
  end_details(csv, edge);
  csv.field({});
  csv.end_line();
}

void write_statements(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  TextBuffer out;
  LossCounts counts;
  CsvWriter csv(out, counts, true);
  for (const char* name :
       {"source",       "relation",  "target",    "status",      "scope",       "confidence",
        "date",         "evidence",  "title",     "url",         "file",        "document",
        "speaker",      "trigger",   "rule",      "source_type", "target_type", "source_named",
        "target_named", "source_id", "target_id", "claim"})
    csv.field(name);
  csv.end_line();
  std::uint64_t attributes = 0;
  for (const EdgeView edge : edge_views(graph)) {
    if (edge.statement_count() == 0) write_row(csv, edge);
    for (std::size_t i = 0; i < edge.statement_count(); ++i) write_row(csv, edge, edge.statement(i));
    attributes += edge.attributes().size();
    out.drain_when_full(sink);
  }
  std::uint64_t isolated = 0;
  for (const NodeView node : node_views(graph)) {
    isolated += degree(node.vertex(), graph) == 0;
    attributes += node.attributes().size();
  }
  out.drain(sink);
  counts.add_to(losses);
  if (isolated != 0) losses["nodes without edges left out"] += isolated;
  if (attributes != 0) losses["attributes left out"] += attributes;
}

constexpr std::array<std::string_view, 1> kExtensions{".csv"};
constexpr std::array kParts{Part{"", write_statements}};

}  // namespace

constinit const Format kStatementsCsv{
    "csv",   kExtensions, "a table with a row for each statement, for spreadsheets", {}, kParts,
    nullptr, nullptr};

}  // namespace newsgraph
