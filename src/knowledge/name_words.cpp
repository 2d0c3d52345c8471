#include "knowledge/name_words.h"

#include <algorithm>

namespace newsgraph {

std::vector<std::string_view> split_words(std::string_view name) {
  constexpr std::string_view kBlanks = " \t\r\n";
  std::vector<std::string_view> words;
  std::size_t begin = name.find_first_not_of(kBlanks);
  while (begin != std::string_view::npos) {
    const std::size_t end = std::min(name.find_first_of(kBlanks, begin), name.size());
    words.push_back(name.substr(begin, end - begin));
    begin = name.find_first_not_of(kBlanks, end);
  }
  return words;
}

std::string_view text_of(std::span<const std::string_view> words) {
  if (words.empty()) return {};
  const char* const begin = words.front().data();
  return {begin, static_cast<std::size_t>(words.back().data() + words.back().size() - begin)};
}

}  // namespace newsgraph
