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

#include "exporters/import_fields.h"
#include "graph/assembly.h"
#include "graph/document_table.h"
#include "graph/graph.h"
#include "graph/translation.h"

namespace newsgraph {

class GraphImport {
 public:
  GraphImport();
  GraphImport(const GraphImport&) = delete;  // the table of documents refers to the data
  GraphImport& operator=(const GraphImport&) = delete;

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

  // Adds what another import has read of the same file; its nodes and edges come after those of this one.
  // The other one then has had its use.
  void append(GraphImport& part);

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
  StringId as_key(const Value& value);
  void tidy_aliases(Node& node);
  void set_edge_id(std::string_view id);
  void set_statements(std::string_view json);
  void finish_edge();
  std::uint32_t place_of(StringId original);
  std::uint32_t append_node(const ImportedNode& from, Translation& translate);
  void name_nodes();
  void name_node(ImportedNode& imported);
  void restore_id(ImportedNode& imported);
  StringId id_for(const ImportedNode& imported);

  GraphData data_;
  DocumentTable documents_;
  std::vector<ImportedNode> nodes_;
  std::vector<std::uint32_t> places_;  // by StringId of the original id, 1 more than the place
  std::vector<EdgeDraft> edges_;
  Attributes edge_attributes_;  // of the last edge
  StringId interaction_{};      // likewise
  bool edge_open_ = false;
};

// "17", "n0", "e12": counted by a tool, so that it says nothing.
bool is_counted_id(std::string_view id);
// Whether `text` can be an id of XML as it is: an NMTOKEN of ASCII characters.
bool is_name_token(std::string_view text);

}  // namespace newsgraph
