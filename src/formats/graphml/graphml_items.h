// Reads the nodes and edges of a GraphML file, or of a part of one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/graphml/graphml_keys.h"
#include "formats/import/import.h"
#include "formats/import/xml_reader.h"

namespace newsgraph {

class GraphmlItems {
 public:
  // All of them outlive it. Keys may be added meanwhile.
  GraphmlItems(XmlReader& xml, GraphImport& import, const GraphmlDeclarations& declarations)
      : xml_(xml), import_(import), declarations_(declarations) {}

  // Edges that do not say so themselves have no direction.
  void set_undirected(bool undirected) { undirected_ = undirected; }

  // The element whose start tag was read, to its end.
  void read_element();

 private:
  void read_node();
  void read_inner_graph();
  void read_edge();
  void read_graph_data();
  void leave_out(const std::string& what);
  const GraphmlDeclaration* read_data_key(bool for_edge);
  void read_node_data(std::uint32_t node, const GraphmlDeclaration* key);
  void read_node_picture(std::uint32_t node);
  void read_edge_data(const GraphmlDeclaration* key);
  void read_edge_picture();
  void set_node(std::uint32_t node, const GraphmlDeclaration& key, std::string_view text);
  void set_edge(const GraphmlDeclaration& key, std::string_view text);
  StringId name_of(const GraphmlDeclaration& key, bool is_attribute);
  Value value_of(const GraphmlDeclaration& key, std::string_view text);

  XmlReader& xml_;
  GraphImport& import_;
  const GraphmlDeclarations& declarations_;
  std::vector<const GraphmlDeclaration*> seen_on_edge_;
  GraphmlDeclaration undeclared_;  // of the datum that is being read, where the file declares no key for it
  std::size_t next_key_ = 0;
  bool undirected_ = false;
};

}  // namespace newsgraph
