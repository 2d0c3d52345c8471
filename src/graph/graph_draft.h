// A graph while it is being built: what claims, entities and graphs told, not merged yet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "graph/assembly.h"
#include "graph/builder.h"
#include "graph/document_table.h"
#include "graph/graph.h"
#include "graph/grouping.h"
#include "graph/node_table.h"
#include "graph/row_names.h"

namespace newsgraph {

// How much it counts what a node is called: what is known outweighs what texts call it, each of which has
// one vote, and an entity what a file calls it.
constexpr std::uint64_t kVotesOfGraph = std::uint64_t{1} << 40;
constexpr std::uint64_t kVotesOfEntity = std::uint64_t{1} << 41;

// Rows of tables whose names are not resolved yet: ends are what RowNames::add() returned.
struct PendingRows {
  RowNames names;
  std::vector<StatementRow> rows;
  std::vector<Statement> statements;  // as many
};

struct GraphDraft {
  using EdgeKey = std::tuple<std::uint32_t, std::uint32_t, StringId, StringId>;

  GraphDraft() = default;
  GraphDraft(const GraphDraft&) = delete;  // the tables refer to the data
  GraphDraft& operator=(const GraphDraft&) = delete;

  StringPool& pool() { return *data.strings; }
  // An edge without statements that says whom an actor belongs to or stands for.
  bool is_link(const Edge& edge) const;

  GraphData data;
  DocumentTable documents{data.documents};
  NodeTable nodes{*data.strings};
  std::vector<StatementRow> rows;  // as many as data.statements; ends are places in `nodes`
  std::vector<EdgeDraft> given;    // edges without statements
  PendingRows pending;
  // An edge with statements is made anew; what else it carried is at this place in data.edge_attributes.
  std::map<EdgeKey, std::uint32_t> carried;
  // Documents that are replaced by newer copies: of the first so many rows none is of the document.
  std::map<StringId, std::size_t> dropped;
};

// Tell the draft of one more.
void add_claim(GraphDraft& draft, const Claim& claim);
void add_entity(GraphDraft& draft, const Entity& entity);
void drop_document(GraphDraft& draft, const std::string& id);
// Where there is a corrector, what it makes of it.
void add_graph(GraphDraft& draft, const Graph& graph, const GraphCorrector* corrector);

// Replaces actors by what they represent or are part of. Returns how many statements were left out because
// their two ends became one.
std::uint64_t roll_up(GraphDraft& draft, Rollup rollup);

// Merges everything that was told to a graph; empties the draft.
Graph merge(GraphDraft& draft, const BuildOptions& options, BuildReport& report);

}  // namespace newsgraph
