#include <algorithm>
#include <vector>

#include "graph/graph_draft.h"
#include "graph/translation.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

// A graph that was read, taken apart.
class GraphAdder {
 public:
  GraphAdder(GraphDraft& draft, const Graph& graph)
      : draft_(draft), graph_(graph), translate_(data(graph), draft.pool(), draft.documents) {}

  void add() {
    for (const NodeView node : node_views(graph_)) add_node(node);
    for (const EdgeView edge : edge_views(graph_)) add_edge(edge);
    const Attributes attributes = translate_(data(graph_).attributes);
    Attributes& own = draft_.data.attributes;
    own.insert(own.end(), attributes.begin(), attributes.end());
    sort_attributes(own, draft_.pool());
  }

 private:
  void add_node(const NodeView& node) {
    const std::uint32_t place = draft_.nodes.place_of(translate_(node.raw().id));
    places_.push_back(place);
    draft_.nodes.name(place, translate_(node.raw().name), translate_(node.raw().type), kVotesOfGraph);
    for (const StringId alias : node.raw().aliases) draft_.nodes.alias(place, translate_(alias));
    NodeTable::Row& row = draft_.nodes[place];
    row.keep = true;
    row.mentions = std::max(row.mentions, node.mentions());
    row.documents = std::max(row.documents, node.documents());
    const Attributes attributes = translate_(node.attributes());
    row.attributes.insert(row.attributes.end(), attributes.begin(), attributes.end());
  }

  void add_edge(const EdgeView& view) {
    const std::uint32_t source = places_[view.source().vertex()];
    const std::uint32_t target = places_[view.target().vertex()];
    Edge edge = translate_(view.raw());
    const std::uint32_t attributes = keep(translate_(view.attributes()));
    if (view.statement_count() == 0) {
      edge.attributes = attributes;
      draft_.given.push_back({source, target, edge});
      if (draft_.is_link(edge)) draft_.nodes.link(source, edge.relation, target);
      return;
    }
    if (attributes != 0) draft_.carried.try_emplace({source, target, edge.relation, edge.status}, attributes);
    for (const Statement& statement : view.raw_statements()) {
      draft_.rows.push_back({source, target, edge.relation, edge.status});
      draft_.data.statements.push_back(translate_(statement));
    }
  }

  std::uint32_t keep(Attributes attributes) {
    if (attributes.empty()) return 0;
    auto& all = draft_.data.edge_attributes;
    all.push_back(std::move(attributes));
    return static_cast<std::uint32_t>(all.size() - 1);
  }

  GraphDraft& draft_;
  const Graph& graph_;
  Translation translate_;
  std::vector<std::uint32_t> places_;
};

}  // namespace

void add_graph(GraphDraft& draft, const Graph& graph) {
  GraphAdder(draft, graph).add();
}

}  // namespace newsgraph
