#include "documents/date.h"

#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <vector>

#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alpha(char c) {
  return c >= 'a' && c <= 'z';
}

unsigned number(std::string_view digits) {
  unsigned value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::string padded(unsigned value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

bool plausible_year(unsigned year) {
  return year >= 1000 && year <= 2999;
}

std::string iso(unsigned year, unsigned month, unsigned day) {
  using namespace std::chrono;
  const year_month_day date(std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                            std::chrono::day(day));
  if (!plausible_year(year) || !date.ok()) return {};
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

// 1 to 12 for "mar", "mar.", "march", "sept"; 0 for other words.
unsigned month_of(std::string_view word) {
  if (word == "sept") return 9;
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || word == kMonths[i].substr(0, 3)) return i + 1;
  }
  return 0;
}

// Digits from the start of `text`.
std::string_view digits_of(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_digit(text[size])) ++size;
  return text.substr(0, size);
}

// "2023", "2023-03", "2023-03-16", "2023/03/16", "20230316", with or without a time behind; nullopt where the
// text does not begin so, empty where it does but is no date.
std::optional<std::string> iso_date(std::string_view text) {
  const std::string_view year = digits_of(text);
  const std::string_view rest = text.substr(year.size());
  if (year.size() == 8 && (rest.empty() || rest[0] == 't')) {
    return iso(number(year.substr(0, 4)), number(year.substr(4, 2)), number(year.substr(6, 2)));
  }
  if (year.size() != 4) return std::nullopt;
  if (rest.empty()) return plausible_year(number(year)) ? std::string(year) : std::string();
  if (rest[0] != '-' && rest[0] != '/' && rest[0] != '.') return std::nullopt;
  const std::string_view month = digits_of(rest.substr(1));
  if (month.empty() || month.size() > 2) return std::nullopt;
  const std::string_view tail = rest.substr(1 + month.size());
  if (tail.empty()) {
    return iso(number(year), number(month), 1).empty() ? ""
                                                       : std::string(year) + "-" + padded(number(month), 2);
  }
  const std::string_view day = tail[0] == rest[0] ? digits_of(tail.substr(1)) : "";
  if (day.empty() || day.size() > 2) return std::string();
  return iso(number(year), number(month), number(day));
}

// "16/03/2023", "16.03.2023", "03/16/2023"; nullopt where the text does not begin so. With points the day is
// first everywhere; with strokes both orders are in use, and only what has one reading is a date.
std::optional<std::string> numeric_date(std::string_view text) {
  const std::string_view first = digits_of(text);
  if (first.empty() || first.size() > 2 || first.size() == text.size()) return std::nullopt;
  const char separator = text[first.size()];
  if (separator != '/' && separator != '.' && separator != '-') return std::nullopt;
  const std::string_view rest = text.substr(first.size() + 1);
  const std::string_view second = digits_of(rest);
  if (second.empty() || second.size() > 2 || second.size() == rest.size() ||
      rest[second.size()] != separator) {
    return std::nullopt;
  }
  const std::string_view year = digits_of(rest.substr(second.size() + 1));
  if (year.size() != 4) return std::string();
  std::string day_first = iso(number(year), number(second), number(first));
  std::string month_first = iso(number(year), number(first), number(second));
  if (separator == '.' || month_first.empty() || day_first == month_first) return day_first;
  return day_first.empty() ? month_first : std::string();
}

struct Word {
  std::string_view text;
  bool numeric = false;
  bool time = false;  // touches a colon: hours, minutes
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const bool numeric = is_digit(text[at]);
    if (!numeric && !is_alpha(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (numeric ? is_digit(text[end]) : is_alpha(text[end]))) ++end;
    const bool offset = numeric && at > 0 && (text[at - 1] == '+' || (text[at - 1] == '-' && end - at == 4));
    const bool colon = (at > 0 && text[at - 1] == ':') || (end < text.size() && text[end] == ':');
    words.push_back({text.substr(at, end - at), numeric, colon || offset});
    at = end;
  }
  return words;
}

// Whether a number stands before "am" or "pm" and so is an hour.
bool is_hour(const std::vector<Word>& words, std::size_t i) {
  if (i + 1 >= words.size()) return false;
  const std::string_view next = words[i + 1].text;
  return next == "am" || next == "pm" || next == "a" || next == "p";
}

// "Thursday, 16 March 2023 10:00 GMT", "Mar. 16th, 2023": a month's name, one year, one day.
std::string worded_date(std::string_view text) {
  unsigned month = 0;
  unsigned year = 0;
  unsigned day = 0;
  bool unclear = false;
  const std::vector<Word> words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const unsigned named = words[i].numeric ? 0 : month_of(words[i].text)) {
      unclear |= month != 0 && month != named;
      month = named;
    } else if (words[i].numeric && !words[i].time && !is_hour(words, i)) {
      unsigned& part = words[i].text.size() == 4 ? year : day;
      unclear |= part != 0 || words[i].text.size() > 4;
      part = number(words[i].text);
    }
  }
  if (unclear || month == 0 || !plausible_year(year)) return {};
  return day == 0 ? padded(year, 4) + "-" + padded(month, 2) : iso(year, month, day);
}

}  // namespace

std::string normalize_date(std::string_view text) {
  constexpr std::size_t kLongest = 100;
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text.size() > kLongest) return {};
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  const std::string lowered = utf8::lower(text);
  if (const auto date = iso_date(lowered)) return *date;
  if (const auto date = numeric_date(lowered)) return *date;
  return worded_date(lowered);
}

std::string date_of_timestamp(std::int64_t value) {
  using namespace std::chrono;
  constexpr std::int64_t kYear2100 = 4102444800;
  if (value > kYear2100) value /= 1000;
  if (value <= 0 || value > kYear2100) return {};
  const year_month_day date(sys_days(floor<days>(sys_seconds(seconds(value)))));
  return iso(static_cast<unsigned>(static_cast<int>(date.year())), static_cast<unsigned>(date.month()),
             static_cast<unsigned>(date.day()));
}

}  // namespace newsgraph
