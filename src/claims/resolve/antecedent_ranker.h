// Whom "the station", "the plan" or "it" takes up where no rule can tell: of all names of the document the
// likeliest, or none. A ranking model as in Denis and Baldridge (2008, "Specialized models and ranking for
// coreference resolution"): a softmax over the candidates, with "none" as one of them. The weights are data
// (data/models/antecedents.json), learned by tools/train/antecedents.py.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/resolve/reference.h"
#include "support/linear_weights.h"

namespace newsgraph {

struct AntecedentCandidate {
  const Actor* actor = nullptr;  // of the discourse; null: nobody who is named
  std::vector<NamedFeature> features;
};

// The actors that a pronoun or noun may mean, those that are named last first, and "none" behind them. `said`
// is whom the rules take it for, empty where they cannot say. Of other sentences the trees count that are
// there anyway.
std::vector<AntecedentCandidate> antecedent_candidates(Discourse& discourse, const RelationSchema& schema,
                                                       Place at, std::string_view said);

class AntecedentRanker {
 public:
  // The one that is built into the program.
  static const AntecedentRanker& built_in();
  // Throws Error where the text is no ranker; `origin` names it in messages.
  static AntecedentRanker parse(std::string_view json, const std::string& origin);

  // The probability of each candidate.
  std::vector<double> probabilities(const std::vector<AntecedentCandidate>& candidates) const;

 private:
  LinearWeights weights_;
};

// Whom a phrase means, that the rules take for `found`: the likeliest name where they have no answer or it is
// hardly theirs.
std::optional<Reference> rank_antecedents(const ResolutionContext& context, Place given,
                                          std::optional<Reference> found);

}  // namespace newsgraph
