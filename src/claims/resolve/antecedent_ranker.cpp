#include "claims/resolve/antecedent_ranker.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "support/error.h"

extern "C" {
extern const unsigned char newsgraph_antecedents[];
extern const unsigned char newsgraph_antecedents_end[];
}

namespace newsgraph {

AntecedentRanker AntecedentRanker::parse(std::string_view json, const std::string& origin) {
  try {
    const auto data = nlohmann::json::parse(json);
    AntecedentRanker ranker;
    ranker.weights_ = LinearWeights(data.at("weights").get<LinearWeights::Table>());
    return ranker;
  } catch (const nlohmann::json::exception& error) {
    throw Error(std::string("this is no ranker of antecedents: ") + error.what(), origin,
                "It is made by tools/train/antecedents.py.");
  }
}

const AntecedentRanker& AntecedentRanker::built_in() {
  static const AntecedentRanker ranker =
      parse(std::string_view(reinterpret_cast<const char*>(newsgraph_antecedents),
                             static_cast<std::size_t>(newsgraph_antecedents_end - newsgraph_antecedents)),
            "built-in ranker of antecedents");
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
