#include "formats/tables/table_formats.h"

#include <array>

#include "formats/fields/columns.h"
#include "formats/fields/node_text.h"
#include "formats/tables/csv.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

void write_nodes(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  GraphTable table(graph, sink, {"Id", "Label", "entity_type", "aliases", "mentions", "documents"},
                   node_columns(graph, kNodeFieldNames, losses));
  CsvWriter& csv = table.cells();
  for (const NodeView node : node_views(graph)) {
    csv.field(node.id());
    csv.field(node.name());
    csv.field(node.type());
    csv.field(joined_aliases(node));
    csv.known_number(node.mentions());
    csv.known_number(node.documents());
    table.end_row(node.attributes());
  }
  table.finish(losses);
}

void write_edges(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  // Kind keeps the relations between two nodes apart; without it Gephi merges them.
  GraphTable table(graph, sink,
                   {"Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "status", "confidence",
                    "scope", "first_date", "last_date", "documents", "evidence"},
                   edge_columns(graph, kEdgeFieldNames, losses));
  CsvWriter& csv = table.cells();
  std::uint64_t left_out = 0;
  for (const EdgeView edge : edge_views(graph)) {
    csv.field(edge.source().id());
    csv.field(edge.target().id());
    csv.field("Directed");
    csv.field(edge.relation());
    csv.field(edge.id());
    csv.field(edge.relation());
    csv.number(finite_weight(edge, table.counts()));
    edge_cells(csv, edge);
    table.end_row(edge.attributes());
    if (edge.statement_count() > 1) left_out += edge.statement_count() - 1;
  }
  table.finish(losses);
  if (left_out != 0) losses["statements beyond the best of their edge left out"] += left_out;
}

constexpr std::array<std::string_view, 1> kExtensions{".gephi"};
constexpr std::array kParts{Part{"nodes.csv", write_nodes}, Part{"edges.csv", write_edges}};

}  // namespace

constinit const Format kGephiCsv{"gephi-csv", kExtensions, "a folder of two tables for Gephi", {}, kParts,
                                 nullptr,     nullptr};

}  // namespace newsgraph
