// Text line by line, in memory.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace newsgraph {

inline std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// Takes the first line off `text`, without its line end; "\r\n" ends lines, too.
inline std::string_view take_line(std::string_view& text) {
  const auto newline = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, newline);
  text.remove_prefix(std::min(newline + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// Drops blank lines at the start.
inline void skip_blank_lines(std::string_view& text) {
  while (!text.empty()) {
    std::string_view rest = text;
    if (!trimmed(take_line(rest)).empty()) return;
    text = rest;
  }
}

}  // namespace newsgraph
