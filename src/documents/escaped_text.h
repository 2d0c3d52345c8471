// Characters that a text still has as HTML writes them.
#pragma once

#include <cstddef>
#include <string>

namespace newsgraph {

// "AT&amp;T", "AT&amp;amp;T", "Russia&#39;s" and, where the "&" was lost, "Russia #39;s". Returns how many
// were replaced.
std::size_t unescape(std::string& text);

// "Russia\u2019s", "Russia\xe2\x80\x99s" and "\n\n", as programs show strings: characters and paragraphs that
// were never turned back. Returns how many were replaced.
std::size_t unescape_source(std::string& text);

}  // namespace newsgraph
