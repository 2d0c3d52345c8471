// Days and months: they say when, never who or what.
#pragma once

#include <string_view>

namespace newsgraph {

// "Thursday", "Sept.", "yesterday", "2019"; "May" and "March" only as a capitalised word. Case matters.
bool names_day(std::string_view word) noexcept;

}  // namespace newsgraph
