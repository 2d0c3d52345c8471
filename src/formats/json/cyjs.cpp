#include "formats/json/json_formats.h"

#include <array>
#include <span>

#include "formats/json/json_document.h"
#include "formats/json/json_graph.h"

namespace newsgraph {
namespace {

// Cytoscape makes groups of `parent`; networkx takes `value` for the node.
constexpr std::array<std::string_view, 4> kReserved{"parent", "value", "selected", "shared_name"};

void write_cyjs(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses) {
  JsonDocument document(graph, sink, options, losses, kReserved);
  JsonWriter& outer = document.json();
  outer.begin_object();
  outer.begin_object("data");
  document.fields().write_graph(outer);
  outer.end_object();
  outer.boolean_member("directed", true);
  outer.boolean_member("multigraph", true);
  outer.begin_object("elements");
  document.nodes("nodes", [&](JsonWriter& json, const NodeView& node) {
    json.begin_object();
    json.begin_object("data");
    json.member("id", node.id());
    json.member("value", node.id());
    document.fields().write_node(json, node);
    json.end_object();
    document.fields().write_position(json, "position", node);
    json.end_object();
  });
  document.edges("edges", [&](JsonWriter& json, const EdgeView& edge) {
    json.begin_object();
    json.begin_object("data");
    ShortId::Buffer id;
    json.member("id", edge.id(id));
    json.member("key", edge.id(id));
    write_ends(json, edge);
    json.member("interaction", edge.relation());
    document.fields().write_edge(json, edge);
    json.end_object();
    json.end_object();
  });
  outer.end_object();
  outer.end_object();
  document.close();
}

// Cytoscape.js takes one list of both as well, alone or as "elements".
constexpr std::array<std::string_view, 4> kLists{"elements.nodes", "elements.edges", "elements", "[.]"};
constexpr std::span kMixedLists = std::span(kLists).subspan(2);
constexpr std::array<std::string_view, 2> kNodeKnown{"id", "value"};
constexpr std::array<std::string_view, 4> kEdgeKnown{"id", "key", "source", "target"};

void read_node(GraphImport& import, const nlohmann::json& element, const std::string& origin) {
  const nlohmann::json& members = member_object(element, "data");
  const std::uint32_t node = import.node(id_text(required_member(members, "id", origin)));
  import.list_node(node);
  import_node(import, node, members, kNodeKnown);
  const nlohmann::json& position = member_object(element, "position");
  for (const char* axis : {"x", "y"})
    if (const auto place = position.find(axis);
        place != position.end() && place->is_number() && !members.contains(axis))
      import.set_node(node, NodeField::other, import.pool().intern(axis), place->get<double>());
}

void read_edge(GraphImport& import, const nlohmann::json& element, const std::string& origin) {
  const nlohmann::json& members = member_object(element, "data");
  import_ends(import, members, origin);
  import_edge_id(import, members);
  import_edge(import, members, kEdgeKnown);
}

bool is_edge(const nlohmann::json& element) {
  return (element.contains("group") && element["group"] == "edges") ||
         member_object(element, "data").contains("source");
}

constexpr JsonGraphShape kShape{
    kLists, "elements", "the JSON holds no elements", "data", read_node, read_edge, kMixedLists, is_edge};

Graph read_cyjs(std::string_view bytes, const std::string& origin, unsigned /*jobs*/) {
  return read_json_graph(bytes, origin, kShape);
}

bool looks_like_cyjs(std::string_view head) {
  return json_shows(head, {"elements"}) || json_shows(head, {"", "data", "id"});
}

constexpr std::array<std::string_view, 2> kExtensions{".cyjs", ".cyjs.json"};
constexpr std::array kParts{Part{"", write_cyjs}};

}  // namespace

constinit const Format kCyjs{"cyjs",   kExtensions, "Cytoscape JSON, for Cytoscape and Cytoscape.js",
                             {},       kParts,      looks_like_cyjs,
                             read_cyjs};

}  // namespace newsgraph
