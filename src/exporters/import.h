// What the readers of graph formats share: from a file's nodes and edges to a Graph.
//
// Fields that we know become those of Node and Edge, everything else an attribute. Ids of other tools
// are replaced by ours; the old one is kept in the attribute `original_id` where it said something.
// An undirected edge becomes a directed one as the file has it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/assembly.h"
#include "graph/document_table.h"
#include "graph/graph.h"

namespace newsgraph {

enum class NodeField : std::uint8_t { name, label, labels, type, aliases, mentions, documents, other };
enum class EdgeField : std::uint8_t {
  id,
  relation,
  interaction,
  weight,
  status,
  confidence,
  scope,
  first_date,
  last_date,
  documents,
  evidence,
  statements,
  other
};

// Upper and lower case alike (ASCII). Some names are only fields in files of other tools ("Edge Label").
NodeField node_field(std::string_view name);
EdgeField edge_field(std::string_view name);

class GraphImport {
 public:
  GraphImport();

  StringPool& pool() { return *data_.strings; }
  GraphData& data() { return data_; }

  // The node with this id in the file, known from now on. A node may be used by edges before it comes.
  std::uint32_t node(std::string_view id);
  void set_node(std::uint32_t node, NodeField field, StringId name, const Value& value);
  void add_alias(std::uint32_t node, std::string_view alias);

  // A new edge; set_edge() speaks of the last one.
  void edge(std::uint32_t source, std::uint32_t target);
  void set_edge(EdgeField field, StringId name, const Value& value);
  // The same for a text, which is not kept where a field has another use for it.
  void set_edge_text(EdgeField field, StringId name, std::string_view text);

  // Sorted, with ids made; empties the import.
  Graph finish();

 private:
  struct ImportedNode {
    StringId original{};
    Node node;
    StringId label{};
    StringId labels{};  // Neo4j's: ":Person:Actor"
  };

  StringId as_text(const Value& value);
  void set_edge_id(std::string_view id);
  void set_statements(std::string_view json);
  void finish_edge();
  void name_nodes();
  std::string id_for(const ImportedNode& node) const;

  GraphData data_;
  DocumentTable documents_;
  std::vector<ImportedNode> nodes_;
  std::vector<std::uint32_t> places_;  // by StringId of the original id, 1 more than the place
  std::vector<EdgeDraft> edges_;
  Attributes edge_attributes_;  // of the last edge
  StringId interaction_{};      // likewise
  bool edge_open_ = false;
};

// Whether `text` can be an id of XML as it is: an NMTOKEN of ASCII characters.
bool is_name_token(std::string_view text);

}  // namespace newsgraph
