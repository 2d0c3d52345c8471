// Tables for people: aligned columns that fit the terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal.h"

namespace newsgraph::cli {

enum class Align { left, right };

struct Column {
  std::string title;
  Align align = Align::left;
  Style style = Style::plain;
  bool wraps = false;  // what is too long goes on in the next line instead of being cut
};

class TextTable {
 public:
  explicit TextTable(std::vector<Column> columns) : columns_(std::move(columns)) {}

  // One cell a column; control characters in it are left out.
  void add(std::vector<std::string> cells);
  bool empty() const { return rows_.empty(); }
  // Lines of at most the terminal's width where the table can be narrowed to it: the widest left
  // aligned columns are cut with an ellipsis, or wrapped. Nothing is cut in a file or a pipe.
  std::string render(const Terminal& terminal) const;

 private:
  std::vector<Column> columns_;
  std::vector<std::vector<std::string>> rows_;

  std::vector<std::size_t> widths(std::size_t available) const;
  std::vector<std::string> lines_of(const std::string& cell, std::size_t column, std::size_t width) const;
};

// `text` without control characters and marks of direction, line breaks and tabs as spaces: what a file says
// cannot move the cursor, change colours, ring the bell or turn round what stands beside it.
std::string printable(std::string_view text);
// `text` with the same characters written out, "\u001b", but for line ends and tabs, which stay.
std::string written_out(std::string_view text);
// Columns that UTF-8 text takes on a terminal; control characters, combining marks and the colours of
// Terminal::paint() take none.
std::size_t display_width(std::string_view text);
// `text` cut to `width` columns, the last an ellipsis where something was cut.
std::string fit(std::string_view text, std::size_t width);
// `text` broken at spaces into lines of `width` columns, each after `indent` spaces; a word that is
// longer has a line of its own. Ends in a newline.
std::string wrap(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace newsgraph::cli
