// What a GraphML file declares about the data of its nodes and edges.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

#include "formats/import/import_fields.h"
#include "formats/import/xml_reader.h"

namespace newsgraph {

enum class GraphmlType : std::uint8_t { boolean, integer, real, text };

struct GraphmlDeclaration {
  std::string id;
  std::string name;
  GraphmlType type = GraphmlType::text;
  NodeField node_field = NodeField::other;
  EdgeField edge_field = EdgeField::other;
  bool for_node = true;
  bool for_edge = true;
  std::string default_value;

  // A text of this id and name.
  static GraphmlDeclaration named(std::string name);
};

struct GraphmlDeclarations {
  std::deque<GraphmlDeclaration> keys;  // pointers to them stay valid
  bool has_defaults = false;
  bool ours = false;  // written by newsgraph

  // The <key> whose start tag was read, to its end.
  void read(XmlReader& xml);
};

// Without white space at both ends.
std::string_view trimmed_xml(std::string_view text);

}  // namespace newsgraph
