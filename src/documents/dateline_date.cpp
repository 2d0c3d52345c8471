// The date that an article bears only in its text.
#include <algorithm>
#include <array>

#include "documents/date.h"
#include "documents/lines.h"

namespace newsgraph {

namespace {

constexpr std::size_t kLongest = 120;     // bytes before the dash
constexpr std::size_t kLongestDate = 32;  // bytes of a line that is a date: "Wednesday, September 25, 2019"

// "2019" alone may be anything.
std::string full_day(std::string_view text) {
  std::string date = normalize_date(trimmed(text));
  return date.size() == 10 ? date : std::string();
}

// What stands before the dash that ends a dateline; empty where there is none.
std::string_view before_dash(std::string_view line) {
  constexpr std::array<std::string_view, 4> kDashes{" - ", " -- ", " – ", " — "};
  std::size_t end = std::string_view::npos;
  for (const std::string_view dash : kDashes) end = std::min(end, line.find(dash));
  return end > kLongest ? std::string_view{} : line.substr(0, end);
}

}  // namespace

std::string date_of_dateline(std::string_view text) {
  const auto start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  const std::string_view line = text.substr(start, text.find('\n', start) - start);
  if (line.size() <= kLongestDate) {
    if (auto date = full_day(line); !date.empty()) return date;
  }
  std::string_view dateline = before_dash(line);
  dateline = dateline.substr(0, dateline.find('('));
  // The place comes first, and may hold commas of its own.
  for (auto comma = dateline.find(','); comma != std::string_view::npos;
       comma = dateline.find(',', comma + 1)) {
    if (auto date = full_day(dateline.substr(comma + 1)); !date.empty()) return date;
  }
  return {};
}

}  // namespace newsgraph
