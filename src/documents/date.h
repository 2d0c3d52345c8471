// Dates as articles write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph {

// Which comes first where a date is written in numbers alone.
enum class DateOrder { kUnknown, kDayFirst, kMonthFirst };

// ISO 8601: "2023-03-16", or "2023-03" or "2023" where no more is said; the day as written, in its own time
// zone. Understands ISO 8601 with or without time, RFC 2822, "16 March 2023", "March 16th, 2023",
// "16-Mar-23", "16.03.2023", "03/16/2023", "20230316101500", time stamps of ten digits and more, and
// addresses that hold a date ("https://a.example/2023/03/16/name"). Empty where there is no date or more than
// one reading: "03/04/2023" without an order.
std::string normalize_date(std::string_view text, DateOrder order = DateOrder::kUnknown);

// "2023-03-16" of "2023", "3" or "March", and "16", which stand in columns or keys of their own; without what
// is missing; empty where they are no date.
std::string joined_date(std::string_view year, std::string_view month, std::string_view day);

// The day that a text begins with: as a line of its own ("Thursday, August 29, 2019") or in a dateline
// ("LONDON, November 22, 2025 (Agency) - "). Empty where it begins otherwise, or names no full date.
std::string date_of_dateline(std::string_view text);

// Whether it is one day and nothing else, but for a time, a weekday, and "Published on" or the like.
bool is_only_date(std::string_view text);

// Whether it is a date in numbers that has more than one reading.
bool is_ambiguous_date(std::string_view text);

// What a date in numbers shows of the order where it has one reading: "03/16/2023". kUnknown for all others.
DateOrder shown_order(std::string_view text);

// The day or month in an address: "2018-02" for ".../2018/02/name.html"; empty where there is none.
std::string date_of_url(std::string_view url);

// Days since 1900 as spreadsheets count them: "43150", "43150.57"; empty outside the years 1954 to 2119.
std::string date_of_serial(std::string_view text);

// Seconds since 1970 or thousandths, millionths or billionths of them, as a day in UTC; empty outside the
// years 1970 to 2100.
std::string date_of_timestamp(std::int64_t value);

}  // namespace newsgraph
