#include "graph/builder.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "graph/draft_rows.h"
#include "graph/graph_corrector.h"
#include "graph/graph_draft.h"

namespace newsgraph {
namespace {

bool takes(const BuildOptions& options, const Claim& claim) {
  if (options.unnamed) return true;
  if (!claim.subject.named) return false;
  const auto& relations = options.unnamed_objects;
  return claim.object.named ||
         std::find(relations.begin(), relations.end(), claim.relation) != relations.end();
}

}  // namespace

struct GraphBuilder::State {
  explicit State(BuildOptions build_options) : options(std::move(build_options)) {}

  BuildOptions options;
  BuildReport report;
  GraphDraft draft;
};

GraphBuilder::GraphBuilder(const BuildOptions& options) : state_(std::make_unique<State>(options)) {}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

void GraphBuilder::add(const Entity& entity) {
  add_entity(state_->draft, entity);
}

void GraphBuilder::add(const Claim& claim) {
  if (takes(state_->options, claim))
    add_claim(state_->draft, claim);
  else
    ++state_->report.unnamed;
}

void GraphBuilder::drop_document(const std::string& id) {
  newsgraph::drop_document(state_->draft, id);
}

void GraphBuilder::add(std::span<const EdgeRow> rows) {
  add_rows(state_->draft, rows);
}

void GraphBuilder::resolve_rows(const EntityResolver& resolver, EntityTable& entities, unsigned jobs) {
  newsgraph::resolve_rows(state_->draft, resolver, entities, jobs);
}

void GraphBuilder::add(const Graph& graph, const GraphCorrector* corrector) {
  add_graph(state_->draft, graph, corrector != nullptr && corrector->active() ? corrector : nullptr);
}

Graph GraphBuilder::build(BuildReport* report) {
  if (!state_->draft.pending.rows.empty()) throw std::logic_error("rows of tables are not resolved");
  const std::unique_ptr<State> state = std::exchange(state_, std::make_unique<State>(state_->options));
  Graph graph = merge(state->draft, state->options, state->report);
  if (report != nullptr) *report = state->report;
  return graph;
}

}  // namespace newsgraph
