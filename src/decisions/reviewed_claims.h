// What somebody has done to claims in an editor, a spreadsheet or a notebook, as decisions.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "claims/record/claim.h"
#include "decisions/decision.h"

namespace newsgraph {

struct ReviewedClaims {
  std::vector<Decision> decisions;  // in the order of the claims
  std::uint64_t rejected = 0;
  std::uint64_t edited = 0;
  std::uint64_t accepted = 0;
  std::uint64_t kept = 0;    // claims that are in both, decided or not
  std::uint64_t beside = 0;  // of these, whose date, sentence or speaker changed, which no decision holds
  std::uint64_t added = 0;   // claims that are in the later ones only, about which there is nothing to decide
};

// Claims as they were found and the same, by their ids, after the review: one that is gone is rejected;
// names, types, relation, status and scope that changed are an edit; the verdict "accept" is kept. `by` is
// noted with each decision. Throws Error where a claim stands twice after the review, and differently, or has
// lost its id.
ReviewedClaims reviewed_claims(const std::vector<Claim>& before, const std::vector<Claim>& after,
                               const std::string& by);

}  // namespace newsgraph
