// Claims as decisions make them, with one id for each actor.
#pragma once

#include <string_view>
#include <vector>

#include "claims/record/claim.h"
#include "decisions/decisions.h"
#include "entities/resolver.h"

namespace newsgraph {

// What the decision says about a claim itself; its arguments have to be resolved anew.
void apply(const Changes& changes, Claim& claim);

// Does what EntityResolver::resolve() does, with the decisions applied, in the order of docs/decisions.md:
// claims that are rejected go, edits and merged names are taken over, ignored names go with their claims, and
// what is decided about an edge counts for those of its claims about which nothing is decided. Ids of claims
// stay. Without decisions it is the same as resolve(). Threads may share one.
class ClaimCorrector {
 public:
  // Keeps references to both.
  ClaimCorrector(const Decisions& decisions, const EntityResolver& resolver)
      : decisions_(decisions), resolver_(resolver) {}

  std::vector<Entity> resolve(std::vector<Claim>& claims, std::string_view document_text = {},
                              ResolverMemo* memo = nullptr) const;

 private:
  enum class Outcome { kept, changed, dropped };

  bool decide(Claim& claim, bool& decided) const;
  bool rename(Argument& argument) const;
  bool names_ignored(const Claim& claim) const;
  Outcome decide_edge(Claim& claim, bool decided) const;

  const Decisions& decisions_;
  const EntityResolver& resolver_;
};

}  // namespace newsgraph
