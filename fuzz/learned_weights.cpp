// Files of learned weights, asked about what they know and about what they do not.
#include <string>
#include <vector>

#include "claims/confidence/scorer.h"
#include "claims/resolve/antecedent_ranker.h"
#include "other_targets.h"
#include "targets.h"

namespace newsgraph::fuzz {
namespace {

// The words of the file between quotation marks: the names of its features, but for those that are escaped.
std::vector<NamedFeature> features_in(std::string_view json) {
  constexpr std::size_t kMost = 64;
  std::vector<NamedFeature> features;
  while (features.size() < kMost) {
    const auto begin = json.find('"');
    const auto end = json.find('"', begin + 1);
    if (begin == std::string_view::npos || end == std::string_view::npos) break;
    features.push_back({std::string(json.substr(begin + 1, end - begin - 1))});
    json.remove_prefix(end + 1);
  }
  return features;
}

bool is_probability(double value) {
  return value >= 0 && value <= 1;
}

}  // namespace

void run_antecedents(std::string_view bytes) {
  const AntecedentRanker ranker = AntecedentRanker::parse(bytes, "antecedents.json");
  std::vector<AntecedentCandidate> candidates{{nullptr, {}}, {nullptr, features_in(bytes)}};
  for (const NamedFeature& feature : candidates.back().features)
    candidates.push_back({nullptr, {feature, {"unheard of", -9}}});
  double sum = 0;
  for (const double each : ranker.probabilities(candidates)) {
    require(is_probability(each), "a candidate has a probability");
    sum += each;
  }
  require(sum > 0.999 && sum < 1.001, "the candidates share one probability");
}

void run_scorer(std::string_view bytes) {
  const Scorer scorer = Scorer::parse(bytes, "scorer.json");
  std::vector<NamedFeature> features = features_in(bytes);
  require(is_probability(scorer.probability({})), "a claim has a probability");
  require(is_probability(scorer.probability(features)), "a claim has a probability");
  for (NamedFeature& feature : features) feature.value = -kBestVerdict;
  require(is_probability(scorer.probability(features)), "a claim has a probability");
  for (const char* rule : {"verb:own", "learned:owns", "repeat:do"}) scorer.least(rule, true);
}

}  // namespace newsgraph::fuzz
