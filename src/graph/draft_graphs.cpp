#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "graph/graph_corrector.h"
#include "graph/graph_draft.h"
#include "graph/translation.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

// A graph that was read, taken apart.
class GraphAdder {
 public:
  GraphAdder(GraphDraft& draft, const Graph& graph, const GraphCorrector* corrector)
      : draft_(draft),
        graph_(graph),
        corrector_(corrector),
        translate_(data(graph), draft.pool(), draft.documents) {}

  void add() {
    for (const NodeView node : node_views(graph_)) add_node(node);
    for (const EdgeView edge : edge_views(graph_)) add_edge(edge);
    const Attributes attributes = translate_(data(graph_).attributes);
    Attributes& own = draft_.data.attributes;
    own.insert(own.end(), attributes.begin(), attributes.end());
    sort_attributes(own, draft_.pool());
  }

 private:
  static constexpr std::uint32_t kDropped = 0xffff'ffff;

  // Where an edge or a statement belongs.
  struct Row {
    StatementRow to;
    std::optional<StringId> scope;
    bool dropped = false;
    bool changed = false;
  };

  void add_node(const NodeView& node) {
    const auto change = corrector_ != nullptr ? corrector_->of(node) : GraphCorrector::NodeChange();
    if (change.dropped) return places_.push_back(kDropped);
    const std::uint32_t place =
        change.becomes ? place_of(*change.becomes) : draft_.nodes.place_of(translate_(node.raw().id));
    places_.push_back(place);
    if (change.becomes)
      draft_.nodes.alias(place, translate_(node.raw().name));
    else
      draft_.nodes.name(place, translate_(node.raw().name), translate_(node.raw().type), kVotesOfGraph);
    for (const StringId alias : node.raw().aliases) draft_.nodes.alias(place, translate_(alias));
    NodeTable::Row& row = draft_.nodes[place];
    // What loses its edges to a decision goes with them, as it would if they came from articles.
    row.keep = row.keep || corrector_ == nullptr || degree(node.vertex(), graph_) == 0;
    row.mentions = std::max(row.mentions, node.mentions());
    row.documents = std::max(row.documents, node.documents());
    const Attributes attributes = translate_(node.attributes());
    row.attributes.insert(row.attributes.end(), attributes.begin(), attributes.end());
  }

  std::uint32_t place_of(const Entity& entity) {
    add_entity(draft_, entity);
    return draft_.nodes.place_of(draft_.pool().intern(entity.id));
  }

  GraphCorrector::Ends ends_of(std::uint32_t source, std::uint32_t target) {
    const auto text = [this](StringId id) { return draft_.pool().text(id); };
    return {text(draft_.nodes[source].id), text(draft_.nodes.best_naming(source).name),
            text(draft_.nodes[target].id), text(draft_.nodes.best_naming(target).name)};
  }

  // The row as a decision makes it; `scope` where that is said.
  Row corrected(const StatementRow& row, const GraphCorrector::EdgeChange& change) {
    Row result{row, std::nullopt, change.dropped,
               change.subject || change.object || change.relation || change.status || change.scope};
    if (result.dropped || !result.changed) return result;
    const auto text = [this](const std::string& key) { return draft_.pool().intern(key); };
    if (change.subject) result.to.subject = place_of(*change.subject);
    if (change.object) result.to.object = place_of(*change.object);
    if (change.relation) result.to.relation = text(*change.relation);
    if (change.status) result.to.status = text(*change.status);
    if (change.scope) result.scope = text(*change.scope);
    return result;
  }

  void add_edge(const EdgeView& view) {
    const std::uint32_t source = places_[view.source().vertex()];
    const std::uint32_t target = places_[view.target().vertex()];
    if (source == kDropped || target == kDropped) return;
    Edge edge = translate_(view.raw());
    const StatementRow row{source, target, edge.relation, edge.status};
    const std::uint32_t attributes = keep(translate_(view.attributes()));
    if (view.statement_count() == 0) return add_bare_edge(view, edge, row, attributes);
    if (attributes != 0) draft_.carried.try_emplace({source, target, edge.relation, edge.status}, attributes);
    for (std::size_t i = 0; i < view.statement_count(); ++i) add_statement(view, view.statement(i), row);
  }

  void add_bare_edge(const EdgeView& view, Edge edge, const StatementRow& row, std::uint32_t attributes) {
    Row to{row, std::nullopt};
    if (corrector_ != nullptr) to = corrected(row, corrector_->of(view, ends_of(row.subject, row.object)));
    if (to.dropped) return;
    edge.relation = to.to.relation;
    edge.status = to.to.status;
    if (to.scope) edge.scope = *to.scope;
    if (to.changed) edge.id = ShortId();  // made from what it is now
    edge.attributes = attributes;
    draft_.given.push_back({to.to.subject, to.to.object, edge});
    if (draft_.is_link(edge)) draft_.nodes.link(to.to.subject, edge.relation, to.to.object);
  }

  void add_statement(const EdgeView& view, const StatementView& statement, const StatementRow& row) {
    Row to{row, std::nullopt};
    if (corrector_ != nullptr)
      to = corrected(row, corrector_->of(view, statement, ends_of(row.subject, row.object)));
    if (to.dropped) return;
    draft_.rows.push_back(to.to);
    draft_.data.statements.push_back(translate_(statement.raw()));
    if (to.scope) draft_.data.statements.back().scope = *to.scope;
  }

  std::uint32_t keep(Attributes attributes) {
    if (attributes.empty()) return 0;
    auto& all = draft_.data.edge_attributes;
    all.push_back(std::move(attributes));
    return static_cast<std::uint32_t>(all.size() - 1);
  }

  GraphDraft& draft_;
  const Graph& graph_;
  const GraphCorrector* corrector_;
  Translation translate_;
  std::vector<std::uint32_t> places_;
};

}  // namespace

void add_graph(GraphDraft& draft, const Graph& graph, const GraphCorrector* corrector) {
  GraphAdder(draft, graph, corrector).add();
}

}  // namespace newsgraph
