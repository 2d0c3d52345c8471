// What the graph stage hands on: a directed multigraph of entities, its edges backed by statements.
//
// The graph is a Boost.Graph compressed_sparse_row_graph with bundled properties, so that Boost's
// algorithms run on it as it is. It takes half the memory of an adjacency_list, and can be moved; what
// changes its nodes or edges makes a new one (graph/assembly.h). The bundles are small: they name texts
// (StringId), documents and statements that are stored once, in the GraphData bundled with the graph.
// graph/view.h reads them comfortably.
#pragma once

#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "graph/short_id.h"
#include "graph/string_pool.h"

namespace newsgraph {

// An attribute beyond the fields below: what another tool's file brought, or a measure.
using Value = std::variant<bool, std::int64_t, double, StringId>;
struct Attribute {
  StringId name{};
  Value value;
};
using Attributes = std::vector<Attribute>;  // sorted by the name's text, names distinct

struct SourceDocument {
  StringId id{};
  StringId title{};
  StringId date{};  // ISO 8601: "2023-03-16"
  StringId url{};
  StringId file{};  // where there is no URL: path from the input on, and row ("2024/a.txt", "t.csv:7")
  friend bool operator==(const SourceDocument&, const SourceDocument&) = default;
};

// One statement behind an edge: everything that a reader needs to check it. The fields mean what
// they mean in claims/record/claim.h; kNoText where unknown.
struct Statement {
  static constexpr std::uint32_t kNoStart = 0xffff'ffff;
  static constexpr std::uint16_t kNoOffset = 0xffff;

  ShortId claim;               // id of the claim, "c-…"
  std::uint32_t document = 0;  // index into GraphData::documents
  StringId text{};             // the sentence
  StringId subject_text{};     // as the sentence has them
  StringId object_text{};
  StringId trigger{};
  StringId scope{};
  StringId speaker{};
  StringId rule{};
  float confidence = 0;                      // 0 to 1
  std::uint32_t start = kNoStart;            // of the sentence: a byte of the document's text
  std::uint16_t subject_offset = kNoOffset;  // bytes from the sentence's start, where they fit
  std::uint16_t object_offset = kNoOffset;
  std::uint16_t trigger_offset = kNoOffset;
};
static_assert(sizeof(Statement) == 56);

struct Node {
  StringId id{};  // NMTOKEN "n_…", made from what the node is
  StringId name{};
  StringId type{};             // person, organization, place, …; kNoText where another tool's file has none
  std::uint32_t mentions = 0;  // arguments of statements that name it
  std::uint32_t documents = 0;    // different documents that do
  std::vector<StringId> aliases;  // sorted by text, without the name
  Attributes attributes;
};

struct Edge {
  ShortId id;                         // NMTOKEN "e_…", unique across nodes and edges
  double weight = 1;                  // number of statements, or what another tool's file says
  std::uint32_t first_statement = 0;  // GraphData::statements, by date, document and claim
  std::uint32_t statement_count = 0;
  StringId relation{};
  StringId status{};      // asserted, planned, ended, denied; kNoText where unknown
  StringId scope{};       // of the best statement
  StringId first_date{};  // ISO 8601
  StringId last_date{};
  StringId evidence{};  // text of the best statement that has one
  std::uint32_t documents = 0;
  float confidence = 0;          // of the best statement
  std::uint32_t attributes = 0;  // GraphData::edge_attributes; 0 where there are none
};
static_assert(sizeof(Edge) == 64);

// What the reader of a file has to say of it to its user; no part of the graph.
struct ReadNote {
  std::string where;      // "old.json", "old.graphml:17"
  std::string what;       // "a node has no id"
  std::size_t more = 0;   // so many of the same kind are not listed
  bool left_out = false;  // something of the file is missing in the graph; else it was only guessed
};

// What nodes and edges refer to. Copies share the strings.
struct GraphData {
  std::shared_ptr<StringPool> strings = std::make_shared<StringPool>();
  std::vector<SourceDocument> documents;
  std::vector<Statement> statements;
  std::vector<Attributes> edge_attributes{1};  // the first is empty
  Attributes attributes;                       // of the graph itself
  std::vector<ReadNote> notes;                 // of a graph that was read
};

// Vertices are ordered by the text of their id, edges by (source, target, relation, status, id): the
// order in which they are built, in which writers write and in which the descriptors count.
using Graph = boost::compressed_sparse_row_graph<boost::bidirectionalS, Node, Edge, GraphData, std::uint32_t,
                                                 std::uint32_t>;
using Vertex = boost::graph_traits<Graph>::vertex_descriptor;
using EdgeDescriptor = boost::graph_traits<Graph>::edge_descriptor;

inline GraphData& data(Graph& graph) {
  return boost::get_property(graph, boost::graph_bundle);
}
inline const GraphData& data(const Graph& graph) {
  return boost::get_property(graph, boost::graph_bundle);
}

// A graph without nodes that shares the strings of `graph`: a filter's result starts like this.
Graph empty_like(const Graph& graph);

}  // namespace newsgraph
