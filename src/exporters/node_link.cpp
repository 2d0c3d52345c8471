#include "exporters/node_link.h"

#include <array>

#include "exporters/json_fields.h"

namespace newsgraph {
namespace {

void write_node_link(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  TextBuffer out;
  LossCounts counts;
  JsonWriter json(out, counts);
  const JsonFields fields(graph, losses);
  json.begin_object();
  json.key("directed");
  json.boolean(true);
  json.key("multigraph");
  json.boolean(true);
  json.key("graph");
  json.begin_object();
  fields.write_graph(json);
  json.end_object();
  json.line();
  json.key("nodes");
  json.begin_array();
  for (const NodeView node : node_views(graph)) {
    json.line();
    json.begin_object();
    json.member("id", node.id());
    fields.write_node(json, node);
    json.end_object();
    out.drain_when_full(sink);
  }
  json.end_array();
  json.line();
  json.key("edges");
  json.begin_array();
  for (const EdgeView edge : edge_views(graph)) {
    json.line();
    json.begin_object();
    json.member("source", edge.source().id());
    json.member("target", edge.target().id());
    json.member("key", edge.id());
    fields.write_edge(json, edge);
    json.end_object();
    out.drain_when_full(sink);
  }
  json.end_array();
  json.end_object();
  out << '\n';
  out.drain(sink);
  counts.add_to(losses);
}

constexpr std::array<std::string_view, 1> kExtensions{".json"};
constexpr std::array kParts{Part{"", write_node_link}};

}  // namespace

constinit const Format kNodeLink{"json", kExtensions, "node-link JSON, for networkx, D3 and scripts", {}, kParts,
                                 nullptr, nullptr};

}  // namespace newsgraph
