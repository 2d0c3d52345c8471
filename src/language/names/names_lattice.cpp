#include "language/names/names_lattice.h"

#include <algorithm>
#include <array>
#include <limits>

#include "language/network/portable_math.h"

namespace newsgraph {
namespace {

constexpr float kForbidden = -1e4F;

constexpr bool is_inside(int tag) {
  return tag > 0 && tag % 2 == 0;
}

constexpr bool may_follow(int from, int to) {
  return !is_inside(to) || from == to || from == to - 1;
}

std::vector<int> best_tags(std::span<const float> scores, const NameTransitions& transitions) {
  const std::size_t length = scores.size() / kNameTags;
  std::vector<std::array<int, kNameTags>> from(length);
  std::array<float, kNameTags> best{};
  for (int tag = 0; tag < kNameTags; ++tag) best[tag] = transitions.start(tag) + scores[tag];
  for (std::size_t t = 1; t < length; ++t) {
    std::array<float, kNameTags> next;
    next.fill(-std::numeric_limits<float>::infinity());
    // The tags to come are the inner loop, for then the compiler makes vectors of them.
    for (int tag = 0; tag < kNameTags; ++tag) {
      for (int to = 0; to < kNameTags; ++to) {
        const float sum = best[tag] + transitions.move(tag, to);
        const bool better = sum > next[to];
        next[to] = better ? sum : next[to];
        from[t][to] = better ? tag : from[t][to];
      }
    }
    for (int to = 0; to < kNameTags; ++to) {
      best[to] = next[to] + scores[t * kNameTags + static_cast<std::size_t>(to)];
    }
  }
  std::vector<int> tags(length);
  tags[length - 1] = static_cast<int>(std::ranges::max_element(best) - best.begin());
  for (std::size_t t = length - 1; t > 0; --t) tags[t - 1] = from[t][tags[t]];
  return tags;
}

}  // namespace

NameTransitions::NameTransitions(std::span<const float> move, std::span<const float> start) {
  for (int from = 0; from < kNameTags; ++from) {
    for (int to = 0; to < kNameTags; ++to) {
      const float weight = move[static_cast<std::size_t>(from * kNameTags + to)];
      move_[from][to] = may_follow(from, to) ? weight : kForbidden;
      move_weight_[from][to] = may_follow(from, to) ? exponential(weight) : 0;
      weight_before_[to][from] = move_weight_[from][to];
    }
    const float weight = start[static_cast<std::size_t>(from)];
    start_[from] = is_inside(from) ? kForbidden : weight;
    start_weight_[from] = is_inside(from) ? 0 : exponential(weight);
  }
}

std::vector<Name> best_names(std::span<const float> scores, const NameTransitions& transitions) {
  std::vector<Name> names;
  if (scores.empty()) return names;
  const std::vector<int> tags = best_tags(scores, transitions);
  for (std::size_t t = 0; t < tags.size(); ++t) {
    const auto token = static_cast<std::int32_t>(t);
    if (is_inside(tags[t]) &&
        !names.empty()) {  // of a model that weighs everything alike the first may be inside
      names.back().last = token;
    } else if (tags[t] != kOutsideTag) {
      names.push_back({token, token, static_cast<NameType>((tags[t] - 1) / 2), 0});
    }
  }
  return names;
}

NameLattice::NameLattice(std::span<const float> scores, const NameTransitions& transitions)
    : transitions_(&transitions),
      factors_(scores.size() / kNameTags),
      before_(factors_.size()),
      after_(factors_.size()),
      scale_(factors_.size()) {
  const std::size_t length = factors_.size();
  Row state{};
  for (int tag = 0; tag < kNameTags; ++tag) state[tag] = transitions.start_weight(tag);
  for (std::size_t t = 0; t < length; ++t) {
    const std::span<const float> row = scores.subspan(t * kNameTags, kNameTags);
    const float peak = *std::ranges::max_element(row);
    before_[t] = state;
    double sum = 0;
    for (std::size_t tag = 0; tag < kNameTags; ++tag) {
      factors_[t][tag] = exponential(static_cast<double>(row[tag]) - peak);
      state[tag] *= factors_[t][tag];
      sum += state[tag];
    }
    scale_[t] = sum;
    Row next{};
    for (int from = 0; from < kNameTags; ++from) {
      const double share = state[from] / sum;
      for (int to = 0; to < kNameTags; ++to) next[to] += share * transitions.move_weight(from, to);
    }
    state = next;
  }
  if (length > 0) after_[length - 1].fill(1);
  for (std::size_t t = length - 1; t-- > 0 && length > 1;) {
    Row sum{};
    for (int to = 0; to < kNameTags; ++to) {
      const double mass = factors_[t + 1][to] * after_[t + 1][to] / scale_[t + 1];
      for (int from = 0; from < kNameTags; ++from) sum[from] += transitions.weight_before(to, from) * mass;
    }
    after_[t] = sum;
  }
}

double NameLattice::vote(int first, int last, int type) const {
  const auto begin = static_cast<std::size_t>(first);
  const auto end = static_cast<std::size_t>(last);
  int tag = begin_tag(type);
  const int inside = inside_tag(type);
  double mass = before_[begin][tag] * factors_[begin][tag] / scale_[begin];
  for (std::size_t t = begin + 1; t <= end; ++t) {
    mass *= transitions_->move_weight(tag, inside) * factors_[t][inside] / scale_[t];
    tag = inside;
  }
  if (end + 1 == factors_.size()) return mass;
  const double goes_on = transitions_->move_weight(tag, inside) * factors_[end + 1][inside] *
                         after_[end + 1][inside] / scale_[end + 1];
  return mass * std::max(0.0, after_[end][tag] - goes_on);
}

NameVotes NameLattice::votes(int first, int last) const {
  NameVotes out{};
  for (int type = 0; type < kNameTypeCount; ++type) out[type] = vote(first, last, type);
  return out;
}

}  // namespace newsgraph
