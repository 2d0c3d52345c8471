// How sure a claim is: logistic regression over what the encoder says of its trigger, arguments and status,
// and over how the rules found it. The weights are data (data/models/scorer.json), learned by
// tools/train/scorer.py from texts whose claims the encoder was not taught: docs/confidence.md.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/assemble/finding.h"
#include "support/linear_weights.h"

namespace newsgraph {

// Verdicts beyond these, either way, are all alike: the verifier is surer than it is right.
inline constexpr double kBestVerdict = 3;

// The finding as Analyzer::verify() takes it; nothing for relations that the model does not tell apart.
std::optional<ProposedClaim> proposed(const Finding& finding, const Sentence& sentence);
// The same under the marks of a relation (index into kClaimRelations) that need not be its own.
std::optional<ProposedClaim> proposed(const Finding& finding, const Sentence& sentence, std::size_t relation);

// How the rules found it, without the encoder: its rule, status, arguments and what stands in for them.
void add_found(const Finding& finding, const Sentence& sentence, std::vector<NamedFeature>& features);

// What there is to know of a finding in its sentence, in a fixed order; `verdict` is the logit of
// Analyzer::verify().
std::vector<NamedFeature> features_of(const Finding& finding, const Sentence& sentence, double verdict);

// 0 to 1: of claims with this confidence, about this share is right, by how the rules found it alone. Claims
// of relations that no Scorer knows have it. Calibrated on development gold.
double confidence_of(const Finding& finding);

class Scorer {
 public:
  // The one that is built into the program.
  static const Scorer& built_in();
  // Throws Error where the text is no scorer; `origin` names it in messages.
  static Scorer parse(std::string_view json, const std::string& origin);

  // Whether claims of the relation are scored by this; others keep the confidence of their rule.
  bool knows(std::string_view relation) const;
  // 0 to 1: of claims with this probability about this share is right, in news that nobody tuned to.
  double probability(const std::vector<NamedFeature>& features) const;
  // Claims of a rule ("verb:ban") with a lower probability are left out. What no rule of words stands behind
  // has to be surer: the weights are of news, and other texts tell rules and readings apart better than their
  // numbers; what only the model takes for blame most of all. A claim has to be surer, too, where not both
  // sides are `named`. What repeats an earlier claim
  // ("did the same") has no trigger of its own to be sure of, and stays.
  double least(std::string_view rule, bool named) const {
    if (rule.starts_with("repeat:")) return 0;
    const Least& least = named ? least_named_ : least_unnamed_;
    const auto own = least.rules.find(rule);
    if (own != least.rules.end()) return own->second;
    return rule.starts_with("learned:") ? least.learned : least.ruled;
  }

 private:
  struct Least {
    double ruled = 0, learned = 0;
    std::map<std::string, double, std::less<>> rules{};  // that have one of their own
  };

  LinearWeights weights_;
  double constant_ = 0;
  Least least_named_, least_unnamed_;
};

}  // namespace newsgraph
