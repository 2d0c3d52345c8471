#include "graph/builder.h"

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "graph/assembly.h"
#include "graph/document_table.h"
#include "graph/grouping.h"
#include "graph/node_table.h"
#include "graph/rollup.h"
#include "graph/summary.h"
#include "graph/translation.h"
#include "graph/view.h"
#include "support/hash.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

// What is known outweighs what texts call it, and an entity what a file calls it.
constexpr std::uint64_t kVotesOfGraph = std::uint64_t{1} << 40;
constexpr std::uint64_t kVotesOfEntity = std::uint64_t{1} << 41;

std::uint16_t offset_from(const Extent& extent, std::uint32_t start) {
  if (extent.end <= extent.begin || extent.begin < start) return Statement::kNoOffset;
  const std::uint32_t offset = extent.begin - start;
  return offset < Statement::kNoOffset ? static_cast<std::uint16_t>(offset) : Statement::kNoOffset;
}

Statement statement_of(const Claim& claim, StringPool& pool, DocumentTable& documents) {
  const DocumentRef& document = claim.document;
  Statement result;
  result.claim = ShortId(claim.id, "c-", pool);
  result.document = documents.intern({pool.intern(document.id), pool.intern(document.title),
                                      pool.intern(document.date), pool.intern(document.url)});
  result.text = pool.intern(claim.evidence.text);
  result.subject_text = pool.intern(claim.subject.text);
  result.object_text = pool.intern(claim.object.text);
  if (claim.trigger) result.trigger = pool.intern(claim.trigger->text);
  result.scope = pool.intern(claim.scope);
  if (claim.speaker) result.speaker = pool.intern(claim.speaker->name);
  result.rule = pool.intern(claim.rule);
  result.confidence = static_cast<float>(claim.confidence);
  const Extent& sentence = claim.evidence.extent;
  if (sentence.end <= sentence.begin) return result;  // a row of a table has no place
  result.start = sentence.begin;
  result.subject_offset = offset_from(claim.subject.extent, sentence.begin);
  result.object_offset = offset_from(claim.object.extent, sentence.begin);
  if (claim.trigger) result.trigger_offset = offset_from(claim.trigger->extent, sentence.begin);
  return result;
}

// The id of an argument without one. The underscore keeps it apart from ids of names.
std::string unnamed_id(const Argument& argument) {
  const std::string slug = utf8::slug(argument.name);
  return "n_thing_" + (slug.empty() ? hex(hash64(argument.name)) : slug);
}

}  // namespace

struct GraphBuilder::State {
  // An edge with statements is made anew; what else it carried is kept here.
  using EdgeKey = std::tuple<std::uint32_t, std::uint32_t, StringId, StringId>;

  explicit State(BuildOptions build_options) : options(std::move(build_options)) {}

  BuildOptions options;
  BuildReport report;
  GraphData data;
  DocumentTable documents{data.documents};
  NodeTable nodes{*data.strings};
  std::vector<StatementRow> rows;            // as many as data.statements
  std::vector<EdgeDraft> given;              // edges without statements
  std::map<EdgeKey, std::uint32_t> carried;  // places in data.edge_attributes

  StringPool& pool() { return *data.strings; }
  bool takes(const Claim& claim) const;
  std::uint32_t place_of(const Argument& argument);
  void add_nodes(const Graph& graph, Translation& translate, std::vector<std::uint32_t>& places);
  void add_edge(const EdgeView& edge, Translation& translate, const std::vector<std::uint32_t>& places);
  std::uint32_t keep_attributes(Attributes attributes);
  bool is_link(const Edge& edge);
  void roll_up();
  std::vector<bool> used_nodes() const;
  void add_links(std::vector<bool>& used);
  void drop_repeated_edges();
  std::vector<Node> take_nodes(const std::vector<bool>& used, std::vector<EdgeDraft>& edges);
  Graph build();
};

bool GraphBuilder::State::takes(const Claim& claim) const {
  if (options.unnamed) return true;
  if (!claim.subject.named) return false;
  const auto& relations = options.unnamed_objects;
  return claim.object.named ||
         std::find(relations.begin(), relations.end(), claim.relation) != relations.end();
}

std::uint32_t GraphBuilder::State::place_of(const Argument& argument) {
  const std::uint32_t place =
      nodes.place_of(pool().intern(argument.entity.empty() ? unnamed_id(argument) : argument.entity));
  nodes.name(place, pool().intern(argument.name), pool().intern(argument.named ? argument.type : "thing"), 1);
  for (const std::string& alias : argument.aliases) nodes.alias(place, pool().intern(alias));
  return place;
}

void GraphBuilder::State::add_nodes(const Graph& graph, Translation& translate,
                                    std::vector<std::uint32_t>& places) {
  for (const NodeView node : node_views(graph)) {
    const std::uint32_t place = nodes.place_of(translate(node.raw().id));
    places.push_back(place);
    nodes.name(place, translate(node.raw().name), translate(node.raw().type), kVotesOfGraph);
    for (const StringId alias : node.raw().aliases) nodes.alias(place, translate(alias));
    NodeTable::Row& row = nodes[place];
    row.keep = true;
    row.mentions = std::max(row.mentions, node.mentions());
    row.documents = std::max(row.documents, node.documents());
    const Attributes attributes = translate(node.attributes());
    row.attributes.insert(row.attributes.end(), attributes.begin(), attributes.end());
  }
}

std::uint32_t GraphBuilder::State::keep_attributes(Attributes attributes) {
  if (attributes.empty()) return 0;
  data.edge_attributes.push_back(std::move(attributes));
  return static_cast<std::uint32_t>(data.edge_attributes.size() - 1);
}

bool GraphBuilder::State::is_link(const Edge& edge) {
  const std::string_view relation = pool().text(edge.relation);
  return edge.statement_count == 0 && (relation == "part_of" || relation == "represents");
}

void GraphBuilder::State::add_edge(const EdgeView& view, Translation& translate,
                                   const std::vector<std::uint32_t>& places) {
  const std::uint32_t source = places[view.source().vertex()];
  const std::uint32_t target = places[view.target().vertex()];
  Edge edge = translate(view.raw());
  const std::uint32_t attributes = keep_attributes(translate(view.attributes()));
  if (view.statement_count() == 0) {
    edge.attributes = attributes;
    given.push_back({source, target, edge});
    if (is_link(edge)) nodes.link(source, edge.relation, target);
    return;
  }
  if (attributes != 0) carried.try_emplace({source, target, edge.relation, edge.status}, attributes);
  for (const Statement& statement : view.raw_statements()) {
    rows.push_back({source, target, edge.relation, edge.status});
    data.statements.push_back(translate(statement));
  }
}

void GraphBuilder::State::roll_up() {
  std::vector<Actor> actors(nodes.size());
  for (std::uint32_t place = 0; place < nodes.size(); ++place) {
    std::vector<NodeLink> links = nodes[place].links;
    std::sort(links.begin(), links.end(), [this](const NodeLink& a, const NodeLink& b) {
      // "represents" says more than "part_of", and comes after it.
      if (a.relation != b.relation) return pool().text(a.relation) > pool().text(b.relation);
      return pool().text(nodes[a.target].id) < pool().text(nodes[b.target].id);
    });
    actors[place].type = pool().text(nodes.best_naming(place).type);
    for (const NodeLink& link : links) actors[place].links.push_back(link.target);
  }
  const std::vector<std::uint32_t> chosen = representatives(actors, options.rollup);
  const auto is_loop = [&](std::uint32_t a, std::uint32_t b) { return a != b && chosen[a] == chosen[b]; };

  std::size_t kept = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    StatementRow row = rows[i];
    if (is_loop(row.subject, row.object)) continue;
    row.subject = chosen[row.subject];
    row.object = chosen[row.object];
    rows[kept] = row;
    data.statements[kept++] = data.statements[i];
  }
  report.rolled_loops += rows.size() - kept;
  rows.resize(kept);
  data.statements.resize(kept);

  std::erase_if(given, [&](const EdgeDraft& draft) { return is_loop(draft.source, draft.target); });
  for (EdgeDraft& draft : given) {
    if (chosen[draft.source] != draft.source || chosen[draft.target] != draft.target) draft.edge.id = {};
    draft.source = chosen[draft.source];
    draft.target = chosen[draft.target];
  }
  std::map<EdgeKey, std::uint32_t> moved;
  for (const auto& [key, attributes] : carried) {
    const auto& [source, target, relation, status] = key;
    moved.try_emplace({chosen[source], chosen[target], relation, status}, attributes);
  }
  carried = std::move(moved);
  for (std::uint32_t place = 0; place < nodes.size(); ++place)
    if (chosen[place] != place) nodes[place].keep = false;
}

// Links of every node that the graph has, and of those that they lead to.
void GraphBuilder::State::add_links(std::vector<bool>& used) {
  std::vector<std::uint32_t> open;
  for (std::uint32_t place = 0; place < nodes.size(); ++place)
    if (used[place]) open.push_back(place);
  while (!open.empty()) {
    const std::uint32_t source = open.back();
    open.pop_back();
    for (const NodeLink& link : nodes[source].links) {
      EdgeDraft draft{source, link.target, {}};
      draft.edge.relation = link.relation;
      given.push_back(draft);
      if (used[link.target]) continue;
      used[link.target] = true;
      open.push_back(link.target);
    }
  }
}

// Edges without statements that are given twice: by two files, or by a file and the entities.
void GraphBuilder::State::drop_repeated_edges() {
  const auto key = [this](const EdgeDraft& draft) {
    // A link is known by what it says; other edges by their id, so that parallel edges stay.
    const std::uint64_t id = is_link(draft.edge) ? 0 : draft.edge.id.number();
    return std::tuple(draft.source, draft.target, draft.edge.relation, draft.edge.status, id);
  };
  std::stable_sort(given.begin(), given.end(),
                   [&](const EdgeDraft& a, const EdgeDraft& b) { return key(a) < key(b); });
  const auto same = [&](const EdgeDraft& a, const EdgeDraft& b) {
    return key(a) == key(b) && (is_link(a.edge) || !a.edge.id.empty());
  };
  given.erase(std::unique(given.begin(), given.end(), same), given.end());
}

// The nodes that are used; edges then point at their places in the result.
std::vector<Node> GraphBuilder::State::take_nodes(const std::vector<bool>& used,
                                                  std::vector<EdgeDraft>& edges) {
  std::vector<Node> result;
  std::vector<std::uint32_t> place(nodes.size());
  for (std::uint32_t i = 0; i < nodes.size(); ++i) {
    if (!used[i]) continue;
    place[i] = static_cast<std::uint32_t>(result.size());
    result.push_back(nodes.take(i));
  }
  for (EdgeDraft& draft : edges) {
    draft.source = place[draft.source];
    draft.target = place[draft.target];
  }
  return result;
}

std::vector<bool> GraphBuilder::State::used_nodes() const {
  std::vector<bool> used(nodes.size());
  for (std::uint32_t place = 0; place < nodes.size(); ++place) used[place] = nodes[place].keep;
  for (const StatementRow& row : rows) used[row.subject] = used[row.object] = true;
  for (const EdgeDraft& draft : given) used[draft.source] = used[draft.target] = true;
  return used;
}

Graph GraphBuilder::State::build() {
  if (options.rollup != Rollup::none) roll_up();
  std::vector<bool> used = used_nodes();
  if (options.links) add_links(used);
  drop_repeated_edges();

  std::vector<StringId> ids(nodes.size());
  for (std::uint32_t place = 0; place < nodes.size(); ++place) ids[place] = nodes[place].id;
  GroupedEdges grouped = group_statements(data, std::move(rows), ids, options.edges);
  report.repeated += grouped.repeated;
  report.statements = data.statements.size();
  if (!carried.empty())
    for (EdgeDraft& draft : grouped.edges) {
      const auto found = carried.find({draft.source, draft.target, draft.edge.relation, draft.edge.status});
      if (found != carried.end()) draft.edge.attributes = found->second;
    }
  std::vector<EdgeDraft> edges = std::move(grouped.edges);
  edges.insert(edges.end(), given.begin(), given.end());
  std::vector<Node> list = take_nodes(used, edges);
  Graph graph = assemble(std::move(data), std::move(list), std::move(edges));
  summarize_nodes(graph);
  return graph;
}

GraphBuilder::GraphBuilder(const BuildOptions& options) : state_(std::make_unique<State>(options)) {}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;
GraphBuilder& GraphBuilder::operator=(GraphBuilder&&) noexcept = default;

void GraphBuilder::add(const Entity& entity) {
  State& state = *state_;
  StringPool& pool = state.pool();
  const std::uint32_t place = state.nodes.place_of(pool.intern(entity.id));
  state.nodes.name(place, pool.intern(entity.name), pool.intern(entity.type), kVotesOfEntity);
  for (const std::string& alias : entity.aliases) state.nodes.alias(place, pool.intern(alias));
  for (const EntityLink& link : entity.links)
    state.nodes.link(place, pool.intern(link.relation), state.nodes.place_of(pool.intern(link.target)));
}

void GraphBuilder::add(const Claim& claim) {
  State& state = *state_;
  if (!state.takes(claim)) {
    ++state.report.unnamed;
    return;
  }
  const std::uint32_t subject = state.place_of(claim.subject);
  const std::uint32_t object = state.place_of(claim.object);
  StringPool& pool = state.pool();
  state.rows.push_back({subject, object, pool.intern(claim.relation), pool.intern(to_string(claim.status))});
  state.data.statements.push_back(statement_of(claim, pool, state.documents));
}

void GraphBuilder::add(const Graph& graph) {
  State& state = *state_;
  Translation translate(newsgraph::data(graph), state.pool(), state.documents);
  std::vector<std::uint32_t> places;
  state.add_nodes(graph, translate, places);
  for (const EdgeView edge : edge_views(graph)) state.add_edge(edge, translate, places);
  const Attributes attributes = translate(newsgraph::data(graph).attributes);
  Attributes& own = state.data.attributes;
  own.insert(own.end(), attributes.begin(), attributes.end());
  sort_attributes(own, state.pool());
}

Graph GraphBuilder::build(BuildReport* report) {
  const std::unique_ptr<State> state = std::exchange(state_, std::make_unique<State>(state_->options));
  Graph graph = state->build();
  if (report != nullptr) *report = state->report;
  return graph;
}

}  // namespace newsgraph
