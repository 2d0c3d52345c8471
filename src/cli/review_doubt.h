// Which claims a reviewer had better look at first, and why.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "claims/record/claim.h"

namespace newsgraph::cli {

// The gravest first.
enum class Doubt : std::uint8_t {
  contradicted,   // another claim denies the same
  unlikely_name,  // an argument is called like a day, a month or a number
  turned_round,   // another claim says it the other way round
  unsure,         // low confidence
  unnamed,        // an argument is no name, or of no known type
  strangers       // said once, of two whom nothing else names
};
std::string_view to_string(Doubt doubt);

struct Doubtful {
  std::size_t claim = 0;  // its place in the list
  std::vector<Doubt> doubts;
};

// All claims, the most doubtful first; among equals the least confident, then as they come.
std::vector<Doubtful> by_doubt(std::span<const Claim> claims);

}  // namespace newsgraph::cli
