#include "formats/json/json_elements.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

#include "formats/import/import_fields.h"
#include "formats/json/json_graph.h"

namespace newsgraph {
namespace {

using nlohmann::json;

constexpr std::array kIdNames = std::to_array<const char*>(
    {"id", "_id", "~id", "key", "identity", "elementId", "nodeId", "node_id", "uid", "uuid", "_gvid"});
constexpr std::array kNameNames =
    std::to_array<const char*>({"name", "label", "title", "text", "entity_name", "entity"});
// Objects that hold more members of the same thing.
constexpr std::array kWrappers =
    std::to_array<const char*>({"properties", "attributes", "metadata", "data", "props", "attrs", "attr"});
constexpr std::array kEnds = std::to_array<std::pair<const char*, const char*>>({
    {"source", "target"},
    {"from", "to"},
    {"subject", "object"},
    {"startNode", "endNode"},
    {"start", "end"},
    {"start_node", "end_node"},
    {"start_node_id", "end_node_id"},
    {"startNodeElementId", "endNodeElementId"},
    {"fromNode", "toNode"},
    {"from_node", "to_node"},
    {"source_id", "target_id"},
    {"sourceId", "targetId"},
    {"src_id", "tgt_id"},
    {"src", "dst"},
    {"src", "tgt"},
    {"_from", "_to"},
    {"~from", "~to"},
    {"outV", "inV"},
    {"_outV", "_inV"},
    {"head", "tail"},
    {"node1", "node2"},
    {"node_1", "node_2"},
    {"entity1", "entity2"},
    {"source_entity", "target_entity"},
    {"u", "v"},
});

bool is_one_of(std::span<const char* const> names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// GraphSON tells the type of a value: {"@type": "g:Int32", "@value": 1}. LangChain serialises objects as
// {"lc": 1, "kwargs": {…}}.
const json& unwrapped(const json& value) {
  if (!value.is_object()) return value;
  if (const auto inner = value.find("@value"); inner != value.end()) return *inner;
  if (const auto inner = value.find("kwargs");
      inner != value.end() && inner->is_object() && value.contains("lc"))
    return *inner;
  return value;
}

std::string scalar_text(const json& value) {
  const json& inner = unwrapped(value);
  if (inner.is_null() || inner.is_structured()) return {};
  return id_text(inner);
}

// The first of the members that says something; with its name.
std::pair<std::string, const char*> first_text(const json& element, std::span<const char* const> names) {
  for (const char* name : names)
    if (const auto found = element.find(name); found != element.end())
      if (std::string text = scalar_text(*found); !text.empty()) return {std::move(text), name};
  return {};
}

// With the member that it is, null where that is a name.
std::pair<std::string, const char*> id_of(const json& element) {
  auto found = first_text(element, kIdNames);
  if (!found.first.empty()) return found;
  for (const char* wrapper : kWrappers)
    if (auto inner = first_text(member_object(element, wrapper), kIdNames); !inner.first.empty())
      return inner;
  found = first_text(element, kNameNames);
  for (const char* wrapper : kWrappers)
    if (found.first.empty()) found = first_text(member_object(element, wrapper), kNameNames);
  return {found.first, nullptr};
}

// A property of GraphSON: [{"id": 0, "value": "Acme"}], or of one of its other versions.
const json& property_value(const json& value) {
  const json* inner = &unwrapped(value);
  if (inner->is_array() && inner->size() == 1 && inner->front().is_object()) {
    const json& only = unwrapped(inner->front());
    if (const auto found = only.find("value"); found != only.end() && only.contains("id"))
      inner = &unwrapped(*found);
  }
  return *inner;
}

// Labels of a list as Neo4j joins them, or the only one; empty where the value is none.
std::string joined_labels(const json& value) {
  std::string joined;
  if (!value.is_array()) return joined;
  if (value.size() == 1 && value[0].is_string()) return value[0].get<std::string>();
  for (const json& label : value)
    if (label.is_string()) joined += ":" + std::string(first_label(label.get_ref<const std::string&>()));
  return joined;
}

// A card of JSON Canvas (Obsidian): its type says what kind of card it is, its name is what stands on it.
bool is_card(const json& element) {
  const auto type = element.find("type");
  if (type == element.end() || !element.contains("width") || !element.contains("height")) return false;
  return *type == "text" || *type == "file" || *type == "link" || *type == "group";
}

// "# [[notes/Acme Corp.md|Acme]]" -> "Acme"
std::string card_name(const json& element) {
  constexpr std::array kNames = std::to_array<const char*>({"text", "label", "file", "url"});
  auto [name, member] = first_text(element, kNames);
  name.resize(std::min(name.find('\n'), name.size()));
  const std::size_t begin = name.find_first_not_of("#*_[> \t");
  name = begin == std::string::npos ? std::string() : name.substr(begin);
  name.resize(name.find_last_not_of("*_] \t\r") + 1);
  if (const std::size_t stroke = name.rfind('|'); stroke != std::string::npos) name = name.substr(stroke + 1);
  if (member != nullptr && std::string_view(member) == "file") {
    name = name.substr(name.rfind('/') + 1);
    name.resize(std::min(name.rfind('.'), name.size()));
  }
  return name;
}

class NodeReader {
 public:
  NodeReader(GraphImport& import, std::uint32_t node, const char* id)
      : import_(import), node_(node), id_(id) {}

  void read(const json& element) {
    const json& properties = member_object(element, "properties");
    label_is_type_ = properties.contains("name") && !element.contains("labels") && !element.contains("name");
    members(element);
  }
  void read_card(const json& element) {
    if (const std::string name = card_name(element); !name.empty()) set("name", name);
    for (const auto& [name, value] : element.items())
      if (name != "type" && name != "id") member(name == "label" ? "text" : name, value);
  }

 private:
  void members(const json& element) {
    for (const auto& [name, value] : element.items()) {
      if (id_ != nullptr && name == id_) continue;
      if (name == "id" && value == "") continue;  // another member is the id
      if (is_one_of(kWrappers, name) && value.is_object())
        members(value);
      else
        member(name, value);
    }
  }

  void member(const std::string& name, const json& given) {
    const json& value = property_value(given);
    const NodeField field = node_field(name);
    if (field == NodeField::label && label_is_type_ && value.is_string())
      return import_.set_node(node_, NodeField::labels, kNoText,
                              import_.pool().intern(value.get_ref<const std::string&>()));
    if (field == NodeField::labels || field == NodeField::type ||
        (field == NodeField::other && type_rank(name) != 0))
      if (const std::string labels = joined_labels(value); !labels.empty()) {
        const bool sure = field != NodeField::other;
        import_.set_node(node_, sure ? NodeField::labels : field, import_.pool().intern(name),
                         import_.pool().intern(labels));
        return;
      }
    import_node_member(import_, node_, name, value);
  }

  void set(const std::string& name, const std::string& text) { member(name, json(text)); }

  GraphImport& import_;
  std::uint32_t node_;
  const char* id_;
  bool label_is_type_ = false;
};

void read_node(GraphImport& import, std::uint32_t node, const json& element, const char* id) {
  import.list_node(node);
  NodeReader reader(import, node, id);
  if (is_card(element))
    reader.read_card(element);
  else
    reader.read(element);
}

struct Ends {
  const json* source = nullptr;
  const json* target = nullptr;
  std::array<std::string_view, 2> names;
};

// Nothing where no pair is whole.
Ends find_ends(const json& element) {
  for (const auto& [source, target] : kEnds) {
    const auto from = element.find(source);
    const auto to = element.find(target);
    if (from == element.end() || to == element.end() || from->is_null() || to->is_null()) continue;
    // Graphviz numbers its nodes and draws an edge from its tail to its head; triples begin with a head.
    const bool triple = !element.contains("_gvid") && element.contains("relation");
    if (std::string_view(source) == "head" && from->is_number() && !triple)
      return {&*to, &*from, {target, source}};
    return {&*from, &*to, {source, target}};
  }
  return {};
}

// The ends may stand with what else is said, in an object of their own.
const json& edge_of(const json& element) {
  if (find_ends(element).source != nullptr) return element;
  for (const char* wrapper : kWrappers)
    if (const json& inner = member_object(element, wrapper); find_ends(inner).source != nullptr) return inner;
  return element;
}

// An end may be the whole node.
std::string end_id(GraphImport& import, const json& given) {
  const json& end = unwrapped(given);
  if (!end.is_object()) return scalar_text(end);
  const auto [id, name] = id_of(end);
  if (!id.empty()) {
    const std::uint32_t node = import.node(id);
    if (!import.is_listed(node)) read_node(import, node, end, name);
  }
  return id;
}

// An edge's id as we write it: it says nothing of what the edge says.
bool is_own_id(const std::string& key) {
  constexpr std::size_t kSize = 18;
  return key.size() == kSize && key.starts_with("e_") &&
         key.find_first_not_of("0123456789abcdef", 2) == std::string::npos;
}

bool says_relation(const std::string& name, const json& value) {
  const EdgeField field = edge_field(name);
  if (!value.is_string() && !value.is_array()) return false;
  return field == EdgeField::relation || field == EdgeField::interaction || relation_rank(name) != 0;
}

class EdgeReader {
 public:
  EdgeReader(GraphImport& import, const Ends& ends, const std::string& origin)
      : import_(import), ends_(ends), origin_(origin) {}

  void read(const json& element) {
    weighted_ = element.contains("weight");
    members(element);
    // The key of networkx's parallel edges is often what they say.
    const auto key = element.find("key");
    if (!related_ && key != element.end() && key->is_string() &&
        !says_nothing(key->get_ref<const std::string&>()) && !is_own_id(key->get_ref<const std::string&>()))
      import_.set_edge_text(EdgeField::interaction, kNoText, key->get_ref<const std::string&>());
  }

 private:
  void members(const json& element) {
    for (const auto& [name, value] : element.items()) {
      if (name == ends_.names[0] || name == ends_.names[1]) continue;
      if (name == "id" || name == "key" || name == "_id" || name == "~id") {
        if (value.is_string())
          import_.set_edge_text(EdgeField::id, kNoText, value.get_ref<const std::string&>());
      } else if (is_one_of(kWrappers, name) && value.is_object()) {
        members(value);
      } else {
        member(name, property_value(value));
      }
    }
  }

  void member(const std::string& name, const json& value) {
    related_ = related_ || says_relation(name, value);
    if (name == "directed" && value == false) import_.guessed(origin_, kUndirectedNote);
    if (name == "value" && value.is_number() && !weighted_)
      import_edge_member(import_, "weight", value);  // D3 and vis.js
    else if (value.is_array() && says_relation(name, value))
      import_edge_member(import_, name, joined_labels(value));
    else
      import_edge_member(import_, name, value);
  }

  GraphImport& import_;
  const Ends& ends_;
  const std::string& origin_;
  bool weighted_ = false;
  bool related_ = false;
};

}  // namespace

bool has_ends(const json& element) {
  return element.is_object() && find_ends(unwrapped(element)).source != nullptr;
}

void read_any_node(GraphImport& import, const std::string& key, const json& given, const std::string& origin,
                   std::size_t number) {
  const json& element = unwrapped(given);
  auto [id, name] = id_of(element);
  if (id.empty()) id = key;
  if (id.empty()) {
    import.list_unusable();
    return import.left_out(origin + ": node " + std::to_string(number), "has neither an id nor a name");
  }
  read_node(import, import.node(id), element, name);
}

void read_any_edge(GraphImport& import, const json& given, const std::string& origin, std::size_t number) {
  const json& element = edge_of(unwrapped(given));
  const Ends ends = find_ends(element);
  const std::string source = ends.source == nullptr ? "" : end_id(import, *ends.source);
  const std::string target = ends.target == nullptr ? "" : end_id(import, *ends.target);
  if (source.empty() || target.empty())
    return import.left_out(origin + ": edge " + std::to_string(number), "does not name its two ends");
  const std::uint32_t from = import.node(source);
  import.edge(from, import.node(target));
  EdgeReader(import, ends, origin).read(element);
}

namespace {

// {"outE": {"owns": [{"inV": 2, "properties": {…}}]}}; what comes in stands at the other vertex as well.
void read_edges_of_vertex(GraphImport& import, const json& id, const json& out, const std::string& origin,
                          std::size_t number) {
  if (!out.is_object()) return;
  for (const auto& [label, edges] : out.items()) {
    if (!edges.is_array()) continue;
    for (const json& edge : edges) {
      if (!edge.is_object()) continue;
      json whole = edge;
      whole["outV"] = id;
      whole["label"] = label;
      read_any_edge(import, whole, origin, number);
    }
  }
}

void read_vertex(GraphImport& import, json& vertex, const std::string& origin, std::size_t number) {
  const json out = vertex.contains("outE") ? std::move(vertex["outE"]) : json();
  vertex.erase("outE");
  vertex.erase("inE");
  read_any_node(import, {}, vertex, origin, number);
  if (vertex.contains("id")) read_edges_of_vertex(import, vertex["id"], out, origin, number);
}

bool is_small_graph(const json& record) {
  return record.contains("nodes") || record.contains("relationships") || record.contains("edges");
}

void read_small_graph(GraphImport& import, const json& graph, const std::string& origin, std::size_t number) {
  for (const char* list : {"nodes", "relationships", "edges"}) {
    const auto found = graph.find(list);
    if (found == graph.end() || !found->is_array()) continue;
    for (const json& element : *found) {
      if (!element.is_object())
        import.left_out(origin + ": record " + std::to_string(number), "an element of a graph is no object");
      else if (std::string_view(list) == "nodes")
        read_any_node(import, {}, element, origin, number);
      else
        read_any_edge(import, element, origin, number);
    }
  }
}

// A row of Neo4j's browser: {"n": {"identity": 5, "labels": […]}, "r": {"start": 5, "end": 6, "type": …}}.
bool read_row(GraphImport& import, const json& record, const std::string& origin, std::size_t number) {
  const auto is_thing = [](const json& value) {
    return value.is_object() && value.contains("properties") &&
           (value.contains("identity") || value.contains("elementId"));
  };
  if (std::none_of(record.begin(), record.end(), is_thing)) return false;
  for (const json& value : record) {
    if (!is_thing(value)) continue;
    if (has_ends(value))
      read_any_edge(import, value, origin, number);
    else
      read_any_node(import, {}, value, origin, number);
  }
  return true;
}

}  // namespace

void read_any_record(GraphImport& import, json& record, const std::string& origin, std::size_t number) {
  if (!record.is_object())
    return import.left_out(origin + ":" + std::to_string(number), "is neither a node nor an edge");
  const json& inner = unwrapped(record);
  if (is_small_graph(inner)) return read_small_graph(import, inner, origin, number);
  if (read_row(import, record, origin, number)) return;
  // APOC says what a record is; the types of things are elsewhere.
  if (const auto type = record.find("type");
      type != record.end() && (*type == "node" || *type == "relationship"))
    record.erase(type);
  if (has_ends(record))
    read_any_edge(import, record, origin, number);
  else
    read_vertex(import, record, origin, number);
}

}  // namespace newsgraph
