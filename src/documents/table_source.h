// Rows of a CSV or TSV table, one at a time.
//
// RFC 4180, read generously: any delimiter, line ends of either kind, quoted fields with line breaks. A field
// that starts with a quote but does not end with one before a delimiter is taken as it stands.
//
// Spark, MySQL and others write \" for a quote, \\ for a backslash and \N for nothing. Which of the two ways
// a table has, its beginning shows (guess_escape); a row that has its columns only in the other way is read
// so.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
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
  // `escape`: '\\', or 0 where quotes are doubled.
  TableSource(Input& input, char delimiter, const Limits& limits, std::size_t line = 1, char escape = 0);

  // How many columns rows should have.
  void expect(std::size_t columns) { expected_ = columns; }
  // Whether a field of the last row began with a quote that did not end it.
  bool malformed() const { return malformed_; }

  // The next row that is not blank; false at the end. Throws Error where a quoted field is not closed, or the
  // row is too long or has too many fields; reading may go on behind its first line.
  bool next(TableRow& row);

 private:
  enum class Outcome { kRow, kCutOff, kUnclosed };
  Outcome parse(std::string_view window, bool at_end, TableRow& row);
  Outcome parse_quoted(std::string_view window, bool at_end, std::string_view& field);
  std::size_t closing_quote(std::string_view window, bool& changed) const;
  bool is_odd(const TableRow& row, Outcome outcome) const;
  void try_other_way(std::string_view window, bool at_end, TableRow& row, Outcome& outcome);
  std::string_view parse_bare(std::string_view window);
  std::string_view unescape(std::string_view quoted, bool in_quotes);
  std::string_view window_for_row(TableRow& row, Outcome& outcome);
  [[noreturn]] void give_up(const std::string& reason, const std::string& remedy);

  Input& input_;
  const char delimiter_;
  const Limits limits_;
  char escape_;
  std::size_t expected_ = 0;  // columns; 0: not known
  std::size_t line_;
  std::size_t at_ = 0;                 // inside the window, while a row is parsed
  bool malformed_ = false;             // a field of the row seemed to be quoted, but was not
  std::deque<std::string> unescaped_;  // this row's fields that had escapes; the strings are used again
  std::size_t used_ = 0;
};

// Takes the first line where it says which delimiter the table has: spreadsheets write "sep=;".
std::optional<char> take_separator_line(Input& input);

// Comma, tab, semicolon or stroke: that with which most of the first rows have the columns of the header,
// which may stand below a title; where rows do not agree, that which parts the first line into most fields.
char guess_delimiter(std::string_view start);

// '\\' where more rows have the columns of the header when backslashes escape, else 0.
char guess_escape(std::string_view start, char delimiter);

// The fields of at most `most` rows; one that `start` breaks off in is none. Throws Error where a row is
// none.
std::vector<std::vector<std::string>> first_rows(std::string_view start, char delimiter, std::size_t most);

// The fields of the first row, for example to recognise a table.
std::vector<std::string> first_row(std::string_view start, char delimiter);

}  // namespace newsgraph
