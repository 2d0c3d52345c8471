// Text whose lines end with a carriage return alone, as old Macintosh programs and some exports have it.
#pragma once

#include <memory>
#include <string_view>

#include "support/source.h"

namespace newsgraph {

// Whether the lines of the text that starts so end with "\r". Line feeds inside quotation marks, as a table's
// cells have them, do not count.
bool ends_lines_with_cr(std::string_view start);

// Makes each "\r" a line feed.
std::unique_ptr<Source> end_lines_with_lf(std::unique_ptr<Source> source);

}  // namespace newsgraph
