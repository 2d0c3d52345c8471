// How the lemmatiser reads a word form; tools/train/newsgraph_train/text.py does exactly the same.
#pragma once

#include <string>
#include <string_view>

namespace newsgraph {

// Typographic quotes, dashes and the ellipsis as the treebanks type them.
std::u32string normalise_form(std::string_view form);
// Code point by code point.
std::u32string lower_form(std::u32string_view form);
std::string encode_form(std::u32string_view form);

}  // namespace newsgraph
