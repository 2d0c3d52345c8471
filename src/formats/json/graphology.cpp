#include "formats/json/json_formats.h"

#include <array>

#include "formats/fields/palette.h"
#include "formats/json/json_document.h"
#include "formats/json/json_graph.h"

namespace newsgraph {
namespace {

// What sigma.js draws with; it takes `type` for the name of a program, which is never written.
constexpr std::array<std::string_view, 2> kReserved{"color", "size"};

void write_graphology(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses) {
  JsonDocument document(graph, sink, options, losses, kReserved);
  JsonWriter& outer = document.json();
  outer.begin_object();
  outer.begin_object("options");
  outer.member("type", "directed");
  outer.boolean_member("multi", true);
  outer.boolean_member("allowSelfLoops", true);
  outer.end_object();
  outer.begin_object("attributes");
  document.fields().write_graph(outer);
  outer.end_object();
  document.nodes("nodes", [&](JsonWriter& json, const NodeView& node) {
    json.begin_object();
    json.member("key", node.id());
    json.begin_object("attributes");
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
    write_ends(json, edge);
    json.begin_object("attributes");
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

// How things are drawn is made anew.
constexpr std::array<std::string_view, 2> kLists{"nodes", "edges"};

void read_node(GraphImport& import, const nlohmann::json& element, const std::string& origin) {
  const std::uint32_t node = import.node(id_text(required_member(element, "key", origin)));
  import.list_node(node);
  import_node(import, node, member_object(element, "attributes"), kReserved);
}

void read_edge(GraphImport& import, const nlohmann::json& element, const std::string& origin) {
  import_ends(import, element, origin);
  if (element.contains("undirected") && element["undirected"] == true)
    import.guessed(origin, kUndirectedNote);
  if (const auto key = element.find("key"); key != element.end())
    import.set_edge_text(EdgeField::id, kNoText, id_text(*key));
  import_edge(import, member_object(element, "attributes"), kReserved);
}

constexpr JsonGraphShape kShape{kLists,       "nodes",   "the JSON holds no list of nodes",
                                "attributes", read_node, read_edge};

Graph read_graphology(std::string_view bytes, const std::string& origin, unsigned /*jobs*/) {
  return read_json_graph(bytes, origin, kShape);
}

constexpr std::array<std::string_view, 1> kExtensions{".graphology.json"};
constexpr std::array kParts{Part{"", write_graphology}};

}  // namespace

// Node-link JSON has nodes as well, but no options, and calls a node's id `id`.
bool recognize_graphology(std::string_view head) {
  if (!json_shows(head, {"nodes"})) return false;
  return json_shows(head, {"options"}) ||
         (json_shows(head, {"nodes", "", "key"}) && !json_shows(head, {"nodes", "", "id"}));
}

constinit const Format kGraphology{
    "graphology",         kExtensions,    "graphology JSON, for sigma.js", {}, kParts,
    recognize_graphology, read_graphology};

}  // namespace newsgraph
