// What a format could not hold, and how often.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newsgraph {

// "control characters dropped" -> 2, in the order in which a writer tells of them: "edges of such nodes" make
// sense behind the nodes only.
class Losses {
 public:
  std::uint64_t& operator[](std::string_view what) {
    const auto told =
        std::find_if(told_.begin(), told_.end(), [&](const auto& each) { return each.first == what; });
    return told != told_.end() ? told->second : told_.emplace_back(what, 0).second;
  }
  auto begin() const { return told_.begin(); }
  auto end() const { return told_.end(); }
  bool empty() const { return told_.empty(); }
  std::size_t size() const { return told_.size(); }
  friend bool operator==(const Losses&, const Losses&) = default;

 private:
  std::vector<std::pair<std::string, std::uint64_t>> told_;  // a handful
};

}  // namespace newsgraph
