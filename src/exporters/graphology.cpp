#include "exporters/graphology.h"

#include <array>

#include "exporters/json_document.h"
#include "exporters/palette.h"

namespace newsgraph {
namespace {

// What sigma.js draws with; it takes `type` for the name of a program, which is never written.
constexpr std::array<std::string_view, 2> kReserved{"color", "size"};

void write_graphology(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses) {
  JsonDocument document(graph, sink, options, losses, kReserved);
  JsonWriter& outer = document.json();
  outer.begin_object();
  outer.key("options");
  outer.begin_object();
  outer.member("type", "directed");
  outer.key("multi");
  outer.boolean(true);
  outer.key("allowSelfLoops");
  outer.boolean(true);
  outer.end_object();
  outer.key("attributes");
  outer.begin_object();
  document.fields().write_graph(outer);
  outer.end_object();
  document.nodes("nodes", [&](JsonWriter& json, const NodeView& node) {
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
  document.edges("edges", [&](JsonWriter& json, const EdgeView& edge) {
    json.begin_object();
    ShortId::Buffer id;
    json.member("key", edge.id(id));
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
  outer.end_object();
  document.close();
}

constexpr std::array<std::string_view, 1> kExtensions{".graphology.json"};
constexpr std::array kParts{Part{"", write_graphology}};

}  // namespace

constinit const Format kGraphology{"graphology", kExtensions, "graphology JSON, for sigma.js", {}, kParts,
                                   nullptr,      nullptr};

}  // namespace newsgraph
