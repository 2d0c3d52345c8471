#include "claims/resolve/antecedent_ranker.h"

#include <algorithm>
#include <cmath>

#include "support/embedded.h"
#include "support/weights_file.h"

NEWSGRAPH_EMBEDDED(newsgraph_antecedents);

namespace newsgraph {

AntecedentRanker AntecedentRanker::parse(std::string_view json, const std::string& origin) {
  AntecedentRanker ranker;
  ranker.weights_ =
      read_weights(json, {"newsgraph antecedents", origin, "tools/train/antecedents.py"}).weights;
  return ranker;
}

const AntecedentRanker& AntecedentRanker::built_in() {
  static const AntecedentRanker ranker =
      parse(NEWSGRAPH_EMBEDDED_TEXT(newsgraph_antecedents), "built-in ranker of antecedents");
  return ranker;
}

std::vector<double> AntecedentRanker::probabilities(
    const std::vector<AntecedentCandidate>& candidates) const {
  std::vector<double> values;
  values.reserve(candidates.size());
  for (const AntecedentCandidate& candidate : candidates) values.push_back(weights_.sum(candidate.features));
  if (values.empty()) return values;
  const double highest = *std::ranges::max_element(values);
  double sum = 0;
  for (double& value : values) sum += value = std::exp(value - highest);
  for (double& value : values) value /= sum;
  return values;
}

}  // namespace newsgraph
