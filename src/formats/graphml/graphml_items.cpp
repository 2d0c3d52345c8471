#include "formats/graphml/graphml_items.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "formats/graphml/maltego.h"

namespace newsgraph {
namespace {

template <typename Number>
std::optional<Number> parse(std::string_view text) {
  Number number{};
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

}  // namespace

void GraphmlItems::read_element() {
  const std::string_view name = xml_.name();
  if (name == "node")
    read_node();
  else if (name == "edge")
    read_edge();
  else if (name == "data")
    read_graph_data();
  else
    leave_out(name == "hyperedge" ? "a <hyperedge> joins more than two nodes" : "");
}

// Names what is left out, if anybody can miss it, and goes past it.
void GraphmlItems::leave_out(const std::string& what) {
  if (!what.empty()) import_.left_out(import_.lists(what) ? xml_.place() : xml_.origin(), what);
  xml_.skip_element();
}

void GraphmlItems::read_graph_data() {
  const GraphmlDeclaration* key = read_data_key(false);
  const std::string_view text = xml_.text();
  if (key != nullptr && !trimmed_xml(text).empty()) {
    const Value value = value_of(*key, text);
    import_.data().attributes.push_back({import_.pool().intern(key->name), value});
  }
  while (xml_.next() == XmlReader::Token::start) xml_.skip_element();
}

// A node may hold a graph of its own; its nodes are nodes like all others.
void GraphmlItems::read_node() {
  if (xml_.attribute("id").empty()) return leave_out("a <node> has no id");
  const std::uint32_t node = import_.node(xml_.attribute("id"));
  import_.list_node(node);
  std::vector<const GraphmlDeclaration*> seen;
  while (xml_.next() == XmlReader::Token::start) {
    const std::string_view name = xml_.name();
    if (name == "data") {
      const GraphmlDeclaration* key = read_data_key(false);
      if (declarations_.has_defaults && key != nullptr && key->for_node) seen.push_back(key);
      read_node_data(node, key);
    } else if (name == "graph") {
      read_inner_graph();
    } else if (name == "desc") {
      const StringId text = import_.pool().intern(trimmed_xml(xml_.text()));
      if (text != kNoText) import_.set_node(node, NodeField::other, import_.pool().intern("desc"), text);
      xml_.skip_element();
    } else {
      xml_.skip_element();
    }
  }
  if (!declarations_.has_defaults) return;
  for (const GraphmlDeclaration& key : declarations_.keys)
    if (key.for_node && !key.default_value.empty() && std::find(seen.begin(), seen.end(), &key) == seen.end())
      set_node(node, key, key.default_value);
}

void GraphmlItems::read_inner_graph() {
  while (xml_.next() == XmlReader::Token::start) read_element();
}

void GraphmlItems::read_edge() {
  for (const char* side : {"source", "target"})
    if (xml_.attribute(side).empty()) return leave_out(std::string("an <edge> has no ") + side);
  const std::uint32_t source = import_.node(xml_.attribute("source"));
  import_.edge(source, import_.node(xml_.attribute("target")));
  const std::string_view directed = xml_.attribute("directed");
  if (directed == "false" || (undirected_ && directed != "true"))
    import_.guessed(xml_.origin(), kUndirectedNote);
  if (xml_.has_attribute("id")) import_.set_edge_text(EdgeField::id, kNoText, xml_.attribute("id"));
  if (xml_.has_attribute("label"))
    import_.set_edge_text(EdgeField::relation, kNoText, xml_.attribute("label"));
  std::vector<const GraphmlDeclaration*>& seen = seen_on_edge_;
  seen.clear();
  while (xml_.next() == XmlReader::Token::start) {
    if (xml_.name() != "data") {
      xml_.skip_element();
      continue;
    }
    const GraphmlDeclaration* key = read_data_key(true);
    if (declarations_.has_defaults) seen.push_back(key);
    read_edge_data(key);
  }
  if (!declarations_.has_defaults) return;
  for (const GraphmlDeclaration& key : declarations_.keys)
    if (key.for_edge && !key.default_value.empty() && std::find(seen.begin(), seen.end(), &key) == seen.end())
      set_edge(key, key.default_value);
}

// Data come in the same order again and again: look behind the last key first. Nodes and edges may each have
// a key of the same id; some tools declare a key for the one and use it for the other.
const GraphmlDeclaration* GraphmlItems::read_data_key(bool for_edge) {
  const std::string_view id = xml_.attribute("key");
  const GraphmlDeclaration* other = nullptr;
  for (std::size_t i = 0; i < declarations_.keys.size(); ++i) {
    const std::size_t at = (next_key_ + i) % declarations_.keys.size();
    const GraphmlDeclaration& key = declarations_.keys[at];
    if (key.id != id) continue;
    if (for_edge ? key.for_edge : key.for_node) {
      next_key_ = at + 1;
      return &key;
    }
    other = &key;
  }
  if (other != nullptr) return other;
  if (id.empty()) return nullptr;
  undeclared_ = GraphmlDeclaration::named(std::string(id));
  return &undeclared_;
}

void GraphmlItems::read_node_data(std::uint32_t node, const GraphmlDeclaration* key) {
  const std::string_view text = xml_.text();
  if (key != nullptr && !trimmed_xml(text).empty()) set_node(node, *key, text);
  while (xml_.next() == XmlReader::Token::start) {
    if (xml_.name() == "MaltegoEntity")
      read_maltego_entity(xml_, import_, node);
    else
      read_node_picture(node);
  }
}

// yEd keeps the name and the place of a node in its picture; ours repeats what the data say.
void GraphmlItems::read_node_picture(std::uint32_t node) {
  if (declarations_.ours) return xml_.skip_element();
  if (xml_.name() == "NodeLabel") {
    const StringId label = import_.pool().intern(trimmed_xml(xml_.text()));
    if (label != kNoText) import_.set_node(node, NodeField::label, kNoText, label);
  } else if (xml_.name() == "Geometry" || xml_.name() == "Position") {
    for (const char* axis : {"x", "y"})
      if (const auto place = parse<double>(xml_.attribute(axis)))
        import_.set_node(node, NodeField::other, import_.pool().intern(axis), *place);
  }
  while (xml_.next() == XmlReader::Token::start) read_node_picture(node);
}

void GraphmlItems::read_edge_data(const GraphmlDeclaration* key) {
  const std::string_view text = xml_.text();
  if (key != nullptr && !text.empty() && !trimmed_xml(text).empty()) set_edge(*key, text);
  while (xml_.next() == XmlReader::Token::start) {
    if (xml_.name() == "MaltegoLink")
      read_maltego_link(xml_, import_);
    else
      read_edge_picture();
  }
}

void GraphmlItems::read_edge_picture() {
  if (declarations_.ours) return xml_.skip_element();
  if (xml_.name() == "EdgeLabel") {
    const std::string_view label = trimmed_xml(xml_.text());
    if (!label.empty()) import_.set_edge_text(EdgeField::interaction, kNoText, label);
  }
  while (xml_.next() == XmlReader::Token::start) read_edge_picture();
}

void GraphmlItems::set_node(std::uint32_t node, const GraphmlDeclaration& key, std::string_view text) {
  import_.set_node(node, key.node_field, name_of(key, key.node_field == NodeField::other),
                   value_of(key, text));
}

void GraphmlItems::set_edge(const GraphmlDeclaration& key, std::string_view text) {
  if (key.type == GraphmlType::text)
    import_.set_edge_text(key.edge_field, name_of(key, key.edge_field == EdgeField::other), text);
  else
    import_.set_edge(key.edge_field, name_of(key, key.edge_field == EdgeField::other), value_of(key, text));
}

// The name matters only where the key is no field of ours.
StringId GraphmlItems::name_of(const GraphmlDeclaration& key, bool is_attribute) {
  return is_attribute ? import_.pool().intern(key.name) : kNoText;
}

// Text that is not of its key's type stays text.
Value GraphmlItems::value_of(const GraphmlDeclaration& key, std::string_view text) {
  const std::string_view value = trimmed_xml(text);
  if (key.type == GraphmlType::boolean && (value == "true" || value == "True" || value == "1")) return true;
  if (key.type == GraphmlType::boolean && (value == "false" || value == "False" || value == "0"))
    return false;
  if (key.type == GraphmlType::integer)
    if (const auto number = parse<std::int64_t>(value)) return *number;
  if (key.type == GraphmlType::real)
    if (const auto number = parse<double>(value)) return *number;
  return import_.pool().intern(text);
}

}  // namespace newsgraph
