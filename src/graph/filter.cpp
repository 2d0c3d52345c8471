#include "graph/filter.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <string_view>

#include "graph/assembly.h"
#include "graph/lookup.h"
#include "graph/summary.h"
#include "graph/view.h"
#include "support/ascii.h"
#include "support/day.h"
#include "support/error.h"

namespace newsgraph {
namespace {

bool allows(const std::vector<std::string>& list, std::string_view value) {
  return list.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

// "2023", "2023-03" or "2023-03-16".
void check_date(const std::string& date) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  const bool length = date.size() == 4 || date.size() == 7 || date.size() == 10;
  bool good = date.empty() || length;
  for (std::size_t i = 0; good && i < date.size(); ++i)
    good = kForm[i] == 'd' ? is_ascii_digit(date[i]) : date[i] == kForm[i];
  // The first of the month, or of January, where no day is said.
  good = good && (date.empty() || is_day(date + std::string("0001-01-01").substr(date.size())));
  if (!good) throw UsageError("\"" + date + "\" is no date", {}, "Write it as 2023, 2023-03 or 2023-03-16.");
}

}  // namespace

void check_dates(const Filter& filter) {
  check_date(filter.since);
  check_date(filter.until);
}

namespace {

class EdgeFilter {
 public:
  EdgeFilter(const Graph& graph, const Filter& filter) : graph_(graph), filter_(filter) {
    check_dates(filter);
  }

  bool takes_labels(const EdgeView& edge) const {
    return allows(filter_.relations, edge.relation()) && allows(filter_.statuses, edge.status()) &&
           allows(filter_.types, edge.source().type()) && allows(filter_.types, edge.target().type());
  }
  bool takes(const Statement& statement) const {
    const StatementView view(data(graph_), statement);
    return view.confidence() >= static_cast<float>(filter_.min_confidence) &&
           in_time(view.date(), view.date());
  }
  // An edge without statements has to speak for itself.
  bool takes_alone(const EdgeView& edge) const {
    return edge.confidence() >= static_cast<float>(filter_.min_confidence) &&
           in_time(edge.first_date(), edge.last_date()) &&
           (filter_.min_statements <= 1 || edge.weight() >= filter_.min_statements);
  }

 private:
  bool in_time(std::string_view first, std::string_view last) const {
    if (!filter_.since.empty() && (last.empty() || last < filter_.since)) return false;
    return filter_.until.empty() ||
           (!first.empty() && first.substr(0, filter_.until.size()) <= filter_.until);
  }

  const Graph& graph_;
  const Filter& filter_;
};

// Edges that pass, with copies of the statements that do.
class Selection {
 public:
  Selection(const Graph& graph, const Filter& filter) : graph_(graph), filter_(filter) {
    result_.strings = data(graph).strings;
    result_.attributes = data(graph).attributes;
    result_.documents = data(graph).documents;
    result_.edge_attributes = data(graph).edge_attributes;
    const EdgeFilter passes(graph, filter);
    for (const EdgeView edge : edge_views(graph))
      if (passes.takes_labels(edge)) take(edge, passes);
  }

  // Weights, dates and evidence anew, for edges that have lost statements.
  void summarize();
  void keep_around(const std::vector<std::string>& entities, unsigned hops);
  void keep_strongest(std::size_t count);
  Graph build(FilterReport* report);

 private:
  void take(const EdgeView& edge, const EdgeFilter& passes);
  std::vector<unsigned> distances(const std::vector<std::string>& entities) const;
  bool stays_alone(const NodeView& node) const;

  const Graph& graph_;
  const Filter& filter_;
  GraphData result_;
  std::vector<EdgeDraft> edges_;
};

void Selection::take(const EdgeView& view, const EdgeFilter& passes) {
  EdgeDraft draft{static_cast<std::uint32_t>(view.source().vertex()),
                  static_cast<std::uint32_t>(view.target().vertex()), view.raw()};
  if (view.statement_count() == 0) {
    if (passes.takes_alone(view)) edges_.push_back(draft);
    return;
  }
  auto& statements = result_.statements;
  draft.edge.first_statement = static_cast<std::uint32_t>(statements.size());
  for (const Statement& statement : view.raw_statements())
    if (passes.takes(statement)) statements.push_back(statement);
  const std::size_t count = statements.size() - draft.edge.first_statement;
  if (count == 0 || count < filter_.min_statements) {
    statements.resize(draft.edge.first_statement);
    return;
  }
  draft.edge.statement_count = static_cast<std::uint32_t>(count);
  edges_.push_back(draft);
}

void Selection::summarize() {
  Summary summary(result_);
  for (EdgeDraft& draft : edges_)
    if (draft.edge.statement_count != 0) summary.of_edge(draft.edge);
}

constexpr unsigned kFar = std::numeric_limits<unsigned>::max();

std::vector<unsigned> Selection::distances(const std::vector<std::string>& entities) const {
  std::vector<std::vector<std::uint32_t>> neighbours(boost::num_vertices(graph_));
  for (const EdgeDraft& draft : edges_) {
    neighbours[draft.source].push_back(draft.target);
    neighbours[draft.target].push_back(draft.source);
  }
  std::vector<unsigned> distance(neighbours.size(), kFar);
  std::deque<Vertex> open;
  for (const std::string& entity : entities) {
    const std::vector<Vertex> found = find_nodes(graph_, entity);
    if (found.empty()) {
      const std::string nearest = nearest_name(graph_, entity);
      throw UsageError(
          "the graph has no entity \"" + entity + "\"", {},
          nearest.empty() ? "`newsgraph stats` shows what it has." : "Did you mean \"" + nearest + "\"?");
    }
    for (const Vertex vertex : found) distance[vertex] = 0, open.push_back(vertex);
  }
  while (!open.empty()) {
    const Vertex here = open.front();
    open.pop_front();
    for (const std::uint32_t next : neighbours[here])
      if (distance[next] == kFar) distance[next] = distance[here] + 1, open.push_back(next);
  }
  return distance;
}

void Selection::keep_around(const std::vector<std::string>& entities, unsigned hops) {
  if (entities.empty()) return;
  const std::vector<unsigned> distance = distances(entities);
  // An edge belongs to the hop that crosses it.
  std::erase_if(edges_, [&](const EdgeDraft& draft) {
    const unsigned nearer = std::min(distance[draft.source], distance[draft.target]);
    return nearer == kFar || nearer >= hops;
  });
}

void Selection::keep_strongest(std::size_t count) {
  if (count == 0 || count >= edges_.size()) return;
  const StringPool& pool = *result_.strings;
  const auto stronger = [&pool](const EdgeDraft& a, const EdgeDraft& b) {
    if (a.edge.weight != b.edge.weight) return a.edge.weight > b.edge.weight;
    if (a.edge.confidence != b.edge.confidence) return a.edge.confidence > b.edge.confidence;
    return a.edge.id.text("e_", pool) < b.edge.id.text("e_", pool);
  };
  const auto end = edges_.begin() + static_cast<std::ptrdiff_t>(count);
  std::nth_element(edges_.begin(), end, edges_.end(), stronger);
  edges_.erase(end, edges_.end());
}

// A node without edges is cut only by what speaks of nodes.
bool Selection::stays_alone(const NodeView& node) const {
  if (filter_.keep_isolated) return true;
  return degree(node.vertex(), graph_) == 0 && filter_.entities.empty() && filter_.top == 0 &&
         allows(filter_.types, node.type());
}

Graph Selection::build(FilterReport* report) {
  std::vector<bool> used(boost::num_vertices(graph_));
  for (const EdgeDraft& draft : edges_) used[draft.source] = used[draft.target] = true;
  std::vector<std::uint32_t> place(used.size());
  std::vector<Node> nodes;
  for (const NodeView node : node_views(graph_)) {
    if (!used[node.vertex()] && !stays_alone(node)) continue;
    place[node.vertex()] = static_cast<std::uint32_t>(nodes.size());
    nodes.push_back(node.raw());
  }
  std::size_t statements = 0;
  for (EdgeDraft& draft : edges_) {
    draft.source = place[draft.source];
    draft.target = place[draft.target];
    statements += draft.edge.statement_count;
  }
  if (report != nullptr)
    *report = {used.size() - nodes.size(), boost::num_edges(graph_) - edges_.size(),
               data(graph_).statements.size() - statements};
  Graph graph = assemble(std::move(result_), std::move(nodes), std::move(edges_));
  summarize_nodes(graph);
  return graph;
}

}  // namespace

bool Filter::takes_all() const {
  return relations.empty() && statuses.empty() && types.empty() && entities.empty() && since.empty() &&
         until.empty() && min_confidence <= 0 && min_statements <= 1 && top == 0;
}

Graph filter_graph(const Graph& graph, const Filter& filter, FilterReport* report) {
  Selection selection(graph, filter);
  selection.summarize();
  selection.keep_around(filter.entities, filter.hops);
  selection.keep_strongest(filter.top);
  return selection.build(report);
}

}  // namespace newsgraph
