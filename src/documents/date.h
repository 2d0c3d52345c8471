// Dates as articles write them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace newsgraph {

// ISO 8601: "2023-03-16", or "2023-03" or "2023" where no more is said; the day as written, in its own time
// zone. Understands ISO 8601 with or without time, RFC 2822, "16 March 2023", "March 16th, 2023",
// "16.03.2023", "03/16/2023". Empty where there is no date or more than one reading: "03/04/2023".
std::string normalize_date(std::string_view text);

// Seconds or milliseconds since 1970, as a day in UTC; empty outside the years 1970 to 2100.
std::string date_of_timestamp(std::int64_t value);

}  // namespace newsgraph
