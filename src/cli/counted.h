// Numbers with their nouns.
#pragma once

#include <cstdint>
#include <string>

namespace newsgraph::cli {

// "1 claim", "2 claims", "2 entities".
inline std::string counted(std::uint64_t number, const std::string& singular,
                           const std::string& plural = {}) {
  return std::to_string(number) + " " + (number == 1 ? singular : plural.empty() ? singular + "s" : plural);
}

}  // namespace newsgraph::cli
