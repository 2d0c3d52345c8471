#include "formats/graphml/graphml_keys.h"

#include <utility>

namespace newsgraph {
namespace {

GraphmlType type_named(std::string_view name) {
  if (name == "boolean") return GraphmlType::boolean;
  if (name == "int" || name == "long" || name == "integer") return GraphmlType::integer;
  if (name == "float" || name == "double") return GraphmlType::real;
  return GraphmlType::text;
}

}  // namespace

GraphmlDeclaration GraphmlDeclaration::named(std::string name) {
  GraphmlDeclaration key;
  key.id = key.name = std::move(name);
  key.node_field = newsgraph::node_field(key.name);
  key.edge_field = newsgraph::edge_field(key.name);
  return key;
}

void GraphmlDeclarations::read(XmlReader& xml) {
  GraphmlDeclaration key;
  key.id = xml.attribute("id");
  key.name = xml.attribute("attr.name");
  if (key.name.empty()) key.name = key.id;
  key.type = type_named(xml.attribute("attr.type"));
  const std::string_view domain = xml.attribute("for");
  key.for_node = domain != "edge";
  key.for_edge = domain != "node";
  key.node_field = node_field(key.name);
  key.edge_field = edge_field(key.name);
  while (xml.next() == XmlReader::Token::start) {
    if (xml.name() == "default") key.default_value = trimmed_xml(xml.text());
    xml.skip_element();
  }
  ours = ours || key.id == "e_edge_id";
  has_defaults = has_defaults || !key.default_value.empty();
  keys.push_back(std::move(key));
}

std::string_view trimmed_xml(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t start = text.find_first_not_of(kSpace);
  if (start == std::string_view::npos) return {};
  return text.substr(start, text.find_last_not_of(kSpace) - start + 1);
}

}  // namespace newsgraph
