#include <algorithm>
#include <string_view>
#include <utility>

#include "graph/graph_draft.h"
#include "graph/rollup.h"

namespace newsgraph {
namespace {

std::vector<LinkedActor> actors_of(GraphDraft& draft) {
  const NodeTable& nodes = draft.nodes;
  const StringPool& pool = draft.pool();
  std::vector<LinkedActor> actors(nodes.size());
  for (std::uint32_t place = 0; place < nodes.size(); ++place) {
    std::vector<NodeLink> links = nodes[place].links;
    std::sort(links.begin(), links.end(), [&](const NodeLink& a, const NodeLink& b) {
      // "represents" says more than "part_of", and comes after it.
      if (a.relation != b.relation) return pool.text(a.relation) > pool.text(b.relation);
      return pool.text(nodes[a.target].id) < pool.text(nodes[b.target].id);
    });
    actors[place].type = pool.text(nodes.best_naming(place).type);
    for (const NodeLink& link : links) actors[place].links.push_back(link.target);
  }
  return actors;
}

class RollUp {
 public:
  RollUp(GraphDraft& draft, std::vector<std::uint32_t> chosen) : draft_(draft), chosen_(std::move(chosen)) {}

  // Returns how many were left out.
  std::uint64_t move_statements() {
    auto& rows = draft_.rows;
    auto& statements = draft_.data.statements;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      StatementRow row = rows[i];
      if (becomes_loop(row.subject, row.object)) continue;
      row.subject = chosen_[row.subject];
      row.object = chosen_[row.object];
      rows[kept] = row;
      statements[kept++] = statements[i];
    }
    const std::uint64_t left_out = rows.size() - kept;
    rows.resize(kept);
    statements.resize(kept);
    return left_out;
  }

  void move_given() {
    std::erase_if(draft_.given,
                  [&](const EdgeDraft& edge) { return becomes_loop(edge.source, edge.target); });
    for (EdgeDraft& edge : draft_.given) {
      if (chosen_[edge.source] != edge.source || chosen_[edge.target] != edge.target) edge.edge.id = {};
      edge.source = chosen_[edge.source];
      edge.target = chosen_[edge.target];
    }
  }

  void move_carried() {
    std::map<GraphDraft::EdgeKey, std::uint32_t> moved;
    for (const auto& [key, attributes] : draft_.carried) {
      const auto& [source, target, relation, status] = key;
      moved.try_emplace({chosen_[source], chosen_[target], relation, status}, attributes);
    }
    draft_.carried = std::move(moved);
  }

  void drop_replaced() {
    for (std::uint32_t place = 0; place < chosen_.size(); ++place)
      if (chosen_[place] != place) draft_.nodes[place].keep = false;
  }

 private:
  bool becomes_loop(std::uint32_t a, std::uint32_t b) const { return a != b && chosen_[a] == chosen_[b]; }

  GraphDraft& draft_;
  std::vector<std::uint32_t> chosen_;
};

}  // namespace

std::uint64_t roll_up(GraphDraft& draft, Rollup rollup) {
  RollUp roll(draft, representatives(actors_of(draft), rollup));
  const std::uint64_t loops = roll.move_statements();
  roll.move_given();
  roll.move_carried();
  roll.drop_replaced();
  return loops;
}

}  // namespace newsgraph
