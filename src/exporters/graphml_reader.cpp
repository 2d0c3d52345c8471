#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "exporters/graphml.h"
#include "exporters/import.h"
#include "exporters/xml_reader.h"

namespace newsgraph {
namespace {

enum class KeyType : std::uint8_t { boolean, integer, real, text };

struct Key {
  std::string id;
  StringId name{};
  KeyType type = KeyType::text;
  NodeField node_field = NodeField::other;
  EdgeField edge_field = EdgeField::other;
  bool for_node = true;
  bool for_edge = true;
  std::string default_value;
};

KeyType key_type(std::string_view name) {
  if (name == "boolean") return KeyType::boolean;
  if (name == "int" || name == "long" || name == "integer") return KeyType::integer;
  if (name == "float" || name == "double") return KeyType::real;
  return KeyType::text;
}

template <typename Number>
std::optional<Number> parse(std::string_view text) {
  Number number{};
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  if (result.ec != std::errc() || result.ptr != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t start = text.find_first_not_of(kSpace);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kSpace) - start + 1);
}

class GraphmlReader {
 public:
  GraphmlReader(std::string_view bytes, const std::string& origin) : xml_(bytes, origin) {}

  Graph read() {
    for (XmlReader::Token token; (token = xml_.next()) != XmlReader::Token::finished;) {
      if (token != XmlReader::Token::start) continue;
      const std::string_view name = xml_.name();
      if (name == "node")
        read_node();
      else if (name == "edge")
        read_edge();
      else if (name == "key")
        read_key();
      else if (name == "graphml")
        found_root_ = true;
      else if (name == "data" || name == "hyperedge" || name == "port")
        xml_.skip_element();
    }
    if (!found_root_) xml_.fail("there is no <graphml> in the file");
    return import_.finish();
  }

 private:
  void read_key() {
    Key key;
    key.id = xml_.attribute("id");
    std::string name(xml_.attribute("attr.name"));
    if (name.empty()) name = key.id;
    key.type = key_type(xml_.attribute("attr.type"));
    const std::string_view domain = xml_.attribute("for");
    key.for_node = domain != "edge";
    key.for_edge = domain != "node";
    key.name = import_.pool().intern(name);
    key.node_field = newsgraph::node_field(name);
    key.edge_field = newsgraph::edge_field(name);
    while (xml_.next() == XmlReader::Token::start) {
      if (xml_.name() == "default") key.default_value = trimmed(xml_.text());
      xml_.skip_element();
    }
    ours_ = ours_ || key.id == "e_edge_id";
    has_defaults_ = has_defaults_ || !key.default_value.empty();
    keys_.push_back(std::move(key));
  }

  // A node may hold a graph of its own; its nodes are nodes like all others.
  void read_node() {
    if (!xml_.has_attribute("id")) xml_.fail("a <node> has no id");
    const std::uint32_t node = import_.node(xml_.attribute("id"));
    std::vector<const Key*> seen;
    while (xml_.next() == XmlReader::Token::start) {
      const std::string_view name = xml_.name();
      if (name == "data") {
        const Key* key = read_data_key();
        if (key != nullptr && key->for_node) seen.push_back(key);
        read_node_data(node, key);
      } else if (name == "graph") {
        read_inner_graph();
      } else {
        xml_.skip_element();
      }
    }
    if (!has_defaults_) return;
    for (const Key& key : keys_)
      if (key.for_node && !key.default_value.empty() &&
          std::find(seen.begin(), seen.end(), &key) == seen.end())
        set_node(node, key, key.default_value);
  }

  void read_inner_graph() {
    while (xml_.next() == XmlReader::Token::start) {
      if (xml_.name() == "node")
        read_node();
      else if (xml_.name() == "edge")
        read_edge();
      else
        xml_.skip_element();
    }
  }

  void read_edge() {
    const std::uint32_t source = end_of_edge("source");
    const std::uint32_t target = end_of_edge("target");
    import_.edge(source, target);
    if (xml_.has_attribute("id")) import_.set_edge_text(EdgeField::id, kNoText, xml_.attribute("id"));
    if (xml_.has_attribute("label"))
      import_.set_edge_text(EdgeField::relation, kNoText, xml_.attribute("label"));
    std::vector<const Key*>& seen = seen_on_edge_;
    seen.clear();
    while (xml_.next() == XmlReader::Token::start) {
      if (xml_.name() != "data") {
        xml_.skip_element();
        continue;
      }
      const Key* key = read_data_key();
      if (has_defaults_) seen.push_back(key);
      read_edge_data(key);
    }
    if (!has_defaults_) return;
    for (const Key& key : keys_)
      if (key.for_edge && !key.default_value.empty() &&
          std::find(seen.begin(), seen.end(), &key) == seen.end())
        set_edge(key, key.default_value);
  }

  std::uint32_t end_of_edge(std::string_view side) {
    if (!xml_.has_attribute(side)) xml_.fail("an <edge> has no " + std::string(side));
    return import_.node(xml_.attribute(side));
  }

  // Data come in the same order again and again: look behind the last key first.
  const Key* read_data_key() {
    const std::string_view id = xml_.attribute("key");
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const std::size_t at = (next_key_ + i) % keys_.size();
      if (keys_[at].id != id) continue;
      next_key_ = at + 1;
      return &keys_[at];
    }
    return nullptr;
  }

  void read_node_data(std::uint32_t node, const Key* key) {
    const std::string_view text = xml_.text();
    if (key != nullptr && !trimmed(text).empty()) set_node(node, *key, text);
    while (xml_.next() == XmlReader::Token::start) read_node_picture(node);
  }

  // yEd keeps the name and the place of a node in its picture; ours repeats what the data say.
  void read_node_picture(std::uint32_t node) {
    if (ours_) return xml_.skip_element();
    if (xml_.name() == "NodeLabel") {
      const StringId label = import_.pool().intern(trimmed(xml_.text()));
      if (label != kNoText) import_.set_node(node, NodeField::label, kNoText, label);
    } else if (xml_.name() == "Geometry") {
      for (const char* axis : {"x", "y"})
        if (const auto place = parse<double>(xml_.attribute(axis)))
          import_.set_node(node, NodeField::other, import_.pool().intern(axis), *place);
    }
    while (xml_.next() == XmlReader::Token::start) read_node_picture(node);
  }

  void read_edge_data(const Key* key) {
    const std::string_view text = xml_.text();
    if (key != nullptr && !text.empty() && !trimmed(text).empty()) set_edge(*key, text);
    while (xml_.next() == XmlReader::Token::start) read_edge_picture();
  }

  void read_edge_picture() {
    if (ours_) return xml_.skip_element();
    if (xml_.name() == "EdgeLabel") {
      const std::string_view label = trimmed(xml_.text());
      if (!label.empty()) import_.set_edge_text(EdgeField::interaction, kNoText, label);
    }
    while (xml_.next() == XmlReader::Token::start) read_edge_picture();
  }

  void set_node(std::uint32_t node, const Key& key, std::string_view text) {
    import_.set_node(node, key.node_field, key.name, value_of(key, text));
  }

  void set_edge(const Key& key, std::string_view text) {
    if (key.type == KeyType::text)
      import_.set_edge_text(key.edge_field, key.name, text);
    else
      import_.set_edge(key.edge_field, key.name, value_of(key, text));
  }

  // Text that is not of its key's type stays text.
  Value value_of(const Key& key, std::string_view text) {
    const std::string_view value = trimmed(text);
    if (key.type == KeyType::boolean && (value == "true" || value == "True" || value == "1")) return true;
    if (key.type == KeyType::boolean && (value == "false" || value == "False" || value == "0")) return false;
    if (key.type == KeyType::integer)
      if (const auto number = parse<std::int64_t>(value)) return *number;
    if (key.type == KeyType::real)
      if (const auto number = parse<double>(value)) return *number;
    return import_.pool().intern(text);
  }

  XmlReader xml_;
  GraphImport import_;
  std::vector<Key> keys_;
  std::vector<const Key*> seen_on_edge_;
  std::size_t next_key_ = 0;
  bool has_defaults_ = false;
  bool ours_ = false;  // written by newsgraph
  bool found_root_ = false;
};

}  // namespace

bool recognize_graphml(std::string_view head) {
  return head.find("<graphml") != std::string_view::npos;
}

Graph read_graphml(std::string_view bytes, const std::string& origin) {
  return GraphmlReader(bytes, origin).read();
}

}  // namespace newsgraph
