// Where the elements of a JSON text begin, for messages that name a line.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace newsgraph {

// The line (from 1) on which each element of the array `key` of the outermost object begins. `text` is
// valid JSON; empty where there is no such array, or its key is written with escapes.
std::vector<std::size_t> element_lines(std::string_view text, std::string_view key);

}  // namespace newsgraph
