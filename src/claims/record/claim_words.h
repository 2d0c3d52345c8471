// The words that may stand for a claim's status and for what an argument is.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace newsgraph {

// In the order of Status.
inline constexpr std::array<std::string_view, 4> kStatuses{"asserted", "planned", "ended", "denied"};

inline constexpr std::array<std::string_view, 9> kArgumentTypes{
    "person", "organization", "place", "product", "group", "event", "work", "act", "thing"};

inline bool is_argument_type(std::string_view type) noexcept {
  return std::find(kArgumentTypes.begin(), kArgumentTypes.end(), type) != kArgumentTypes.end();
}

// For complaints about mistyped words: what did_you_mean() says of them.
std::string nearest_status(std::string_view status, std::string_view end = {});
std::string nearest_type(std::string_view type, std::string_view end = {});

}  // namespace newsgraph
