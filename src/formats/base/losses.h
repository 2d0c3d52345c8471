// What a format could not hold, and how often.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>

namespace newsgraph {

// "control characters dropped" -> 2.
using Losses = std::map<std::string, std::uint64_t, std::less<>>;

}  // namespace newsgraph
