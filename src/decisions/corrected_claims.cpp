#include "decisions/corrected_claims.h"

#include <algorithm>
#include <string>
#include <unordered_set>

namespace newsgraph {
namespace {

// The argument is somebody else from now on; what stands in the text stays.
void become(Argument& argument, const std::optional<std::string>& name,
            const std::optional<std::string>& type) {
  if (name && *name != argument.name) {
    argument.name = *name;
    argument.named = true;
    argument.entity.clear();
    argument.aliases.clear();
    if (argument.type == "act" || argument.type == "thing") argument.type.clear();
  }
  if (type) argument.type = *type;
}

// Every argument of a claim: subject, object, and the speaker where there is one.
template <typename Use>
void for_each_argument(Claim& claim, const Use& use) {
  use(claim.subject);
  use(claim.object);
  if (claim.speaker) use(*claim.speaker);
}

}  // namespace

void apply(const Changes& changes, Claim& claim) {
  become(claim.subject, changes.subject, changes.subject_type);
  become(claim.object, changes.object, changes.object_type);
  if (changes.relation) claim.relation = *changes.relation;
  if (changes.status) claim.status = parse_status(*changes.status).value_or(claim.status);
  if (changes.scope) claim.scope = *changes.scope;
}

// Whether the claim stays.
bool ClaimCorrector::decide(Claim& claim, bool& decided) const {
  const Decision* decision = decisions_.about(
      Decisions::Saying{claim.id, claim.evidence.text, claim.subject.text, claim.subject.name, claim.relation,
                        claim.object.text, claim.object.name});
  decided = decision != nullptr;
  if (!decided) return true;
  if (decision->verb == Verb::reject) return false;
  apply(decision->set, claim);
  return true;
}

bool ClaimCorrector::rename(Argument& argument) const {
  const std::string* into = decisions_.merged(argument.name);
  if (into == nullptr) into = decisions_.merged(argument.entity);
  if (into == nullptr || *into == argument.name) return false;
  const std::string before = argument.name;
  become(argument, *into, std::nullopt);
  argument.aliases = {before};
  return true;
}

bool ClaimCorrector::names_ignored(const Claim& claim) const {
  for (const Argument* argument : {&claim.subject, &claim.object})
    if (decisions_.ignored(argument->name) || decisions_.ignored(argument->entity)) return true;
  return false;
}

ClaimCorrector::Outcome ClaimCorrector::decide_edge(Claim& claim, bool decided) const {
  const Decision* decision = decided ? nullptr
                                     : decisions_.about(Decisions::Ends{
                                           claim.subject.entity, claim.subject.name, claim.relation,
                                           claim.object.entity, claim.object.name, to_string(claim.status)});
  if (decision == nullptr || decision->verb == Verb::accept) return Outcome::kept;
  if (decision->verb == Verb::reject) return Outcome::dropped;
  apply(decision->set, claim);
  return Outcome::changed;
}

std::vector<Entity> ClaimCorrector::resolve(std::vector<Claim>& claims, std::string_view document_text,
                                            ResolverMemo* memo) const {
  if (decisions_.empty()) return resolver_.resolve(claims, document_text, memo);
  std::unordered_set<std::string> decided;  // ids
  std::erase_if(claims, [&](Claim& claim) {
    bool about_it = false;
    const bool stays = decide(claim, about_it);
    if (about_it && stays && decisions_.about_edges()) decided.insert(claim.id);
    return !stays;
  });
  for (Claim& claim : claims) for_each_argument(claim, [&](Argument& argument) { rename(argument); });
  std::vector<Entity> entities = resolver_.resolve(claims, document_text, memo);

  // Names that the tables gave, and edges, are known only now.
  bool again = false;
  std::erase_if(claims, [&](Claim& claim) {
    Outcome outcome =
        names_ignored(claim) ? Outcome::dropped : decide_edge(claim, decided.contains(claim.id));
    for_each_argument(claim, [&](Argument& argument) { again = rename(argument) || again; });
    again = again || outcome != Outcome::kept;
    return outcome == Outcome::dropped;
  });
  return again ? resolver_.resolve(claims, document_text) : entities;
}

}  // namespace newsgraph
