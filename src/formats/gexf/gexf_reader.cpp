#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "formats/gexf/gexf.h"
#include "formats/import/import.h"
#include "formats/import/xml_reader.h"

namespace newsgraph {
namespace {

struct Declaration {
  StringId name{};
  std::string type;
  std::string default_value;
};

// Declared attributes by id, for nodes and for edges.
using Declarations = std::map<std::string, Declaration, std::less<>>;

using Seen = std::vector<const Declaration*>;  // those that an element has values of

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
      else if (name == "graph")
        undirected_ = xml_.attribute("defaultedgetype") == "undirected";
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
    import_.note_unlisted(xml_.origin());
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
        declarations[id] = {import_.pool().intern(title), std::string(xml_.attribute("type")), {}};
        read_default(declarations[id]);
        continue;
      }
      xml_.skip_element();
    }
  }

  void read_default(Declaration& declaration) {
    while (xml_.next() == XmlReader::Token::start) {
      if (xml_.name() == "default") {
        const std::string_view text = xml_.text();
        const std::size_t begin = text.find_first_not_of(" \t\r\n");
        if (begin != std::string_view::npos)
          declaration.default_value = text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
      }
      xml_.skip_element();
    }
  }

  // Names what is left out and goes past it.
  void leave_out(const std::string& what) {
    import_.left_out(import_.lists(what) ? xml_.place() : xml_.origin(), what);
    xml_.skip_element();
  }

  // Nodes may lie in nodes.
  void read_node() {
    if (xml_.attribute("id").empty()) return leave_out("a <node> has no id");
    const std::uint32_t node = import_.node(xml_.attribute("id"));
    import_.list_node(node);
    set_node_text(node, NodeField::label, "label", xml_.attribute("label"));
    for (const char* name : {"start", "end", "timestamp"})
      set_node_text(node, NodeField::other, name, xml_.attribute(name));
    Seen seen;
    while (xml_.next() == XmlReader::Token::start) {
      if (xml_.name() == "attvalues") {
        read_values(
            [&](const Declaration& declaration, std::string_view text) { set_node(node, declaration, text); },
            node_declarations_, seen);
        continue;
      }
      if (xml_.name() == "spells") {
        const auto [first, last] = read_spells();
        set_node_text(node, NodeField::other, "start", first);
        set_node_text(node, NodeField::other, "end", last);
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
    use_defaults(
        [&](const Declaration& declaration) { set_node(node, declaration, declaration.default_value); },
        node_declarations_, seen);
    apply_position(node);
  }

  void read_edge() {
    for (const char* side : {"source", "target"})
      if (xml_.attribute(side).empty()) return leave_out(std::string("an <edge> has no ") + side);
    const std::uint32_t source = import_.node(xml_.attribute("source"));
    import_.edge(source, import_.node(xml_.attribute("target")));
    const std::string_view type = xml_.attribute("type");
    if (type == "undirected" || type == "mutual" || (undirected_ && type != "directed"))
      import_.guessed(xml_.origin(), kUndirectedNote);
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
    if (const StringId time = import_.pool().intern(xml_.attribute("timestamp")); time != kNoText)
      import_.set_edge(EdgeField::other, import_.pool().intern("timestamp"), time);
    Seen seen;
    while (xml_.next() == XmlReader::Token::start) {
      if (xml_.name() == "attvalues") {
        read_values(
            [&](const Declaration& declaration, std::string_view text) { set_edge(declaration, text); },
            edge_declarations_, seen);
      } else if (xml_.name() == "spells") {
        const auto [first, last] = read_spells();
        if (!first.empty()) import_.set_edge_text(EdgeField::first_date, kNoText, first);
        if (!last.empty()) import_.set_edge_text(EdgeField::last_date, kNoText, last);
      } else {
        xml_.skip_element();
      }
    }
    use_defaults([&](const Declaration& declaration) { set_edge(declaration, declaration.default_value); },
                 edge_declarations_, seen);
  }

  // Times in which something is there: from the first that begins to the last that ends.
  std::pair<std::string, std::string> read_spells() {
    std::string first;
    std::string last;
    while (xml_.next() == XmlReader::Token::start) {
      const std::string start(xml_.attribute("start"));
      const std::string end(xml_.attribute("end"));
      if (!start.empty() && (first.empty() || start < first)) first = start;
      if (end > last) last = end;
      xml_.skip_element();
    }
    return {first, last};
  }

  // Old files say id instead of for. A value that is declared nowhere is a text of that name; of several, at
  // different times, the first stays.
  template <typename Use>
  void read_values(const Use& use, Declarations& declarations, Seen& seen) {
    while (xml_.next() == XmlReader::Token::start) {
      const std::string id(xml_.attribute(xml_.has_attribute("for") ? "for" : "id"));
      const std::string text(xml_.attribute("value"));
      if (!id.empty() && !text.empty()) {
        const auto found =
            declarations.try_emplace(id, Declaration{import_.pool().intern(id), "string", {}}).first;
        if (std::find(seen.begin(), seen.end(), &found->second) == seen.end()) {
          seen.push_back(&found->second);
          use(found->second, text);
        } else {
          import_.guessed(xml_.origin(),
                          "an attribute has several values, at different times: the first one is kept");
        }
      }
      xml_.skip_element();
    }
  }

  template <typename Use>
  static void use_defaults(const Use& use, const Declarations& declarations, const Seen& seen) {
    for (const auto& [id, declaration] : declarations)
      if (!declaration.default_value.empty() &&
          std::find(seen.begin(), seen.end(), &declaration) == seen.end())
        use(declaration);
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
  bool undirected_ = false;  // edges that do not say so themselves
};

}  // namespace

bool recognize_gexf(std::string_view head) {
  return head.find("<gexf") != std::string_view::npos;
}

Graph read_gexf(std::string_view bytes, const std::string& origin, unsigned /*jobs*/) {
  return GexfReader(bytes, origin).read();
}

}  // namespace newsgraph
