#include "formats/json/json_formats.h"

#include <array>

#include "formats/json/json_document.h"
#include "formats/json/json_elements.h"
#include "formats/json/json_graph.h"
#include "support/error.h"

namespace newsgraph {
namespace {

// Only what the format names stands outside of "metadata", for its schema allows nothing else.
void write_jgf(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses) {
  JsonDocument document(graph, sink, options, losses);
  JsonWriter& outer = document.json();
  outer.begin_object();
  outer.begin_object("graph");
  outer.boolean_member("directed", true);
  outer.begin_object("metadata");
  document.fields().write_graph(outer);
  outer.end_object();
  document.node_members("nodes", [&](JsonWriter& json, const NodeView& node) {
    json.escaped_key(node.id());
    json.begin_object();
    json.member("label", node.name());
    json.begin_object("metadata");
    document.fields().write_node(json, node);
    json.end_object();
    json.end_object();
  });
  document.edges("edges", [&](JsonWriter& json, const EdgeView& edge) {
    json.begin_object();
    ShortId::Buffer id;
    json.member("id", edge.id(id));
    write_ends(json, edge);
    json.member("relation", edge.relation());
    json.begin_object("metadata");
    document.fields().write_edge(json, edge);
    json.end_object();
    json.end_object();
  });
  outer.end_object();
  outer.end_object();
  document.close();
}

// A file of version 1 may hold several graphs; they become one.
constexpr std::array<std::string_view, 4> kLists{"graph.nodes", "graph.edges", "graphs.[].nodes",
                                                 "graphs.[].edges"};
constexpr std::array<std::string_view, 2> kNodeKnown{"id", "metadata"};
constexpr std::array<std::string_view, 6> kEdgeKnown{"id",       "source",   "target",
                                                     "directed", "metadata", "relation"};

void read_node(GraphImport& import, const std::string& key, const nlohmann::json& element,
               const std::string& origin) {
  const std::string id = key.empty() ? id_text(required_member(element, "id", origin)) : key;
  const std::uint32_t node = import.node(id);
  import.list_node(node);
  import_node(import, node, element, kNodeKnown);
  import_node(import, node, member_object(element, "metadata"), {});
}

void read_edge(GraphImport& import, const nlohmann::json& element, const std::string& origin) {
  if (!element.contains("source") && has_ends(element)) return read_any_edge(import, element, origin, 0);
  import_ends(import, element, origin);
  import_edge_id(import, element);
  import_edge(import, element, kEdgeKnown);
  import_edge(import, member_object(element, "metadata"), {});
  // Beside "label", which is a sentence for some tools, the relation is what the format calls so.
  if (const auto relation = element.find("relation"); relation != element.end() && relation->is_string())
    import.set_edge_text(EdgeField::relation, kNoText, relation->get_ref<const std::string&>());
}

Graph read_jgf(std::string_view bytes, const std::string& origin, unsigned /*jobs*/) {
  GraphImport import;
  const auto use = [&](std::string_view list, const std::string& key, nlohmann::json& element) {
    try {
      if (list.ends_with("nodes"))
        read_node(import, key, element, origin);
      else
        read_edge(import, element, origin);
    } catch (const Error& error) {  // it lacks an id or an end: the others may be well
      import.left_out(origin, error.message());
    }
  };
  const nlohmann::json rest = read_json_elements(bytes, origin, kLists, use);
  if (!rest.is_object() || !(rest.contains("graph") || rest.contains("graphs")))
    throw Error("the JSON holds no graph", origin);
  const nlohmann::json& graph = member_object(rest, "graph");
  import_graph(import, member_object(graph, "metadata"));
  if (graph.contains("directed") && graph["directed"] == false) import.guessed(origin, kUndirectedNote);
  import.note_unlisted(origin);
  return import.finish();
}

bool looks_like_jgf(std::string_view head) {
  if (json_shows(head, {"graph", "links"})) return false;
  return json_shows(head, {"graph", "nodes"}) || json_shows(head, {"graphs", "", "nodes"});
}

constexpr std::array<std::string_view, 2> kExtensions{".jgf", ".jgf.json"};
constexpr std::array kParts{Part{"", write_jgf}};

}  // namespace

constinit const Format kJgf{"jgf",          kExtensions, "JSON Graph Format, version 2", {}, kParts,
                            looks_like_jgf, read_jgf};

}  // namespace newsgraph
