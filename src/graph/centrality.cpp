#include "graph/centrality.h"

#include <cmath>
#include <cstdint>

namespace newsgraph {
namespace {

constexpr double kDamping = 0.85;
constexpr double kTolerance = 1e-12;
constexpr unsigned kMostSteps = 500;

std::vector<double> total_weights(const Arcs& arcs) {
  std::vector<double> totals(arcs.size());
  for (std::size_t node = 0; node < arcs.size(); ++node)
    for (const Arc& arc : arcs[node]) totals[node] += arc.weight;
  return totals;
}

// Shortest paths from one source, and what they add to the nodes on them.
class BrandesSearch {
 public:
  explicit BrandesSearch(const Arcs& arcs)
      : arcs_(arcs), distance_(arcs.size(), kUnseen), paths_(arcs.size()), dependency_(arcs.size()) {}

  void add_from(std::uint32_t source, std::vector<double>& scores) {
    search(source);
    for (std::size_t i = order_.size(); i-- > 0;) {
      const std::uint32_t node = order_[i];
      for (const Arc& arc : arcs_[node])
        if (distance_[arc.target] == distance_[node] + 1)
          dependency_[node] += paths_[node] / paths_[arc.target] * (1 + dependency_[arc.target]);
      if (node != source) scores[node] += dependency_[node];
    }
    for (const std::uint32_t node : order_) distance_[node] = kUnseen, paths_[node] = dependency_[node] = 0;
  }

 private:
  static constexpr std::int64_t kUnseen = -1;

  void search(std::uint32_t source) {
    order_.assign(1, source);
    distance_[source] = 0;
    paths_[source] = 1;
    for (std::size_t next = 0; next < order_.size(); ++next) {
      const std::uint32_t node = order_[next];
      for (const Arc& arc : arcs_[node]) {
        if (distance_[arc.target] == kUnseen) {
          distance_[arc.target] = distance_[node] + 1;
          order_.push_back(arc.target);
        }
        if (distance_[arc.target] == distance_[node] + 1) paths_[arc.target] += paths_[node];
      }
    }
  }

  const Arcs& arcs_;
  std::vector<std::uint32_t> order_;  // nodes by distance
  std::vector<std::int64_t> distance_;
  std::vector<double> paths_;
  std::vector<double> dependency_;
};

}  // namespace

std::vector<double> pagerank(const Arcs& arcs) {
  const auto size = static_cast<double>(arcs.size());
  const std::vector<double> totals = total_weights(arcs);
  std::vector<double> ranks(arcs.size(), 1 / size);
  std::vector<double> next(arcs.size());
  for (unsigned step = 0; step < kMostSteps; ++step) {
    double dangling = 0;
    for (std::size_t node = 0; node < arcs.size(); ++node)
      if (arcs[node].empty()) dangling += ranks[node];
    next.assign(arcs.size(), (1 - kDamping + kDamping * dangling) / size);
    for (std::size_t node = 0; node < arcs.size(); ++node)
      for (const Arc& arc : arcs[node])
        next[arc.target] += kDamping * ranks[node] * arc.weight / totals[node];
    double change = 0;
    for (std::size_t node = 0; node < arcs.size(); ++node) change += std::abs(next[node] - ranks[node]);
    ranks.swap(next);
    if (change < kTolerance) break;
  }
  return ranks;
}

std::vector<double> betweenness(const Arcs& arcs, std::size_t stride) {
  std::vector<double> scores(arcs.size());
  BrandesSearch search(arcs);
  std::size_t sources = 0;
  for (std::size_t source = 0; source < arcs.size(); source += stride, ++sources)
    search.add_from(static_cast<std::uint32_t>(source), scores);
  const auto size = static_cast<double>(arcs.size());
  const double pairs = (size - 1) * (size - 2);
  const double scale = pairs > 0 ? size / static_cast<double>(sources) / pairs : 0;
  for (double& score : scores) score *= scale;
  return scores;
}

}  // namespace newsgraph
