// Whole days of the calendar.
#pragma once

#include <algorithm>
#include <chrono>
#include <string_view>

#include "support/ascii.h"

namespace newsgraph {

// "2024-02-29", but not "2024-02-30" nor "2024-02".
inline bool is_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const auto number = [text](std::size_t begin, std::size_t size) {
    int value = 0;
    for (const char c : text.substr(begin, size))
      value = is_ascii_digit(c) ? value * 10 + (c - '0') : -100'000;
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (std::min({year, month, day}) < 1) return false;
  return std::chrono::year_month_day(std::chrono::year(year),
                                     std::chrono::month(static_cast<unsigned>(month)),
                                     std::chrono::day(static_cast<unsigned>(day)))
      .ok();
}

}  // namespace newsgraph
