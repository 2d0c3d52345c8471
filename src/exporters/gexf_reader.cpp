#include <charconv>
#include <map>
#include <optional>
#include <string>

#include "exporters/gexf.h"
#include "exporters/import.h"
#include "exporters/xml_reader.h"

namespace newsgraph {
namespace {

struct Declaration {
  StringId name{};
  std::string type;
};

// Declared attributes by id, for nodes and for edges.
using Declarations = std::map<std::string, Declaration, std::less<>>;

class GexfReader {
 public:
  GexfReader(std::string_view bytes, const std::string& origin) : xml_(bytes, origin) {}

  Graph read() {
    bool found_root = false;
    for (XmlReader::Token token; (token = xml_.next()) != XmlReader::Token::finished;) {
      if (token != XmlReader::Token::start) continue;
      const std::string_view name = xml_.name();
      if (name == "gexf")
        found_root = true;
      else if (name == "attributes")
        read_declarations();
      else if (name == "node")
        read_node();
      else if (name == "edge")
        read_edge();
      else if (name == "meta")
        xml_.skip_element();
    }
    if (!found_root) xml_.fail("there is no <gexf> in the file");
    return import_.finish();
  }

 private:
  void read_declarations() {
    Declarations& declarations = xml_.attribute("class") == "edge" ? edge_declarations_ : node_declarations_;
    while (xml_.next() == XmlReader::Token::start) {
      if (xml_.name() == "attribute") {
        const std::string id(xml_.attribute("id"));
        std::string title(xml_.attribute("title"));
        if (title.empty()) title = id;
        declarations[id] = {import_.pool().intern(title), std::string(xml_.attribute("type"))};
      }
      xml_.skip_element();
    }
  }

  // Nodes may lie in nodes.
  void read_node() {
    if (!xml_.has_attribute("id")) xml_.fail("a <node> has no id");
    const std::uint32_t node = import_.node(xml_.attribute("id"));
    set_node_text(node, NodeField::label, "label", xml_.attribute("label"));
    while (xml_.next() == XmlReader::Token::start) {
      if (xml_.name() == "attvalues") {
        read_values(
            [&](const Declaration& declaration, std::string_view text) { set_node(node, declaration, text); },
            node_declarations_);
        continue;
      }
      if (xml_.name() == "nodes") {
        while (xml_.next() == XmlReader::Token::start) read_node();
        continue;
      }
      if (xml_.name() == "position")
        position_ = Position{std::string(xml_.attribute("x")), std::string(xml_.attribute("y"))};
      xml_.skip_element();
    }
    apply_position(node);
  }

  void read_edge() {
    if (!xml_.has_attribute("source") || !xml_.has_attribute("target")) xml_.fail("an <edge> lacks an end");
    const std::uint32_t source = import_.node(xml_.attribute("source"));
    import_.edge(source, import_.node(xml_.attribute("target")));
    import_.set_edge_text(EdgeField::id, kNoText, xml_.attribute("id"));
    for (const char* name : {"label", "kind"})
      if (const std::string_view text = xml_.attribute(name); !text.empty())
        import_.set_edge_text(edge_field(name), kNoText, text);
    if (const std::string_view text = xml_.attribute("weight"); !text.empty())
      import_.set_edge(EdgeField::weight, kNoText, value_of("double", text));
    const StringId start = import_.pool().intern(xml_.attribute("start"));
    const StringId end = import_.pool().intern(xml_.attribute("end"));
    if (start != kNoText) import_.set_edge(EdgeField::first_date, kNoText, start);
    if (end != kNoText) import_.set_edge(EdgeField::last_date, kNoText, end);
    while (xml_.next() == XmlReader::Token::start) {
      if (xml_.name() == "attvalues")
        read_values(
            [&](const Declaration& declaration, std::string_view text) { set_edge(declaration, text); },
            edge_declarations_);
      else if (xml_.name() == "spells")
        read_spells();
      else
        xml_.skip_element();
    }
  }

  // Times in which the edge is there: from the first that begins to the last that ends.
  void read_spells() {
    std::string first;
    std::string last;
    while (xml_.next() == XmlReader::Token::start) {
      const std::string start(xml_.attribute("start"));
      const std::string end(xml_.attribute("end"));
      if (!start.empty() && (first.empty() || start < first)) first = start;
      if (end > last) last = end;
      xml_.skip_element();
    }
    if (!first.empty()) import_.set_edge_text(EdgeField::first_date, kNoText, first);
    if (!last.empty()) import_.set_edge_text(EdgeField::last_date, kNoText, last);
  }

  // Old files say id instead of for.
  template <typename Use>
  void read_values(const Use& use, const Declarations& declarations) {
    while (xml_.next() == XmlReader::Token::start) {
      const std::string id(xml_.attribute(xml_.has_attribute("for") ? "for" : "id"));
      const auto found = declarations.find(id);
      const std::string_view text = xml_.attribute("value");
      if (found != declarations.end() && !text.empty()) use(found->second, text);
      xml_.skip_element();
    }
  }

  void set_node_text(std::uint32_t node, NodeField field, std::string_view name, std::string_view text) {
    if (!text.empty())
      import_.set_node(node, field, import_.pool().intern(name), import_.pool().intern(text));
  }
  void set_node(std::uint32_t node, const Declaration& declaration, std::string_view text) {
    const Value value = value_of(declaration.type, text);
    const std::string_view name = import_.pool().text(declaration.name);
    has_x_ = has_x_ || name == "x";
    import_.set_node(node, node_field(name), declaration.name, value);
  }
  void set_edge(const Declaration& declaration, std::string_view text) {
    const EdgeField field = edge_field(import_.pool().text(declaration.name));
    if (declaration.type == "string")
      import_.set_edge_text(field, declaration.name, text);
    else
      import_.set_edge(field, declaration.name, value_of(declaration.type, text));
  }

  // Where the file has no attributes x and y of its own.
  void apply_position(std::uint32_t node) {
    if (position_ && !has_x_) {
      import_.set_node(node, NodeField::other, import_.pool().intern("x"), value_of("double", position_->x));
      import_.set_node(node, NodeField::other, import_.pool().intern("y"), value_of("double", position_->y));
    }
    has_x_ = false;
    position_.reset();
  }

  // Text that is not of the declared type stays text.
  Value value_of(std::string_view type, std::string_view text) {
    if (type == "boolean" && (text == "true" || text == "1")) return true;
    if (type == "boolean" && (text == "false" || text == "0")) return false;
    if (type == "integer" || type == "long") {
      std::int64_t number = 0;
      if (std::from_chars(text.data(), text.data() + text.size(), number).ptr == text.data() + text.size())
        return number;
    }
    if (type == "double" || type == "float") {
      double number = 0;
      if (std::from_chars(text.data(), text.data() + text.size(), number).ptr == text.data() + text.size())
        return number;
    }
    return import_.pool().intern(text);
  }

  struct Position {
    std::string x;
    std::string y;
  };

  XmlReader xml_;
  GraphImport import_;
  Declarations node_declarations_;
  Declarations edge_declarations_;
  std::optional<Position> position_;  // of the node that is being read
  bool has_x_ = false;
};

}  // namespace

bool recognize_gexf(std::string_view head) {
  return head.find("<gexf") != std::string_view::npos;
}

Graph read_gexf(std::string_view bytes, const std::string& origin, unsigned /*jobs*/) {
  return GexfReader(bytes, origin).read();
}

}  // namespace newsgraph
