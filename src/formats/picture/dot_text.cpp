#include "formats/picture/dot_text.h"

#include "support/utf8.h"

namespace newsgraph {

namespace {

// Graphviz replaces entities ("&amp;", "&#228;") and leaves any other & as it is, which all other readers do
// with every one.
bool begins_entity(std::string_view text) {
  const std::size_t end =
      text.find_first_not_of("#0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 1);
  return end != std::string_view::npos && end > 1 && text[end] == ';';
}

}  // namespace

// A backslash is doubled, for `\N` and the like would be replaced and one before the closing quotation
// mark would swallow it.
void append_dot_string(TextBuffer& out, std::string_view text, LossCounts& counts) {
  out << '"';
  while (true) {
    const std::size_t end = text.find('\n');
    const auto& line = one_line(text.substr(0, end), counts);
    for (std::size_t i = 0; i < line.size(); ++i) {
      const char c = line[i];
      if (c == '&' && begins_entity(std::string_view(line).substr(i))) {
        out << "&amp;";
        continue;
      }
      if (c == '"' || c == '\\') out << '\\';
      out << c;
    }
    if (end == std::string_view::npos) break;
    out << "\\n";
    text.remove_prefix(end + 1);
  }
  out << '"';
}

std::string wrapped(std::string_view text, std::size_t width, std::string_view line_break) {
  std::string result;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t space = text.find(' ');
    const std::string_view word = text.substr(0, space);
    const std::size_t length = utf8::length(word);
    if (column != 0) {
      const bool fits = column + 1 + length <= width;
      result += fits ? std::string_view(" ") : line_break;
      column = fits ? column + 1 : 0;
    }
    result += word;
    column += length;
    text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
  }
  return result;
}

std::string on_one_line(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return result;
}

}  // namespace newsgraph
