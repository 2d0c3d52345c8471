#include "graph/community.h"

#include <algorithm>
#include <boost/pending/disjoint_sets.hpp>
#include <numeric>

namespace newsgraph {
namespace {

constexpr double kLeastGain = 1e-9;

using Labels = std::vector<std::uint32_t>;

// One level: nodes may be communities of the level below, whose inner weight is a loop.
class Level {
 public:
  Level(Arcs arcs, std::vector<double> loops)
      : arcs_(std::move(arcs)), loops_(std::move(loops)), labels_(arcs_.size()), degrees_(loops_) {
    std::iota(labels_.begin(), labels_.end(), 0U);
    for (std::size_t node = 0; node < arcs_.size(); ++node)
      for (const Arc& arc : arcs_[node]) degrees_[node] += arc.weight;
    totals_ = degrees_;
    total_ = std::accumulate(degrees_.begin(), degrees_.end(), 0.0);
    links_.resize(arcs_.size());
  }

  // Moves nodes until none gains; false where none moved at all.
  bool improve() {
    bool any = false;
    for (bool moved = total_ > 0; moved;) {
      moved = false;
      for (std::uint32_t node = 0; node < arcs_.size(); ++node) moved = move(node) || moved;
      any = any || moved;
    }
    return any;
  }

  // Labels 0, 1, … in the order of their first node.
  Labels compact_labels() const {
    Labels names(arcs_.size(), kNone);
    Labels result(arcs_.size());
    std::uint32_t next = 0;
    for (std::size_t node = 0; node < arcs_.size(); ++node) {
      std::uint32_t& name = names[labels_[node]];
      if (name == kNone) name = next++;
      result[node] = name;
    }
    return result;
  }

  // The level above.
  Level joined(const Labels& labels) const {
    const std::uint32_t size = 1 + *std::max_element(labels.begin(), labels.end());
    Arcs arcs(size);
    std::vector<double> loops(size);
    for (std::size_t node = 0; node < arcs_.size(); ++node) {
      loops[labels[node]] += loops_[node];
      for (const Arc& arc : arcs_[node]) {
        if (labels[arc.target] == labels[node])
          loops[labels[node]] += arc.weight;
        else
          arcs[labels[node]].push_back({labels[arc.target], arc.weight});
      }
    }
    return Level(std::move(arcs), std::move(loops));
  }

 private:
  static constexpr std::uint32_t kNone = 0xffff'ffff;

  bool move(std::uint32_t node) {
    const std::uint32_t old = labels_[node];
    touched_.assign(1, old);
    for (const Arc& arc : arcs_[node]) {
      const std::uint32_t label = labels_[arc.target];
      if (links_[label] == 0 && label != old) touched_.push_back(label);
      links_[label] += arc.weight;
    }
    totals_[old] -= degrees_[node];
    const auto gain = [&](std::uint32_t label) {
      return links_[label] - totals_[label] * degrees_[node] / total_;
    };
    std::uint32_t best = old;
    double best_gain = gain(old);
    for (const std::uint32_t label : touched_)
      if (gain(label) > best_gain + kLeastGain) best = label, best_gain = gain(label);
    totals_[best] += degrees_[node];
    labels_[node] = best;
    for (const std::uint32_t label : touched_) links_[label] = 0;
    return best != old;
  }

  Arcs arcs_;
  std::vector<double> loops_;  // weight inside a node, both directions
  Labels labels_;
  std::vector<double> degrees_;
  std::vector<double> totals_;  // degrees of a community's nodes
  double total_ = 0;
  std::vector<double> links_;  // scratch: weight from one node to each community
  Labels touched_;
};

}  // namespace

Labels communities(const Arcs& arcs) {
  Labels result(arcs.size());
  std::iota(result.begin(), result.end(), 0U);
  Level level(arcs, std::vector<double>(arcs.size()));
  while (level.improve()) {
    const Labels labels = level.compact_labels();
    for (std::uint32_t& label : result) label = labels[label];
    level = level.joined(labels);
  }
  return result;
}

Labels number_by_size(const Labels& groups) {
  if (groups.empty()) return {};
  const std::size_t count = 1 + std::size_t{*std::max_element(groups.begin(), groups.end())};
  std::vector<std::size_t> sizes(count);
  std::vector<std::size_t> first(count, groups.size());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    ++sizes[groups[i]];
    first[groups[i]] = std::min(first[groups[i]], i);
  }
  Labels order(count);
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : first[a] < first[b];
  });
  Labels number(count);
  for (std::uint32_t i = 0; i < count; ++i) number[order[i]] = i;
  Labels result(groups.size());
  std::transform(groups.begin(), groups.end(), result.begin(),
                 [&](std::uint32_t group) { return number[group]; });
  return result;
}

std::vector<std::uint32_t> weak_components(const Graph& graph) {
  const std::size_t size = boost::num_vertices(graph);
  std::vector<std::uint32_t> rank(size);
  std::vector<std::uint32_t> parent(size);
  std::iota(parent.begin(), parent.end(), 0U);
  // Bare pointers would do, but for an overload inside Boost that hides theirs.
  const boost::typed_identity_property_map<std::uint32_t> index;
  boost::disjoint_sets sets(boost::make_iterator_property_map(rank.begin(), index),
                            boost::make_iterator_property_map(parent.begin(), index));
  for (const EdgeDescriptor edge : boost::make_iterator_range(boost::edges(graph)))
    sets.union_set(boost::source(edge, graph), boost::target(edge, graph));
  std::vector<std::uint32_t> groups(size);
  for (std::uint32_t i = 0; i < size; ++i) groups[i] = sets.find_set(i);
  return number_by_size(groups);
}

}  // namespace newsgraph
