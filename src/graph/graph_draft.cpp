#include "graph/graph_draft.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "graph/summary.h"

namespace newsgraph {
namespace {

std::vector<bool> used_nodes(const GraphDraft& draft) {
  std::vector<bool> used(draft.nodes.size());
  for (std::uint32_t place = 0; place < used.size(); ++place) used[place] = draft.nodes[place].keep;
  for (const StatementRow& row : draft.rows) used[row.subject] = used[row.object] = true;
  for (const EdgeDraft& edge : draft.given) used[edge.source] = used[edge.target] = true;
  return used;
}

// Links of every node that the graph has, and of those that they lead to.
void add_links(GraphDraft& draft, std::vector<bool>& used) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t place = 0; place < used.size(); ++place)
    if (used[place]) open.push_back(place);
  while (!open.empty()) {
    const std::uint32_t source = open.back();
    open.pop_back();
    for (const NodeLink& link : draft.nodes[source].links) {
      EdgeDraft edge{source, link.target, {}};
      edge.edge.relation = link.relation;
      draft.given.push_back(edge);
      if (used[link.target]) continue;
      used[link.target] = true;
      open.push_back(link.target);
    }
  }
}

// Edges without statements that are given twice: by two files, or by a file and the entities.
void drop_repeated_edges(GraphDraft& draft) {
  const auto key = [&draft](const EdgeDraft& edge) {
    // A link is known by what it says; other edges by their id, so that parallel edges stay.
    const std::uint64_t id = draft.is_link(edge.edge) ? 0 : edge.edge.id.number();
    return std::tuple(edge.source, edge.target, edge.edge.relation, edge.edge.status, id);
  };
  std::vector<EdgeDraft>& given = draft.given;
  std::stable_sort(given.begin(), given.end(),
                   [&](const EdgeDraft& a, const EdgeDraft& b) { return key(a) < key(b); });
  const auto same = [&](const EdgeDraft& a, const EdgeDraft& b) {
    return key(a) == key(b) && (draft.is_link(a.edge) || !a.edge.id.empty());
  };
  given.erase(std::unique(given.begin(), given.end(), same), given.end());
}

// The nodes that are used, in the graph's order, so that edges are grouped in it and statements lie in
// memory as they will be read. Everything then points at the nodes' places in the result.
std::vector<Node> take_nodes(GraphDraft& draft, const std::vector<bool>& used) {
  std::vector<std::pair<std::string_view, std::uint32_t>> order;
  for (std::uint32_t i = 0; i < used.size(); ++i)
    if (used[i]) order.emplace_back(draft.pool().text(draft.nodes[i].id), i);
  std::sort(order.begin(), order.end());
  std::vector<Node> result;
  result.reserve(order.size());
  std::vector<std::uint32_t> place(used.size());
  for (const auto& [id, from] : order) {
    place[from] = static_cast<std::uint32_t>(result.size());
    result.push_back(draft.nodes.take(from));
  }
  for (StatementRow& row : draft.rows) {
    row.subject = place[row.subject];
    row.object = place[row.object];
  }
  for (EdgeDraft& edge : draft.given) {
    edge.source = place[edge.source];
    edge.target = place[edge.target];
  }
  std::map<GraphDraft::EdgeKey, std::uint32_t> carried;
  for (const auto& [key, attributes] : draft.carried) {
    const auto& [source, target, relation, status] = key;
    carried.emplace(GraphDraft::EdgeKey(place[source], place[target], relation, status), attributes);
  }
  draft.carried = std::move(carried);
  return result;
}

void give_back_carried(const GraphDraft& draft, std::vector<EdgeDraft>& edges) {
  if (draft.carried.empty()) return;
  for (EdgeDraft& edge : edges) {
    const auto found = draft.carried.find({edge.source, edge.target, edge.edge.relation, edge.edge.status});
    if (found != draft.carried.end()) edge.edge.attributes = found->second;
  }
}

// Takes out what was found in documents that newer copies replace.
void take_out_dropped(GraphDraft& draft) {
  if (draft.dropped.empty()) return;
  const StringId table = draft.pool().intern("table");
  std::size_t kept = 0;
  for (std::size_t i = 0; i < draft.rows.size(); ++i) {
    const Statement& statement = draft.data.statements[i];
    const auto dropped = draft.dropped.find(draft.data.documents[statement.document].id);
    if (dropped != draft.dropped.end() && i < dropped->second && statement.rule != table) continue;
    draft.rows[kept] = draft.rows[i];
    draft.data.statements[kept++] = statement;
  }
  draft.rows.resize(kept);
  draft.data.statements.resize(kept);
}

}  // namespace

void drop_document(GraphDraft& draft, const std::string& id) {
  draft.dropped[draft.pool().intern(id)] = draft.rows.size();
}

bool GraphDraft::is_link(const Edge& edge) const {
  const std::string_view relation = data.strings->text(edge.relation);
  return edge.statement_count == 0 && (relation == "part_of" || relation == "represents");
}

Graph merge(GraphDraft& draft, const BuildOptions& options, BuildReport& report) {
  take_out_dropped(draft);
  if (options.rollup != Rollup::none) report.rolled_loops += roll_up(draft, options.rollup);
  std::vector<bool> used = used_nodes(draft);
  if (options.links) add_links(draft, used);
  drop_repeated_edges(draft);

  std::vector<Node> nodes = take_nodes(draft, used);
  GroupedEdges grouped = group_statements(draft.data, std::move(draft.rows), nodes, options.edges);
  report.repeated += grouped.repeated;
  report.statements = draft.data.statements.size();
  std::vector<EdgeDraft> edges = std::move(grouped.edges);
  give_back_carried(draft, edges);
  edges.insert(edges.end(), draft.given.begin(), draft.given.end());
  Graph graph = assemble(std::move(draft.data), std::move(nodes), std::move(edges));
  summarize_nodes(graph);
  return graph;
}

}  // namespace newsgraph
