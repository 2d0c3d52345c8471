// A sheet of a workbook as text: a table with commas.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

class SheetText {
 public:
  // `limit`: bytes that the text and the row that is open may have; full() from there on.
  explicit SheetText(std::size_t limit) : limit_(limit) {}

  // The value in this column of the row, counted from 0. Columns beyond the 16384th are dropped, as every
  // spreadsheet has no more.
  void set(std::size_t column, std::string value);
  // The row that begins is this one of the sheet, counted from 1: files leave out rows without values.
  void begin_row(std::size_t number);
  // Ends the row, as wide as the widest above it, for files leave out cells without values, too. Rows without
  // values become empty lines where others follow, so that messages name the rows of the sheet.
  void end_row();

  bool full() const { return text_.size() + row_bytes_ > limit_; }
  const std::string& text() const { return text_; }

 private:
  std::size_t limit_;
  std::vector<std::string> row_;
  std::size_t row_bytes_ = 0;
  std::size_t widest_ = 0;
  std::size_t rows_ = 0;   // that have ended
  std::size_t empty_ = 0;  // the last of these, without values
  std::string text_;
};

// 0 for "A1", 27 for "AB7"; the number of columns that there are at most where it is none.
std::size_t column_of_cell(std::string_view reference);

// Whether a format of numbers shows days or times: "yyyy-mm-dd", "[$-409]d mmm", but not "0.00" or "General".
bool shows_date(std::string_view format);

// The day of a number in a calendar that begins in 1900 or 1904, "2023-03-16"; the number where it is none.
std::string day_of_number(const std::string& number, bool from_1904);

}  // namespace newsgraph
