// Characters that a text still has as HTML writes them.
#pragma once

#include <cstddef>
#include <string>

namespace newsgraph {

// "AT&amp;T", "AT&amp;amp;T", "Russia&#39;s" and, where the "&" was lost, "Russia #39;s". Returns how many
// were replaced.
std::size_t unescape(std::string& text);

}  // namespace newsgraph
