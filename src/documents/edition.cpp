#include "documents/edition.h"

#include <charconv>
#include <chrono>
#include <optional>

#include "documents/date.h"
#include "support/ascii.h"
#include "support/day.h"

namespace newsgraph {
namespace {

constexpr std::int64_t kMinutesOfDay = 24 * 60;

// The number that these digits are; nothing where something else is among them.
std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [rest, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const bool whole = failure == std::errc() && rest == digits.data() + digits.size();
  return whole && !digits.empty() && is_ascii_digit(digits.front()) ? std::optional(value) : std::nullopt;
}

// Minutes of "10:15"; nothing where it is no time. "1015" is one in zones.
std::optional<int> time_of(std::string_view text) {
  if (text.size() < 4) return std::nullopt;
  const bool colon = text[2] == ':';
  if (colon && text.size() < 5) return std::nullopt;
  const auto hours = number(text.substr(0, 2));
  const auto minutes = number(text.substr(colon ? 3 : 2, 2));
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  return *hours * 60 + *minutes;
}

// By how many minutes the zone behind a time is ahead of UTC; 0 where none is said.
int zone_of(std::string_view behind_time) {
  const auto sign = behind_time.find_first_of("+-");
  if (sign == std::string_view::npos) return 0;
  const auto ahead = time_of(behind_time.substr(sign + 1));
  return ahead ? (behind_time[sign] == '-' ? -*ahead : *ahead) : 0;
}

std::optional<std::int64_t> days_since_1970(std::string_view day) {
  if (!is_day(day)) return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(*number(day.substr(0, 4))),
                                         std::chrono::month(static_cast<unsigned>(*number(day.substr(5, 2)))),
                                         std::chrono::day(static_cast<unsigned>(*number(day.substr(8, 2)))));
  return std::chrono::sys_days(date).time_since_epoch().count();
}

std::string two_digits(std::int64_t value) {
  return (value < 10 ? "0" : "") + std::to_string(value);
}

std::string moment_text(std::int64_t minutes) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(minutes / kMinutesOfDay))};
  const std::int64_t rest = minutes % kMinutesOfDay;
  return std::to_string(static_cast<int>(date.year())) + "-" +
         two_digits(static_cast<unsigned>(date.month())) + "-" +
         two_digits(static_cast<unsigned>(date.day())) + "T" + two_digits(rest / 60) + ":" +
         two_digits(rest % 60) + "Z";
}

}  // namespace

std::string moment_of(std::string_view written) {
  std::string day = normalize_date(written);
  constexpr std::size_t kTime = 11;  // behind "2026-05-04T"
  const auto days = days_since_1970(written.substr(0, kTime - 1));
  const bool has_time = written.size() > kTime && (written[kTime - 1] == 'T' || written[kTime - 1] == ' ');
  const auto time = has_time && days ? time_of(written.substr(kTime)) : std::nullopt;
  if (!time) return day;
  const auto behind = written.substr(kTime + (written[kTime + 2] == ':' ? 5 : 4));
  const std::int64_t minutes = *days * kMinutesOfDay + *time - zone_of(behind);
  return minutes > 0 ? moment_text(minutes) : day;
}

Edition edition_of(std::string_view date, std::string_view changed) {
  Edition edition;
  std::string digits;
  for (const char c : date.substr(0, 10))
    if (is_ascii_digit(c)) digits += c;
  const bool whole = digits.size() == 4 || digits.size() == 6 || digits.size() == 8;
  if (whole) edition.day = static_cast<std::uint32_t>(*number(digits + std::string(8 - digits.size(), '0')));
  const auto days = days_since_1970(changed.substr(0, 10));
  if (!days || *days <= 0) return edition;
  const auto time = changed.size() > 11 ? time_of(changed.substr(11)) : std::nullopt;
  edition.minute = static_cast<std::uint32_t>(*days * kMinutesOfDay + time.value_or(0));
  return edition;
}

int compare(const Edition& a, const Edition& b) {
  // As far as both are known: the year, the month, the day.
  for (const std::uint32_t part : {10'000U, 100U, 1U}) {
    const std::uint32_t one = a.day / part;
    const std::uint32_t other = b.day / part;
    const bool unknown = part == 10'000U ? one == 0 || other == 0 : one % 100 == 0 || other % 100 == 0;
    if (unknown) break;
    if (one != other) return one < other ? -1 : 1;
  }
  if (a.minute == 0 || b.minute == 0 || a.minute == b.minute) return 0;
  const bool same_day = a.minute / kMinutesOfDay == b.minute / kMinutesOfDay;
  if (same_day && (a.minute % kMinutesOfDay == 0 || b.minute % kMinutesOfDay == 0)) return 0;
  return a.minute < b.minute ? -1 : 1;
}

}  // namespace newsgraph
