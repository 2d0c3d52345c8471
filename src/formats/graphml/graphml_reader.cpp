#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "formats/graphml/graphml.h"
#include "formats/graphml/graphml_items.h"
#include "support/error.h"
#include "support/in_order.h"

namespace newsgraph {
namespace {

// Large enough that few texts come in several parts, small enough that a part's texts fit in the caches.
constexpr std::size_t kPart = std::size_t{1} << 20;

bool is_item(std::string_view name) {
  return name == "node" || name == "edge" || name == "data" || name == "desc" || name == "hyperedge" ||
         name == "port";
}

// From left to right, the whole file.
Graph read_at_once(std::string_view bytes, const std::string& origin) {
  XmlReader xml(bytes, origin);
  GraphImport import;
  GraphmlDeclarations declarations;
  GraphmlItems items(xml, import, declarations);
  bool found_root = false;
  for (XmlReader::Token token; (token = xml.next()) != XmlReader::Token::finished;) {
    if (token != XmlReader::Token::start) continue;
    if (xml.name() == "graphml")
      found_root = true;
    else if (xml.name() == "key")
      declarations.read(xml);
    else if (xml.name() == "graph")
      items.set_undirected(xml.attribute("edgedefault") == "undirected");
    else if (is_item(xml.name()))
      items.read_element();
  }
  if (!found_root) xml.fail("there is no <graphml> in the file");
  import.note_unlisted(origin);
  return import.finish();
}

// What stands between <graph> and the last </graph>, and what was declared before.
struct Body {
  std::string_view bytes;
  GraphmlDeclarations declarations;
  bool undirected = false;
};

// Nothing where the file is more than one graph.
std::optional<Body> find_body(std::string_view bytes, const std::string& origin) {
  constexpr std::string_view kEnd = "</graph>";
  XmlReader xml(bytes, origin);
  Body body;
  while (true) {
    if (xml.next() != XmlReader::Token::start) return std::nullopt;
    if (xml.name() == "key") {
      body.declarations.read(xml);
    } else if (xml.name() == "graph") {
      body.undirected = xml.attribute("edgedefault") == "undirected";
      break;
    } else if (xml.name() != "graphml") {
      xml.skip_element();
    }
  }
  const std::size_t end = bytes.rfind(kEnd);
  if (end == std::string_view::npos || end < xml.offset()) return std::nullopt;
  if (trimmed_xml(bytes.substr(end + kEnd.size())) != "</graphml>") return std::nullopt;
  body.bytes = bytes.substr(xml.offset(), end - xml.offset());
  return body;
}

// Where the next node or edge begins; looks no further than there, however much follows.
std::size_t next_element(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view here = text.substr(at, 6);
    if (here == "<edge " || here == "<node ") return at;
  }
  return std::string_view::npos;
}

// Parts that begin where a node or an edge seems to. If a text only looks like one, the part before ends
// inside of an element, and reading it fails.
std::vector<std::string_view> cut(std::string_view bytes) {
  std::vector<std::string_view> parts;
  while (bytes.size() > kPart) {
    const std::string_view rest = bytes.substr(kPart);
    const std::size_t place = next_element(rest);
    if (place == std::string_view::npos) break;
    parts.push_back(bytes.substr(0, kPart + place));
    bytes.remove_prefix(kPart + place);
  }
  parts.push_back(bytes);
  return parts;
}

std::unique_ptr<GraphImport> read_part(std::string_view bytes, const std::string& origin, const Body& body,
                                       std::string_view whole) {
  XmlReader xml(bytes, origin, whole);
  auto import = std::make_unique<GraphImport>();
  GraphmlItems items(xml, *import, body.declarations);
  items.set_undirected(body.undirected);
  while (xml.next() == XmlReader::Token::start) {
    if (!is_item(xml.name())) xml.fail("an element that no graph has");
    items.read_element();
  }
  return import;
}

Graph read_in_parts(const Body& body, const std::string& origin, std::string_view whole_file, unsigned jobs) {
  const std::vector<std::string_view> parts = cut(body.bytes);
  GraphImport whole;
  work_in_order(parts.size(), jobs, [&](Turns& turns) {
    while (const auto number = turns.next()) {
      const auto part = read_part(parts[*number], origin, body, whole_file);
      if (!turns.in_turn(*number, [&] { whole.append(*part); })) return;
    }
  });
  whole.note_unlisted(origin);
  return whole.finish();
}

}  // namespace

bool recognize_graphml(std::string_view head) {
  return head.find("<graphml") != std::string_view::npos;
}

Graph read_graphml(std::string_view bytes, const std::string& origin, unsigned jobs) {
  if (bytes.size() > 2 * kPart) {
    try {
      if (const auto body = find_body(bytes, origin)) return read_in_parts(*body, origin, bytes, jobs);
    } catch (const Error&) {
      // Damaged, or cut where it only looked like the beginning of an element: below it shows which.
    }
  }
  return read_at_once(bytes, origin);
}

}  // namespace newsgraph
