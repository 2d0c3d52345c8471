// A weighted sum of named features; the weights are learned elsewhere and are data.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsgraph {

// Something that is known, and how much of it there is.
struct NamedFeature {
  std::string name;
  double value = 1;
};

class LinearWeights {
 public:
  using Table = std::map<std::string, double, std::less<>>;

  LinearWeights() = default;
  explicit LinearWeights(Table weights) : weights_(std::move(weights)) {}

  bool contains(std::string_view name) const { return weights_.contains(name); }
  const Table& table() const { return weights_; }
  // What has no weight weighs nothing. In the order of the features, so that it is the same bits everywhere.
  double sum(const std::vector<NamedFeature>& features) const {
    double sum = 0;
    for (const NamedFeature& feature : features) {
      const auto weight = weights_.find(feature.name);
      if (weight != weights_.end()) sum += weight->second * feature.value;
    }
    return sum;
  }

 private:
  Table weights_;
};

}  // namespace newsgraph
