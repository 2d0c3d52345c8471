#include "claims/grammar/calendar.h"

#include <algorithm>
#include <array>

#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr std::array<std::string_view, 46> kDays{
    "Apr",      "Apr.",    "April", "Aug",       "Aug.",      "August", "Dec",      "Dec.",
    "December", "Feb",     "Feb.",  "February",  "Fri",       "Friday", "Jan",      "Jan.",
    "January",  "Jul",     "July",  "Jun",       "June",      "March",  "May",      "Mon",
    "Monday",   "Nov",     "Nov.",  "November",  "Oct",       "Oct.",   "October",  "Saturday",
    "Sep",      "Sept",    "Sept.", "September", "Sunday",    "Thu",    "Thursday", "Today",
    "Tue",      "Tuesday", "Wed",   "Wednesday", "Yesterday", "tonight"};

bool is_year(std::string_view word) {
  return word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
         std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_digit(c); });
}

}  // namespace

bool names_day(std::string_view word) noexcept {
  return word == "today" || word == "tomorrow" || word == "yesterday" || is_year(word) ||
         std::find(kDays.begin(), kDays.end(), word) != kDays.end();
}

}  // namespace newsgraph
