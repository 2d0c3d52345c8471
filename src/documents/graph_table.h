// Tables of nodes and of edges as graph tools write them, told by their headers: which columns are ids, ends
// and relations. Tables of relations (source, relation, target, with evidence) are none of these.
//
//   Source,Target,Type,Id,Label,timeset,Weight     Gephi
//   _id,_labels,name,_start,_end,_type             Neo4j's APOC, nodes and edges in one
//   :START_ID,:END_ID,:TYPE    id:ID,:LABEL,name   neo4j-admin
//   ~id,~from,~to,~label                           Amazon Neptune
//   id,subject,predicate,object,knowledge_level    KGX, Biolink
//   id,title,type,description,degree               GraphRAG
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

enum class GraphColumn {
  node_id,  // what edges call the node
  source,   // of an edge
  target,
  source_name,
  target_name,
  edge_id,
  labels,    // types of a node
  relation,  // of an edge
  drawn,     // how an edge is drawn: "Directed"
  aliases,   // several names
  other      // the name of the column says what it is
};

struct GraphTableHeader {
  std::vector<GraphColumn> columns;  // by position
  std::vector<std::string> names;    // without types: "weight" for "weight:double"
  std::vector<std::string> types;    // "double"; empty where none is given
  std::vector<std::string> spaces;   // of ids: "Person" for ":START_ID(Person)"

  std::optional<std::size_t> find(GraphColumn column) const;
};

constexpr std::size_t kGraphTableRows = 20;  // that are looked at

// `rows`: the first rows below the header, which show what is in a column. Nothing where it is another table.
std::optional<GraphTableHeader> graph_table_header(const std::vector<std::string>& header,
                                                   const std::vector<std::vector<std::string>>& rows);

}  // namespace newsgraph
