// The date that an article bears only in its text.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

// The day, ISO 8601, that a text begins with: as a line of its own ("Thursday, August 29, 2019") or in a
// dateline ("LONDON, November 22, 2025 (Agency) - "). Empty where it begins otherwise, or names no full date.
std::string date_of_dateline(std::string_view text);

}  // namespace newsgraph
