#include "exporters/node_link.h"

#include <array>

#include "exporters/graphology.h"
#include "exporters/json_document.h"
#include "exporters/json_graph.h"

namespace newsgraph {
namespace {

void write_node_link(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses) {
  JsonDocument document(graph, sink, options, losses);
  JsonWriter& outer = document.json();
  outer.begin_object();
  outer.key("directed");
  outer.boolean(true);
  outer.key("multigraph");
  outer.boolean(true);
  outer.key("graph");
  outer.begin_object();
  document.fields().write_graph(outer);
  outer.end_object();
  document.nodes("nodes", [&](JsonWriter& json, const NodeView& node) {
    json.begin_object();
    json.member("id", node.id());
    document.fields().write_node(json, node);
    json.end_object();
  });
  document.edges("edges", [&](JsonWriter& json, const EdgeView& edge) {
    json.begin_object();
    json.member("source", edge.source().id());
    json.member("target", edge.target().id());
    ShortId::Buffer id;
    json.member("key", edge.id(id));
    document.fields().write_edge(json, edge);
    json.end_object();
  });
  outer.end_object();
  document.close();
}

// The lists of nodes and edges and their ends have had many names; D3 calls edges links.
constexpr std::array<std::string_view, 3> kLists{"nodes", "edges", "links"};
constexpr std::array<std::string_view, 1> kNodeKnown{"id"};
constexpr std::array<std::string_view, 4> kEdgeKnown{"source", "target", "key", "id"};

void read_node(GraphImport& import, const nlohmann::json& element, const std::string& origin) {
  const std::uint32_t node = import.node(id_text(required_member(element, "id", origin)));
  import_node(import, node, element, kNodeKnown);
}

void read_edge(GraphImport& import, const nlohmann::json& element, const std::string& origin) {
  import_ends(import, element, origin);
  for (const char* id : {"key", "id"})
    if (const auto found = element.find(id); found != element.end() && found->is_string())
      import.set_edge_text(EdgeField::id, kNoText, found->get_ref<const std::string&>());
  import_edge(import, element, kEdgeKnown);
}

constexpr JsonGraphShape kShape{kLists,  "nodes",   "the JSON holds no list of nodes",
                                "graph", read_node, read_edge};

Graph read_node_link(std::string_view bytes, const std::string& origin, unsigned /*jobs*/) {
  return read_json_graph(bytes, origin, kShape);
}

bool looks_like_node_link(std::string_view head) {
  return json_shows(head, {"nodes"}) && !recognize_graphology(head);
}

constexpr std::array<std::string_view, 1> kExtensions{".json"};
constexpr std::array kParts{Part{"", write_node_link}};

}  // namespace

constinit const Format kNodeLink{"json",
                                 kExtensions,
                                 "node-link JSON, for networkx, D3 and scripts",
                                 {},
                                 kParts,
                                 looks_like_node_link,
                                 read_node_link};

}  // namespace newsgraph
