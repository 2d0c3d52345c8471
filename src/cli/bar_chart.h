// Counts with bars, for people: sections below one another whose columns are aligned.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "cli/terminal.h"

namespace newsgraph::cli {

struct CountSection {
  std::string title;
  std::vector<std::pair<std::string, std::uint64_t>> counts;
  bool bars = true;  // as long as the count compared to the largest of several
};

// Sections without counts are left out. Lines fit the terminal: names are cut, bars shrink, and where there
// is no room for them they go.
std::string count_sections(const std::vector<CountSection>& sections, const Terminal& terminal);

}  // namespace newsgraph::cli
