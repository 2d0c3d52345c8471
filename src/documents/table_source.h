// Rows of a CSV or TSV table, one at a time.
//
// RFC 4180, read generously: any delimiter, line ends of either kind, quoted fields with line breaks. A field
// that starts with a quote but does not end with one before a delimiter is taken as it stands.
#pragma once

#include <cstddef>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "support/limits.h"
#include "support/source.h"

namespace newsgraph {

struct TableRow {
  std::vector<std::string_view> fields;  // valid until the next row
  std::size_t line = 0;                  // where it starts, from 1
};

class TableSource {
 public:
  // `line` is the number of the line that comes next.
  TableSource(Input& input, char delimiter, const Limits& limits, std::size_t line = 1);

  // The next row that is not blank; false at the end. Throws Error where a quoted field is not closed, or the
  // row is too long or has too many fields; reading may go on behind its first line.
  bool next(TableRow& row);

 private:
  enum class Outcome { kRow, kCutOff, kUnclosed };
  Outcome parse(std::string_view window, bool at_end, TableRow& row);
  Outcome parse_quoted(std::string_view window, bool at_end, std::string_view& field);
  std::string_view parse_bare(std::string_view window);
  std::string_view unescape(std::string_view quoted);
  std::string_view window_for_row(TableRow& row, Outcome& outcome);
  [[noreturn]] void give_up(const std::string& reason, const std::string& remedy);

  Input& input_;
  const char delimiter_;
  const Limits limits_;
  std::size_t line_;
  std::size_t at_ = 0;  // inside the window, while a row is parsed
  std::deque<std::string>
      unescaped_;  // this row's fields that had doubled quotes; the strings are used again
  std::size_t used_ = 0;
};

// The delimiter that splits the first line best: comma, semicolon, tab or stroke.
char guess_delimiter(std::string_view start);

// The fields of the first row, for example to recognise a table.
std::vector<std::string> first_row(std::string_view start, char delimiter);

}  // namespace newsgraph
