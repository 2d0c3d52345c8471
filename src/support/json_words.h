// JSON that is not quite: commas before a closing bracket, and words that stand for no value: programs write
// NaN, Infinity and the like where they have none (pandas, R, JavaScript), which the grammar of JSON does not
// allow.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "support/source.h"

namespace newsgraph {

// Turns each NaN, [-]Infinity, [-]inf, NA, None and undefined outside of strings, in any case of letters,
// into null, and adds to `replaced` how many there were. `replaced` must outlive the source.
std::unique_ptr<Source> without_non_values(std::unique_ptr<Source> json, std::uint64_t& replaced);

// The same for a text in memory, which may break off anywhere.
std::string without_non_values(std::string_view json);

}  // namespace newsgraph
