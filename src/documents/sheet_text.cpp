#include "documents/sheet_text.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "documents/date.h"
#include "support/ascii.h"

namespace newsgraph {
namespace {

constexpr std::size_t kMostColumns = 16384;

std::string as_cell(const std::string& value) {
  if (value.find_first_of(",\"\r\n") == std::string::npos) return value;
  std::string text = "\"";
  for (const char c : value) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + '"';
}

}  // namespace

void SheetText::set(std::size_t column, std::string value) {
  if (column >= kMostColumns || value.empty()) return;
  row_bytes_ += value.size();
  if (row_.size() <= column) row_.resize(column + 1);
  row_[column] = std::move(value);
}

void SheetText::begin_row(std::size_t number) {
  constexpr std::size_t kMostRows = std::size_t{1} << 20;  // of a sheet
  if (number <= rows_ || number > kMostRows) return;
  empty_ += number - 1 - rows_;
  rows_ = number - 1;
}

void SheetText::end_row() {
  ++rows_;
  if (row_.empty()) {
    ++empty_;
    return;
  }
  // A stray cell far to the right, or far below, is no reason to fill the memory with separators.
  constexpr std::size_t kMostFilled = 256;
  constexpr std::size_t kMostEmpty = 1000;
  text_.append(std::min(empty_, kMostEmpty), '\n');
  empty_ = 0;
  widest_ = std::max(widest_, row_.size());
  row_.resize(std::max(row_.size(), std::min(widest_, kMostFilled)));
  for (std::size_t i = 0; i < row_.size(); ++i) text_ += (i > 0 ? "," : "") + as_cell(row_[i]);
  text_ += '\n';
  row_.clear();
  row_bytes_ = 0;
}

std::size_t column_of_cell(std::string_view reference) {
  std::size_t column = 0;
  std::size_t letters = 0;
  for (; letters < reference.size() && is_ascii_upper(reference[letters]); ++letters) {
    if (letters == 3) return kMostColumns;
    column = 26 * column + static_cast<std::size_t>(reference[letters] - 'A') + 1;
  }
  return letters == 0 ? kMostColumns : column - 1;
}

bool shows_date(std::string_view format) {
  bool in_quotes = false;
  bool in_brackets = false;
  for (std::size_t at = 0; at < format.size(); ++at) {
    const char c = format[at];
    if (c == '"') in_quotes = !in_quotes;
    if (in_quotes) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++at;  // the next one is shown as it is
    } else if (c == '[' || c == ']') {
      in_brackets = c == '[';
    } else if (!in_brackets && (c == 'y' || c == 'Y' || c == 'd' || c == 'D')) {
      return true;
    }
  }
  return false;
}

std::string day_of_number(const std::string& number, bool from_1904) {
  double value = 0;
  const auto [end, failure] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (failure != std::errc() || end != number.data() + number.size() || value < 1 || value > 100'000)
    return number;
  constexpr int kYearsBetween = 1462;  // days
  const int day = static_cast<int>(value) + (from_1904 ? kYearsBetween : 0);
  const std::string date = date_of_serial(std::to_string(day));
  return date.empty() ? number : date;
}

}  // namespace newsgraph
