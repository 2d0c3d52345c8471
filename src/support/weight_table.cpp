#include "support/weight_table.h"

#include <algorithm>
#include <bit>
#include <charconv>

#include "support/error.h"

namespace newsgraph {

namespace {

// Learned ones are below a thousand; those of a sentence have to add up without overflow.
constexpr int kMostWeight = 1'000'000;

struct Line {
  int weight = 0;
  std::string_view feature;
};

Line parse_line(std::string_view line, const std::string& name) {
  Line result;
  const auto [after, code] = std::from_chars(line.data(), line.data() + line.size(), result.weight);
  const auto used = static_cast<std::size_t>(after - line.data());
  const bool in_bounds = result.weight != 0 && result.weight >= -kMostWeight && result.weight <= kMostWeight;
  if (code != std::errc{} || used + 1 >= line.size() || line[used] != '\t' || !in_bounds) {
    throw Error("not a weight, a tab and a feature: \"" + std::string(line) + "\"", name);
  }
  result.feature = line.substr(used + 1);
  return result;
}

}  // namespace

WeightTable::WeightTable(std::string_view table, const std::string& name) {
  const auto lines = static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n'));
  slots_.resize(std::bit_ceil(2 * (lines + 1)));
  mask_ = slots_.size() - 1;
  while (!table.empty()) {
    const std::size_t end = std::min(table.find('\n'), table.size());
    const std::string_view line = table.substr(0, end);
    table.remove_prefix(std::min(end + 1, table.size()));
    if (line.empty() || line.front() == '#') continue;
    const Line entry = parse_line(line, name);
    if (entry.feature == "bias") {
      bias_ = entry.weight;
    } else {
      FeatureHash hash;
      hash.add(entry.feature);
      insert(hash.value(), entry.weight);
    }
  }
}

void WeightTable::insert(std::uint64_t hash, int weight) {
  std::size_t slot = hash & mask_;
  while (slots_[slot].weight != 0) slot = (slot + 1) & mask_;
  slots_[slot] = {static_cast<std::uint32_t>(hash >> 32U), weight};
}

}  // namespace newsgraph
