// Files that hold no text.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

// What the bytes are and what to do about it ("PDF: convert it to text first, …"); empty where they may be
// text in an 8-bit encoding or UTF-8.
std::string binary_reason(std::string_view start);

// The same of spreadsheets and presentations, which are ZIP archives; empty for others.
std::string foreign_office(std::string_view start);

}  // namespace newsgraph
