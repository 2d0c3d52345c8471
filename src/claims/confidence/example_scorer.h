// How sure a claim of a user's own relation is, where the schema's examples tell: logistic regression over
// how the rules found it and what the model sees in it, starting from the confidence of its rule. Learned
// when a run begins: docs/relations.md.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "claims/assemble/finding.h"
#include "claims/confidence/logistic.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// What is known of a finding whose relation the built-in scorer does not know, in a fixed order.
// `impression`: what the model sees in it (Verdicts::impressions).
std::vector<NamedFeature> example_features(const Finding& finding, const Sentence& sentence,
                                           const std::vector<float>& impression);

// The log-odds of the confidence of a finding's rule.
double rule_odds(const Finding& finding);

class ExampleScorer {
 public:
  // With fewer right or wrong proposals than this nothing is learned: two or three mislead.
  static constexpr std::size_t kLeastOfEach = 4;
  // More of either are not looked at, so that a run begins soon.
  static constexpr std::size_t kMostOfEach = 200;
  // Claims of less are left out. Without examples none is.
  static constexpr double kLeast = 0.5;

  struct Learned {
    std::vector<Labelled> proposals;  // what it was learned from
    LinearWeights weights;
  };

  // Learns a relation from what the rules propose in the texts of its examples; where that is too little,
  // nothing.
  void learn(const std::string& relation, const std::vector<Labelled>& proposals);

  // Null for a relation that nothing was learned of.
  const Learned* find(std::string_view relation) const;

 private:
  std::map<std::string, Learned, std::less<>> relations_;
};

// 0 to 1, as Scorer::probability; `odds` are those of the rule.
double probability(const LinearWeights& weights, const std::vector<NamedFeature>& features, double odds);

// How many of the proposals come out on the wrong side of ExampleScorer::kLeast when they are judged by what
// the others teach, a fifth at a time.
std::size_t confused(const std::vector<Labelled>& proposals);

// What weighs most either way, the heaviest first, without what the model sees, which has no words.
std::vector<NamedFeature> heaviest(const LinearWeights& weights, std::size_t most);

}  // namespace newsgraph
