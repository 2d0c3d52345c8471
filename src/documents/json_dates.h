// Dates that a JSON text begins with.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

#include "documents/date_column.h"

namespace newsgraph {

inline constexpr std::size_t kAheadForDates = std::size_t{1} << 20;  // bytes

// Looks ahead at the strings under the keys that dates have, in records of any depth; `start` may be cut off
// anywhere and may hold one value a line. `mapping` is the user's, field to key.
void learn_json_dates(std::string_view start, const std::map<std::string, std::string>& mapping,
                      DateColumn& dates);

}  // namespace newsgraph
