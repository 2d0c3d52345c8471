// What an argument of a claim can be.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace newsgraph {

// In the order of Status.
inline constexpr std::array<std::string_view, 4> kStatuses{"asserted", "planned", "ended", "denied"};

inline constexpr std::array<std::string_view, 9> kArgumentTypes{
    "person", "organization", "place", "product", "group", "event", "work", "act", "thing"};

inline bool is_argument_type(std::string_view type) noexcept {
  return std::find(kArgumentTypes.begin(), kArgumentTypes.end(), type) != kArgumentTypes.end();
}

}  // namespace newsgraph
