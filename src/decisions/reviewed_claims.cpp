#include "decisions/reviewed_claims.h"

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>

#include "support/error.h"

namespace newsgraph {
namespace {

template <typename Text>
std::optional<std::string> changed(const Text& before, const Text& after) {
  return before == after ? std::nullopt : std::optional<std::string>(after);
}

Changes changes_of(const Claim& before, const Claim& after) {
  Changes changes;
  changes.subject = changed(before.subject.name, after.subject.name);
  changes.object = changed(before.object.name, after.object.name);
  changes.subject_type = changed(before.subject.type, after.subject.type);
  changes.object_type = changed(before.object.type, after.object.type);
  for (auto* type : {&changes.subject_type, &changes.object_type})
    if (*type && (*type)->empty()) type->reset();
  changes.relation = changed(before.relation, after.relation);
  changes.scope = changed(before.scope, after.scope);
  if (before.status != after.status) changes.status = to_string(after.status);
  return changes;
}

bool changed_beside(const Claim& before, const Claim& after) {
  const auto speaker = [](const Claim& claim) { return claim.speaker ? claim.speaker->name : std::string(); };
  return before.document.date != after.document.date || before.evidence.text != after.evidence.text ||
         speaker(before) != speaker(after);
}

// About the claim as it was found: its sentence finds it where it has another id.
Decision about(const Claim& claim, Verb verb, const std::string& by) {
  Decision decision;
  decision.verb = verb;
  decision.claim = claim.id;
  decision.sentence = claim.evidence.text;
  decision.subject = claim.subject.text;
  decision.relation = claim.relation;
  decision.object = claim.object.text;
  decision.by = by;
  return decision;
}

using ById = std::map<std::string, const Claim*, std::less<>>;

// A row that was copied and changed while the first stayed: nobody can tell which of them is meant.
ById by_id(const std::vector<Claim>& claims) {
  ById found;
  for (const Claim& claim : claims) {
    const auto [place, is_new] = found.emplace(claim.id, &claim);
    if (is_new || changes_of(*place->second, claim).empty()) continue;
    throw Error(
        "the claim " + claim.id + " stands twice with different contents, first in " + place->second->origin,
        claim.origin, "Keep one of them.");
  }
  return found;
}

// What a claim says and where, without its id.
using Saying = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view>;

Saying saying_of(const Claim& claim) {
  return {claim.evidence.text, claim.subject.name, claim.relation, claim.object.name};
}

// A table that has lost its ids, or some: what it kept would count as rejected.
void refuse_lost_ids(const std::vector<const Claim*>& gone, const std::vector<const Claim*>& added) {
  std::map<Saying, const Claim*> sayings;
  for (const Claim* claim : added) sayings.emplace(saying_of(*claim), claim);
  for (const Claim* claim : gone) {
    const auto found = sayings.find(saying_of(*claim));
    if (found == sayings.end()) continue;
    throw Error("says what the claim " + claim->id +
                    " says, but has not its id, and a claim that is gone counts as rejected",
                found->second->origin, "Keep the ids of claims, in a table the column \"id\".");
  }
}

}  // namespace

ReviewedClaims reviewed_claims(const std::vector<Claim>& before, const std::vector<Claim>& after,
                               const std::string& by) {
  const ById reviewed = by_id(after);
  ReviewedClaims outcome;
  std::set<std::string_view> found_before;
  for (const Claim& claim : before) found_before.insert(claim.id);
  std::vector<const Claim*> added;
  for (const auto& [id, claim] : reviewed)
    if (!found_before.contains(id)) added.push_back(claim);
  outcome.added = added.size();
  std::vector<const Claim*> gone;
  for (const Claim& claim : before)
    if (!reviewed.contains(claim.id)) gone.push_back(&claim);
  refuse_lost_ids(gone, added);
  for (const Claim& claim : before) {
    const auto found = reviewed.find(claim.id);
    if (found == reviewed.end()) {
      ++outcome.rejected;
      outcome.decisions.push_back(about(claim, Verb::reject, by));
      continue;
    }
    ++outcome.kept;
    outcome.beside += changed_beside(claim, *found->second) ? 1 : 0;
    Decision decision = about(claim, Verb::edit, by);
    decision.set = changes_of(claim, *found->second);
    const bool edited = !decision.set.empty();
    if (!edited && found->second->verdict != kAccept) continue;
    if (!edited) decision.verb = Verb::accept;
    ++(edited ? outcome.edited : outcome.accepted);
    outcome.decisions.push_back(std::move(decision));
  }
  return outcome;
}

}  // namespace newsgraph
