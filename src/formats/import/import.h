// What the readers of graph formats share: from a file's nodes and edges to a Graph.
//
// Fields that we know become those of Node and Edge, everything else an attribute. Ids of other tools
// are replaced by ours; the old one is kept in the attribute `original_id` where it said something.
// An undirected edge becomes a directed one as the file has it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/import/import_fields.h"
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

  // The file lists the node itself, not only edges that name it. Positions in lists count these calls.
  void list_node(std::uint32_t node) {
    nodes_[node].listed = true;
    listed_.push_back(node);
  }
  bool is_listed(std::uint32_t node) const { return nodes_[node].listed; }
  // The same for one that cannot be used, so that positions stay right.
  void list_unusable() { listed_.push_back(kUnusable); }

  // A new edge; set_edge() speaks of the last one.
  void edge(std::uint32_t source, std::uint32_t target);
  void set_edge(EdgeField field, StringId name, const Value& value);
  // The same for a text, which is not kept where a field has another use for it.
  void set_edge_text(EdgeField field, StringId name, std::string_view text);

  // What the user should know of the file: something is missing in the graph, or was guessed. The first
  // twenty of one text are listed, the others counted.
  void left_out(const std::string& where, const std::string& what) { note(where, what, true); }
  void guessed(const std::string& where, const std::string& what) { note(where, what, false); }

  // Whether another note with this text would be listed: finding a place may cost something.
  bool lists(const std::string& what) const;

  // Ends of edges that name no listed node but fit as positions in the list of nodes (from 0, or from 1)
  // become these nodes; edges of nodes that cannot be used go. `origin` is what notes call the file.
  void read_positions(const std::string& origin);
  // Notes which ends of edges the file does not list.
  void note_unlisted(const std::string& origin);

  // Ends of edges that name no listed node but are the name of one become it.
  void join_by_name();
  // Whether something says what the last edge is.
  bool has_relation() const;

  // Adds what another import has read of the same file; its nodes and edges come after those of this one.
  // The other one then has had its use.
  void append(GraphImport& part);

  // Sorted, with ids made; empties the import. Throws Error where everything was left out.
  Graph finish();

 private:
  struct ImportedNode {
    StringId original{};
    Node node;
    StringId label{};
    StringId labels{};  // Neo4j's: ":Person:Actor"
    bool listed = false;
  };
  static constexpr std::uint32_t kUnusable = 0xffff'ffff;

  void note(const std::string& where, const std::string& what, bool left_out) {
    take_note({where, what, 0, left_out});
  }
  void take_note(const ReadNote& note);
  std::optional<std::uint64_t> number_of(std::uint32_t node) const;
  std::optional<std::uint32_t> first_position() const;
  std::uint32_t at_position(std::uint32_t node, std::uint32_t first) const;
  void drop_unlisted();

  StringId as_text(const Value& value);
  StringId as_key(const Value& value);
  void tidy_aliases(Node& node);
  void set_edge_id(std::string_view id);
  void set_statements(std::string_view json);
  void finish_edge();
  std::optional<std::string> take_best(Attributes& attributes, unsigned (*rank)(std::string_view),
                                       unsigned worst = kAnyName);
  void take_other_relation(Edge& edge);
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
  std::vector<std::uint32_t> listed_;  // as the file lists them
  Attributes edge_attributes_;         // of the last edge
  StringId interaction_{};             // likewise
  bool edge_open_ = false;
};

// What guessed() says of edges without a direction.
inline constexpr const char* kUndirectedNote =
    "edges without a direction are read as leading from their source to their target";

// "17", "n0", "e12": counted by a tool, so that it says nothing.
bool is_counted_id(std::string_view id);
// Counted, or a number of another kind that a tool made up: a UUID, a hash.
bool says_nothing(std::string_view id);
// Whether `text` can be an id of XML as it is: an NMTOKEN of ASCII characters.
bool is_name_token(std::string_view text);

}  // namespace newsgraph
