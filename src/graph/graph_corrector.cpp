#include "graph/graph_corrector.h"

#include "entities/entity_id.h"
#include "knowledge/name_key.h"

namespace newsgraph {
namespace {

constexpr std::string_view kPrefix = "n_";

// What the tables say of a name, or of the id that a node has.
const KnownEntity* known(const Knowledge& knowledge, const NodeView& node) {
  if (const KnownEntity* entity = knowledge.unambiguous(node.name())) return entity;
  return node.id().starts_with(kPrefix) ? knowledge.find(node.id().substr(kPrefix.size())) : nullptr;
}

bool same(const KnownEntity* a, const KnownEntity* b) {
  if (a == nullptr || b == nullptr) return a == b;
  return a->id == b->id && a->name == b->name && a->type == b->type && a->aliases == b->aliases;
}

}  // namespace

GraphCorrector::GraphCorrector(const Decisions& decisions, const EntityResolver& resolver)
    : decisions_(decisions),
      resolver_(resolver),
      own_names_(&resolver.knowledge() != &Knowledge::built_in()) {}

// As a text that names it would have it.
Entity GraphCorrector::entity(const std::string& name, std::string_view type, bool acts) const {
  if (auto found = resolver_.resolve_name(name, type, acts)) return std::move(found->entity);
  return {std::string(kPrefix) + id_of_unknown(resolver_.knowledge(), name, type),
          name,
          std::string(type),
          {},
          {}};
}

GraphCorrector::NodeChange GraphCorrector::of(const NodeView& node) const {
  NodeChange change;
  const Knowledge& knowledge = resolver_.knowledge();
  change.dropped =
      knowledge.ignored(node.name()) || decisions_.ignored(node.name()) || decisions_.ignored(node.id());
  if (change.dropped) return change;
  const std::string* into = decisions_.merged(node.name());
  if (into == nullptr) into = decisions_.merged(node.id());
  if (into != nullptr) {
    change.becomes = entity(*into, node.type(), true);
    return change;
  }
  if (!own_names_) return change;
  const KnownEntity* now = known(knowledge, node);
  if (now != nullptr && !same(now, known(Knowledge::built_in(), node))) change.becomes = to_entity(*now);
  return change;
}

GraphCorrector::EdgeChange GraphCorrector::change(const Decision& decision, std::string_view relation) const {
  EdgeChange change;
  change.dropped = decision.verb == Verb::reject;
  const Changes& set = decision.set;
  if (set.subject) change.subject = entity(*set.subject, set.subject_type.value_or(""), true);
  if (set.object) {
    const bool acts = resolver_.object_acts(set.relation.value_or(std::string(relation)));
    change.object = entity(*set.object, set.object_type.value_or(""), acts);
  }
  change.relation = set.relation;
  change.status = set.status;
  change.scope = set.scope;
  return change;
}

GraphCorrector::EdgeChange GraphCorrector::decided(const EdgeView& edge, const Ends& ends) const {
  const Decision* decision = decisions_.about(Decisions::Ends{
      ends.subject, ends.subject_name, edge.relation(), ends.object, ends.object_name, edge.status()});
  return decision == nullptr ? EdgeChange() : change(*decision, edge.relation());
}

GraphCorrector::EdgeChange GraphCorrector::of(const EdgeView& edge, const Ends& ends) const {
  return decided(edge, ends);
}

// A name of its own, where the node has several and these were split.
std::optional<Entity> GraphCorrector::parted(std::string_view text, std::string_view name, bool acts) const {
  if (text.empty() || !own_names_ || !resolver_.knowledge().kept_apart(text)) return std::nullopt;
  if (NameKey(text).lookup() == NameKey(name).lookup()) return std::nullopt;
  return entity(std::string(text), "", acts);
}

GraphCorrector::EdgeChange GraphCorrector::of(const EdgeView& edge, const StatementView& statement,
                                              const Ends& ends) const {
  ShortId::Buffer buffer;
  const Decision* decision = decisions_.about(
      Decisions::Saying{statement.claim(buffer), statement.text(), statement.subject_text(),
                        ends.subject_name, edge.relation(), statement.object_text(), ends.object_name});
  EdgeChange result = decision != nullptr ? change(*decision, edge.relation()) : decided(edge, ends);
  if (!result.subject) result.subject = parted(statement.subject_text(), ends.subject_name, true);
  if (!result.object)
    result.object = parted(statement.object_text(), ends.object_name, resolver_.object_acts(edge.relation()));
  return result;
}

}  // namespace newsgraph
