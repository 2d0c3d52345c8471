// The words of a name as views into it.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// Words parted by blanks, punctuation included.
std::vector<std::string_view> split_words(std::string_view name);
// The text from the first to the last of neighbouring words of one name.
std::string_view text_of(std::span<const std::string_view> words);

}  // namespace newsgraph
