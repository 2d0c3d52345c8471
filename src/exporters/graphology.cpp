#include "exporters/graphology.h"

#include <array>

#include "exporters/json_document.h"
#include "exporters/palette.h"

namespace newsgraph {
namespace {

// What sigma.js draws with; it takes `type` for the name of a program, which is never written.
constexpr std::array<std::string_view, 2> kReserved{"color", "size"};

void write_graphology(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  JsonDocument document(graph, sink, losses, kReserved);
  JsonWriter& json = document.json();
  json.begin_object();
  json.key("options");
  json.begin_object();
  json.member("type", "directed");
  json.key("multi");
  json.boolean(true);
  json.key("allowSelfLoops");
  json.boolean(true);
  json.end_object();
  json.key("attributes");
  json.begin_object();
  document.fields().write_graph(json);
  json.end_object();
  document.nodes("nodes", [&](const NodeView& node) {
    json.begin_object();
    json.member("key", node.id());
    json.key("attributes");
    json.begin_object();
    document.fields().write_node(json, node);
    json.member("color", hex_color(node_color(node.type())));
    json.key("size");
    json.number(node_size(node));
    json.end_object();
    json.end_object();
  });
  document.edges("edges", [&](const EdgeView& edge) {
    json.begin_object();
    json.member("key", edge.id());
    json.member("source", edge.source().id());
    json.member("target", edge.target().id());
    json.key("attributes");
    json.begin_object();
    document.fields().write_edge(json, edge);
    json.member("color", hex_color(edge_color(edge.relation())));
    json.key("size");
    json.number(line_width(finite_weight(edge, json.losses())));
    json.end_object();
    json.end_object();
  });
  json.end_object();
  document.close();
}

constexpr std::array<std::string_view, 1> kExtensions{".graphology.json"};
constexpr std::array kParts{Part{"", write_graphology}};

}  // namespace

constinit const Format kGraphology{"graphology", kExtensions, "graphology JSON, for sigma.js", {}, kParts,
                                   nullptr,      nullptr};

}  // namespace newsgraph
