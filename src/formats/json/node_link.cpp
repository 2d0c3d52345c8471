#include "formats/json/json_formats.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "formats/json/json_document.h"
#include "formats/json/json_elements.h"
#include "formats/json/json_graph.h"
#include "support/error.h"

namespace newsgraph {
namespace {

using nlohmann::json;

void write_node_link(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses) {
  JsonDocument document(graph, sink, options, losses);
  JsonWriter& outer = document.json();
  outer.begin_object();
  outer.boolean_member("directed", true);
  outer.boolean_member("multigraph", true);
  outer.begin_object("graph");
  document.fields().write_graph(outer);
  outer.end_object();
  document.nodes("nodes", [&](JsonWriter& writer, const NodeView& node) {
    writer.begin_object();
    writer.member("id", node.id());
    document.fields().write_node(writer, node);
    writer.end_object();
  });
  document.edges("edges", [&](JsonWriter& writer, const EdgeView& edge) {
    writer.begin_object();
    write_ends(writer, edge);
    ShortId::Buffer id;
    writer.member("key", edge.id(id));
    document.fields().write_edge(writer, edge);
    writer.end_object();
  });
  outer.end_object();
  document.close();
}

// The lists of nodes and edges have had many names; several graphs in one file become one.
constexpr std::array kNodeLists = std::to_array<std::string_view>(
    {"nodes", "vertices", "entities", "objects", "graph.vertices", "[].nodes", "graph.nodes",
     "results.[].data.[].graph.nodes", "kwargs.nodes", "[].kwargs.nodes"});
constexpr std::array kEdgeLists = std::to_array<std::string_view>(
    {"edges", "links", "relationships", "rels", "relations", "graph.edges", "graph.links",
     "results.[].data.[].graph.relationships", "[].edges", "[].links", "[].relationships",
     "kwargs.relationships", "[].kwargs.relationships"});

// An array of nodes and edges, or of graphs.
constexpr std::string_view kRecords = "[.]";

bool is_in(std::span<const std::string_view> lists, std::string_view list) {
  return std::find(lists.begin(), lists.end(), list) != lists.end();
}

std::vector<std::string_view> all_lists() {
  std::vector<std::string_view> lists(kNodeLists.begin(), kNodeLists.end());
  lists.insert(lists.end(), kEdgeLists.begin(), kEdgeLists.end());
  lists.push_back(kRecords);
  return lists;
}

class NodeLinkReader {
 public:
  explicit NodeLinkReader(const std::string& origin) : origin_(origin) {}

  Graph read(std::string_view bytes) {
    const std::vector<std::string_view> lists = all_lists();
    const json rest = read_json_elements(
        bytes, origin_, lists, [this](std::string_view list, const std::string& key, json& element) {
          if (list == kRecords)
            read_any_record(import_, element, origin_, ++nodes_);
          else if (is_in(kNodeLists, list))
            read_any_node(import_, key, element, origin_, ++nodes_);
          else
            read_any_edge(import_, element, origin_, ++edges_);
        });
    if (!has_list(rest)) throw Error("the JSON holds no list of nodes", origin_);
    if (rest.is_object()) read_rest(rest);
    import_.join_by_name();
    import_.read_positions(origin_);
    import_.note_unlisted(origin_);
    return import_.finish();
  }

 private:
  bool has_list(const json& rest) const {
    if (nodes_ != 0 || edges_ != 0) return true;
    return rest.is_object() && std::any_of(kNodeLists.begin(), kNodeLists.end(), [&](std::string_view list) {
             return rest.contains(std::string(list));
           });
  }

  // What is left when the elements are gone: the graph's own fields, and lists without objects.
  void read_rest(const json& rest) {
    std::string unused;
    for (const auto& [name, value] : rest.items()) {
      if (is_in(kNodeLists, name)) {
        for (const json& node : value) read_short_node(node);
      } else if (is_in(kEdgeLists, name)) {
        for (const json& edge : value) read_short_edge(edge);
      } else if (name == "graph" || name == "attributes" || name == "metadata") {
        read_graph(value);
      } else if (name == "directed") {
        if (value == false && edges_ != 0) import_.guessed(origin_, kUndirectedNote);
      } else if (name != "multigraph" && !value.empty()) {
        unused += (unused.empty() ? "" : ", ") + name.substr(0, 60);
      }
    }
    if (!unused.empty()) import_.guessed(origin_, "members that are not used: " + unused.substr(0, 200));
  }

  // An object, or the pairs of older networkx.
  void read_graph(const json& value) {
    if (value.is_object()) import_graph(import_, value);
    if (!value.is_array()) return;
    for (const json& pair : value)
      if (pair.is_array() && pair.size() == 2 && pair[0].is_string())
        import_graph(import_, json{{pair[0].get_ref<const std::string&>(), pair[1]}});
  }

  // A node that is its id alone.
  void read_short_node(const json& node) {
    if (node.is_string() || node.is_number()) import_.list_node(import_.node(id_text(node)));
  }
  // [source, target], with a label behind.
  void read_short_edge(const json& edge) {
    if (!edge.is_array() || edge.size() < 2) return;
    json object{{"source", edge[0]}, {"target", edge[1]}};
    if (edge.size() > 2) object[edge[2].is_number() ? "weight" : "label"] = edge[2];
    if (edge.size() > 2 && edge[2].is_object()) object["properties"] = edge[2];
    if (edge.size() > 2 && edge[2].is_object()) object.erase("label");
    read_any_edge(import_, object, origin_, ++edges_);
  }

  const std::string& origin_;
  GraphImport import_;
  std::size_t nodes_ = 0;
  std::size_t edges_ = 0;
};

Graph read_node_link(std::string_view bytes, const std::string& origin, unsigned /*jobs*/) {
  return NodeLinkReader(origin).read(bytes);
}

bool looks_like_node_link(std::string_view head) {
  if (recognize_graphology(head)) return false;
  return std::any_of(kNodeLists.begin(), kNodeLists.begin() + 4,
                     [&](std::string_view list) { return json_shows(head, {list}); }) ||
         json_shows(head, {"", "nodes"}) || json_shows(head, {"graph", "links"});
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
