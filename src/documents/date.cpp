#include "documents/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <utility>
#include <vector>

#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

// Of a lowered text. Bytes beyond ASCII are taken for letters.
bool is_letter_byte(char c) {
  return is_ascii_lower(c) || !is_ascii(c);
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
  if (month > 12 || day > 31) return {};  // std::chrono keeps a byte of them
  const year_month_day date(std::chrono::year(static_cast<int>(year)), std::chrono::month(month),
                            std::chrono::day(day));
  if (!plausible_year(year) || !date.ok()) return {};
  return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2);
}

// As pages and agencies of Germany, France, Spain, Italy, Portugal and the Netherlands write them.
constexpr auto kOtherMonths = std::to_array<std::pair<std::string_view, unsigned>>({
    {"januar", 1},     {"jänner", 1},    {"janvier", 1},   {"enero", 1},      {"gennaio", 1},
    {"janeiro", 1},    {"januari", 1},   {"februar", 2},   {"febr", 2},       {"février", 2},
    {"fevrier", 2},    {"févr", 2},      {"febrero", 2},   {"febbraio", 2},   {"fevereiro", 2},
    {"februari", 2},   {"märz", 3},      {"maerz", 3},     {"mars", 3},       {"marzo", 3},
    {"março", 3},      {"maart", 3},     {"avril", 4},     {"avr", 4},        {"abril", 4},
    {"aprile", 4},     {"mai", 5},       {"mayo", 5},      {"maggio", 5},     {"maio", 5},
    {"mei", 5},        {"juni", 6},      {"juin", 6},      {"junio", 6},      {"giugno", 6},
    {"junho", 6},      {"juli", 7},      {"juillet", 7},   {"juil", 7},       {"julio", 7},
    {"luglio", 7},     {"julho", 7},     {"août", 8},      {"aout", 8},       {"agosto", 8},
    {"augustus", 8},   {"sept", 9},      {"septembre", 9}, {"septiembre", 9}, {"settembre", 9},
    {"setembro", 9},   {"oktober", 10},  {"okt", 10},      {"octobre", 10},   {"octubre", 10},
    {"ottobre", 10},   {"outubro", 10},  {"novembre", 11}, {"noviembre", 11}, {"novembro", 11},
    {"dezember", 12},  {"dez", 12},      {"décembre", 12}, {"decembre", 12},  {"déc", 12},
    {"diciembre", 12}, {"dicembre", 12}, {"dezembro", 12},
});

// 1 to 12 for "mar", "mar.", "march", "märz"; 0 for other words.
unsigned month_of(std::string_view word) {
  for (unsigned i = 0; i < kMonths.size(); ++i) {
    if (word == kMonths[i] || word == kMonths[i].substr(0, 3)) return i + 1;
  }
  for (const auto& [name, month] : kOtherMonths) {
    if (word == name) return month;
  }
  return 0;
}

// Digits from the start of `text`.
std::string_view digits_of(std::string_view text) {
  std::size_t size = 0;
  while (size < text.size() && is_ascii_digit(text[size])) ++size;
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

// "23" is 2023, "87" is 1987, as POSIX has it.
unsigned full_year(std::string_view digits) {
  const unsigned year = number(digits);
  if (digits.size() != 2) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}

// Three numbers with the same separator between them, and maybe a time behind.
struct Numbers {
  std::array<std::string_view, 3> parts;
  char separator = 0;
};

// Nullopt where the text does not begin so.
std::optional<Numbers> three_numbers(std::string_view text) {
  Numbers numbers;
  for (std::size_t i = 0; i < numbers.parts.size(); ++i) {
    numbers.parts[i] = digits_of(text);
    if (numbers.parts[i].empty() || numbers.parts[i].size() > (i == 2 ? 4 : 2)) return std::nullopt;
    text.remove_prefix(numbers.parts[i].size());
    if (i == 2) break;
    if (text.empty() || (i == 1 && text[0] != numbers.separator)) return std::nullopt;
    numbers.separator = text[0];
    if (text[0] != '/' && text[0] != '.' && text[0] != '-') return std::nullopt;
    text.remove_prefix(1);
  }
  const bool ends = text.empty() || text[0] == ' ' || text[0] == ',' || text[0] == 't';
  return ends && numbers.parts[2].size() != 3 && numbers.parts[2].size() != 1 ? std::optional(numbers)
                                                                              : std::nullopt;
}

struct Readings {
  std::string day_first;
  std::string month_first;
  std::string year_first;
};

Readings readings_of(const Numbers& numbers) {
  const auto& [first, second, third] = numbers.parts;
  Readings readings;
  readings.day_first = iso(full_year(third), number(second), number(first));
  // With points the day is first everywhere; with strokes both orders are in use.
  if (numbers.separator == '.') return readings;
  readings.month_first = iso(full_year(third), number(first), number(second));
  if (third.size() == 2 && first.size() == 2)
    readings.year_first = iso(full_year(first), number(second), number(third));
  return readings;
}

// "16/03/2023", "16.03.2023", "03/16/2023", "3/16/23"; nullopt where the text does not begin so, empty where
// it has no reading, or several and no order to choose by.
std::optional<std::string> numeric_date(std::string_view text, DateOrder order) {
  const auto numbers = three_numbers(text);
  if (!numbers) return std::nullopt;
  const Readings readings = readings_of(*numbers);
  if (order == DateOrder::kDayFirst && !readings.day_first.empty()) return readings.day_first;
  if (order == DateOrder::kMonthFirst && !readings.month_first.empty()) return readings.month_first;
  std::string only;
  for (const std::string& reading : {readings.day_first, readings.month_first, readings.year_first}) {
    if (reading.empty() || reading == only) continue;
    if (!only.empty()) return std::string();
    only = reading;
  }
  return only;
}

// 0 for Sunday, as std::chrono counts, to 6; nullopt for other words.
std::optional<unsigned> weekday_of(std::string_view word) {
  constexpr std::array<std::string_view, 7> kDays = {"sunday",   "monday", "tuesday", "wednesday",
                                                     "thursday", "friday", "saturday"};
  for (unsigned i = 0; i < kDays.size(); ++i) {
    if (word.size() >= 3 && kDays[i].starts_with(word)) return i;
  }
  return std::nullopt;
}

bool falls_on(const std::string& date, unsigned weekday) {
  using namespace std::chrono;
  if (date.empty()) return false;
  const year_month_day day(year(static_cast<int>(number(date.substr(0, 4)))),
                           month(number(date.substr(5, 2))), std::chrono::day(number(date.substr(8, 2))));
  return std::chrono::weekday(sys_days(day)).c_encoding() == weekday;
}

// Without what begins `text`, if that is a time: "17:02", "17:02:30".
std::string_view without_leading_time(std::string_view text) {
  const std::string_view hour = digits_of(text);
  if (hour.empty() || hour.size() > 2) return text;
  std::string_view rest = text.substr(hour.size());
  while (rest.starts_with(':') && digits_of(rest.substr(1)).size() == 2) rest.remove_prefix(3);
  return rest.size() + hour.size() == text.size() ? text : rest;
}

// "Tue, 02/20/2018 - 17:57", "17:02 | 20.02.2018", "| 20/02/2018": numbers behind a weekday or a time. A
// weekday tells which number is the month. Nullopt where nothing stands before a number, or something else.
std::optional<std::string> late_numeric_date(std::string_view text, DateOrder order) {
  const auto trim = [](std::string_view part) {
    const auto begin = part.find_first_not_of(" ,.|-");
    return begin == std::string_view::npos ? std::string_view() : part.substr(begin);
  };
  std::size_t letters = 0;
  std::string_view rest = trim(text);
  while (letters < rest.size() && is_letter_byte(rest[letters])) ++letters;
  const std::optional<unsigned> weekday = weekday_of(rest.substr(0, letters));
  if (weekday) rest = trim(rest.substr(letters));
  rest = trim(without_leading_time(rest));
  if (rest.empty() || rest.size() == text.size() || !is_ascii_digit(rest[0])) return std::nullopt;
  if (auto date = iso_date(rest); date && date->size() == 10) return date;
  if (const auto numbers = three_numbers(rest); numbers && weekday) {
    const Readings readings = readings_of(*numbers);
    const bool day_first = falls_on(readings.day_first, *weekday);
    if (day_first != falls_on(readings.month_first, *weekday))
      return day_first ? readings.day_first : readings.month_first;
  }
  return numeric_date(rest, order);
}

// "1.5189615e9", as programs write large numbers.
std::optional<std::string> exponent_date(std::string_view text) {
  const auto exponent = text.find('e');
  if (exponent == std::string_view::npos || exponent == 0 || exponent + 1 == text.size() ||
      text.find_first_not_of("0123456789.e+") != std::string_view::npos)
    return std::nullopt;
  const std::string_view digits =
      digits_of(text.substr(text[exponent + 1] == '+' ? exponent + 2 : exponent + 1));
  double value = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + exponent, value);
  if (failure != std::errc() || end != text.data() + exponent || digits.empty()) return std::nullopt;
  if (number(digits) < 9 || number(digits) > 18) return std::nullopt;
  for (unsigned i = 0; i < number(digits); ++i) value *= 10;
  return date_of_timestamp(static_cast<std::int64_t>(std::min(value, 9e18)));
}

// "20230316101500", "202303161015", and time stamps: "1678924800", "1678924800123", "1678924800.5".
std::optional<std::string> digits_date(std::string_view text) {
  const std::string_view digits = digits_of(text);
  const std::string_view rest = text.substr(digits.size());
  if (digits.size() < 10 || digits.size() > 19) return std::nullopt;
  if (!rest.empty() && (rest[0] != '.' || digits_of(rest.substr(1)).size() + 1 != rest.size()))
    return std::nullopt;
  if (rest.empty() && (digits.size() == 12 || digits.size() == 14)) {
    const bool time = number(digits.substr(8, 2)) < 24 && number(digits.substr(10, 2)) < 60;
    std::string date =
        iso(number(digits.substr(0, 4)), number(digits.substr(4, 2)), number(digits.substr(6, 2)));
    if (time && !date.empty()) return date;
  }
  std::int64_t value = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return failure == std::errc() && end == digits.data() + digits.size() ? date_of_timestamp(value)
                                                                        : std::string();
}

struct Word {
  std::string_view text;
  bool numeric = false;
  bool time = false;  // touches a colon: hours, minutes
  bool year = false;  // behind an apostrophe: '18
};

// "17.02 gmt": whether the number before `end` and the one behind it are hours and minutes.
bool is_pointed_time(std::string_view text, std::size_t at, std::size_t end) {
  const auto is_pair = [&](std::size_t from) {
    return digits_of(text.substr(std::min(from, text.size()))).size() == 2;
  };
  if (end - at > 2 || end >= text.size() || text[end] != '.' || !is_pair(end + 1)) return false;
  return (at == 0 || text[at - 1] == ' ') && (end + 3 == text.size() || text[end + 3] == ' ');
}

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < text.size();) {
    const bool numeric = is_ascii_digit(text[at]);
    if (!numeric && !is_letter_byte(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && (numeric ? is_ascii_digit(text[end]) : is_letter_byte(text[end]))) ++end;
    // "10:00 -0500", but not "18-feb-2018".
    const bool behind_time = !words.empty() && words.back().time;
    const bool offset =
        numeric && at > 0 && (text[at - 1] == '+' || (text[at - 1] == '-' && end - at == 4 && behind_time));
    const bool pointed = numeric && is_pointed_time(text, at, end);
    const bool colon = (at > 0 && text[at - 1] == ':') || (end < text.size() && text[end] == ':');
    const bool year = numeric && end - at == 2 && at > 0 && text[at - 1] == '\'';
    words.push_back({text.substr(at, end - at), numeric, colon || offset || pointed, year});
    at = pointed ? end + 3 : end;
  }
  return words;
}

// Whether a number stands before "am", "pm", "Uhr" or "h", or behind an hour's "h", and so is a time.
bool is_hour(const std::vector<Word>& words, std::size_t i) {
  if (i >= 2 && words[i - 1].text == "h" && words[i - 2].numeric) return true;
  if (i + 1 >= words.size()) return false;
  const std::string_view next = words[i + 1].text;
  return next == "am" || next == "pm" || next == "a" || next == "p" || next == "h" || next == "uhr";
}

// "16-mar-23", as spreadsheets write it; "16 mar 23", "16 mar '23" of mails and old feeds.
std::string dashed_date(std::string_view text) {
  const auto weekday = text.find(", ");
  if (weekday != std::string_view::npos && text.find_first_of("0123456789") > weekday)
    text.remove_prefix(weekday + 2);
  const std::string_view day = digits_of(text);
  if (day.empty() || day.size() > 2 || day.size() == text.size()) return {};
  const char separator = text[day.size()];
  const auto dash = text.find(separator, day.size() + 1);
  if ((separator != '-' && separator != ' ') || dash == std::string_view::npos) return {};
  const std::string_view name = text.substr(day.size() + 1, dash - day.size() - 1);
  // "16 march 23" may be the 16th or the 23rd; mails write "16 mar 23".
  if (separator == ' ' && name.size() != 3) return {};
  const unsigned month = month_of(name);
  const auto apostrophe = text.substr(dash + 1).starts_with('\'') ? 1U : 0U;
  const std::string_view year = digits_of(text.substr(dash + 1 + apostrophe));
  if (month == 0 || year.size() != 2) return {};
  const std::string_view rest = text.substr(dash + 1 + apostrophe + year.size());
  return rest.empty() || rest[0] == ' ' ? iso(full_year(year), month, number(day)) : std::string();
}

// "16mar2023:10:15:00" of SAS, "16/mar/2023:10:15:00" of servers: the time is cut off.
std::string_view without_joined_time(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon < 5 || text.size() <= colon + 2) return text;
  const std::string_view year = text.substr(colon - 4, 4);
  return digits_of(year).size() == 4 && digits_of(text.substr(colon + 1)).size() == 2 ? text.substr(0, colon)
                                                                                      : text;
}

// "Thursday, 16 March 2023 10:00 GMT", "Mar. 16th, 2023": a month's name, one year, one day.
std::string worded_date(std::string_view text) {
  unsigned month = 0;
  unsigned year = 0;
  unsigned day = 0;
  bool unclear = false;
  const std::vector<Word> words = words_of(without_joined_time(text));
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const unsigned named = words[i].numeric ? 0 : month_of(words[i].text)) {
      unclear |= month != 0 && month != named;
      month = named;
    } else if (words[i].numeric && !words[i].time && !is_hour(words, i)) {
      unsigned& part = words[i].year || words[i].text.size() == 4 ? year : day;
      unclear |= part != 0 || words[i].text.size() > 4;
      part = words[i].year ? full_year(words[i].text) : number(words[i].text);
    }
  }
  if (unclear || month == 0 || !plausible_year(year)) return {};
  return day == 0 ? padded(year, 4) + "-" + padded(month, 2) : iso(year, month, day);
}

// "2023年03月16日", "/date(1678924800000)/" of .NET.
std::optional<std::string> marked_date(std::string_view text) {
  if (text.starts_with("/date(")) return digits_date(digits_of(text.substr(6)));
  constexpr std::string_view kYear = "年";
  constexpr std::string_view kMonth = "月";
  const std::string_view year = digits_of(text);
  if (year.size() != 4 || !text.substr(4).starts_with(kYear)) return std::nullopt;
  const std::string_view rest = text.substr(4 + kYear.size());
  const std::string_view month = digits_of(rest);
  if (month.empty() || month.size() > 2 || !rest.substr(month.size()).starts_with(kMonth))
    return std::nullopt;
  return iso(number(year), number(month), number(digits_of(rest.substr(month.size() + kMonth.size()))));
}

// In lower case, with plain blanks and hyphens, none around it; empty where it is too long for a date.
std::string plain(std::string_view text) {
  constexpr std::size_t kLongest = 100;
  constexpr std::size_t kLongestUrl = 2000;
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  text = text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
  if (text.size() > (text.starts_with("http") ? kLongestUrl : kLongest)) return {};
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::Decoded decoded = utf8::decode(text, at);
    if (utf8::is_space(decoded.code_point)) {
      plain += ' ';
    } else if (decoded.code_point >= 0x2010 && decoded.code_point <= 0x2015) {
      plain += '-';
    } else if (decoded.code_point == 0x2019) {
      plain += '\'';
    } else {
      plain += text.substr(at, decoded.length);
    }
    at += decoded.length;
  }
  return utf8::lower(plain);
}

// What stands around a date where a program wrote a value as it shows it: "['2023-03-16']", "'2023-03-16".
std::string_view without_shell(std::string_view text) {
  const auto first = text.find_first_not_of("[('\"‘“");
  const auto last = text.find_last_not_of("])'\"’”");
  if (first == std::string_view::npos || last == std::string_view::npos || last < first) return text;
  return text.substr(first, last + 1 - first);
}

// "datetime.datetime(2023, 3, 16, 10, 15)", "datetime.date(2023, 3, 16)", "timestamp('2023-03-16 10:15:00')".
std::optional<std::string> constructed_date(std::string_view text) {
  const auto open = text.find('(');
  if (open == std::string_view::npos || (!text.starts_with("datetime.") && !text.starts_with("timestamp(")))
    return std::nullopt;
  std::string_view rest = text.substr(open + 1);
  if (rest.starts_with('\'')) return iso_date(rest.substr(1));
  std::array<unsigned, 3> parts{};
  for (unsigned& part : parts) {
    const std::string_view digits = digits_of(rest);
    if (digits.empty() || digits.size() > 4) return std::string();
    part = number(digits);
    rest.remove_prefix(digits.size());
    const auto next = rest.find_first_not_of(", ");
    rest.remove_prefix(std::min(next, rest.size()));
  }
  return iso(parts[0], parts[1], parts[2]);
}

// "Published: 2023-03-16", "Date: 16/03/2023": a label, where what follows begins with a digit.
std::string_view without_label(std::string_view text) {
  for (const std::string_view label : {"date", "published", "published on", "publication date", "posted",
                                       "posted on", "updated", "created"}) {
    if (!text.starts_with(label)) continue;
    std::string_view rest = text.substr(label.size());
    const auto value = rest.find_first_not_of(": ");
    if (value != std::string_view::npos && value > 0 && is_ascii_digit(rest[value]))
      return rest.substr(value);
  }
  return text;
}

std::string date_of(std::string_view lowered, DateOrder order) {
  if (const auto date = iso_date(lowered)) return *date;
  if (const auto date = numeric_date(lowered, order)) return *date;
  if (const auto date = late_numeric_date(lowered, order)) return *date;
  if (const auto date = digits_date(lowered)) return *date;
  if (const auto date = marked_date(lowered)) return *date;
  if (const auto date = constructed_date(lowered)) return *date;
  if (const auto date = exponent_date(lowered)) return *date;
  if (lowered.starts_with("http")) return date_of_url(lowered);
  if (std::string date = dashed_date(lowered); !date.empty()) return date;
  return worded_date(lowered);
}

}  // namespace

std::string normalize_date(std::string_view text, DateOrder order) {
  const std::string lowered = plain(text);
  if (lowered.empty()) return {};
  return date_of(without_label(without_shell(lowered)), order);
}
std::string joined_date(std::string_view year, std::string_view month, std::string_view day) {
  const auto part = [](std::string_view text) {
    std::string value = plain(text);
    return value.ends_with(".0") ? value.substr(0, value.size() - 2) : value;  // tables of pandas
  };
  const std::string named = part(month);
  const std::string in_month = part(day);
  std::string joined = part(year);
  if (joined.size() != 4 || digits_of(joined).size() != 4 || named.empty()) return normalize_date(joined);
  const unsigned number_of_month = is_ascii_digit(named[0]) ? number(digits_of(named)) : month_of(named);
  joined += "-" + padded(number_of_month, 2);
  if (!in_month.empty()) joined += "-" + in_month;
  return normalize_date(joined);
}

bool is_only_date(std::string_view text) {
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"published", "posted", "on", "at",  "st",  "nd",  "rd",  "th",  "of",  "am",  "pm",   "a",
       "p",         "m",      "h",  "uhr", "t",   "z",   "de",  "le",  "et",  "est", "edt",  "ct",
       "cst",       "cdt",    "mt", "pt",  "pst", "pdt", "gmt", "utc", "bst", "cet", "cest", "ist"});
  constexpr std::size_t kLongest = 60;
  const std::string lowered = plain(text);
  const auto belongs = [&](const Word& word) {
    return word.numeric || month_of(word.text) != 0 || weekday_of(word.text) ||
           std::find(kOthers.begin(), kOthers.end(), word.text) != kOthers.end();
  };
  const std::vector<Word> words = words_of(lowered);
  return text.size() <= kLongest && std::all_of(words.begin(), words.end(), belongs) &&
         normalize_date(text).size() == 10;
}

bool is_ambiguous_date(std::string_view text) {
  const std::string lowered = plain(text);
  return !lowered.empty() && three_numbers(lowered) && normalize_date(text).empty() &&
         !normalize_date(text, DateOrder::kDayFirst).empty();
}

DateOrder shown_order(std::string_view text) {
  const std::string lowered = plain(text);
  const auto numbers = three_numbers(lowered);
  if (!numbers || numbers->separator == '.') return DateOrder::kUnknown;
  const Readings readings = readings_of(*numbers);
  if (readings.day_first.empty() == readings.month_first.empty()) return DateOrder::kUnknown;
  // "16/03/23" may begin with the year.
  if (readings.month_first.empty() && !readings.year_first.empty()) return DateOrder::kUnknown;
  return readings.month_first.empty() ? DateOrder::kDayFirst : DateOrder::kMonthFirst;
}

std::string date_of_url(std::string_view url) {
  const auto host = url.find("://");
  if (host == std::string_view::npos) return {};
  for (auto at = url.find('/', host + 3); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const std::string_view rest = url.substr(at + 1);
    const std::string_view year = digits_of(rest);
    if (year.size() != 4 || number(year) < 1970 || number(year) > 2100 || rest.size() < 8) continue;
    const char separator = rest[4];
    if (separator != '/' && separator != '-') continue;
    const std::string_view month = digits_of(rest.substr(5));
    if (month.size() != 2 || rest.size() < 8) continue;
    const std::string_view day = rest[7] == separator ? digits_of(rest.substr(8)) : std::string_view();
    if (day.size() == 2) {
      if (std::string date = iso(number(year), number(month), number(day)); !date.empty()) return date;
    }
    if (rest[7] == '/' && !iso(number(year), number(month), 1).empty())
      return padded(number(year), 4) + "-" + std::string(month);
  }
  return {};
}

std::string date_of_serial(std::string_view text) {
  using namespace std::chrono;
  const std::string_view digits = digits_of(text);
  const std::string_view rest = text.substr(digits.size());
  if (digits.size() != 5 || number(digits) < 20'000 || number(digits) > 80'000) return {};
  if (!rest.empty() && (rest[0] != '.' || digits_of(rest.substr(1)).size() + 1 != rest.size())) return {};
  // Day 1 is 1 January 1900, and the year 1900 has a 29 February there.
  const year_month_day date(sys_days(December / 30 / 1899) + days(number(digits)));
  return iso(static_cast<unsigned>(static_cast<int>(date.year())), static_cast<unsigned>(date.month()),
             static_cast<unsigned>(date.day()));
}

std::string date_of_timestamp(std::int64_t value) {
  using namespace std::chrono;
  constexpr std::int64_t kYear2100 = 4102444800;
  for (int scale = 0; scale < 3 && value > kYear2100; ++scale) value /= 1000;
  if (value <= 0 || value > kYear2100) return {};
  const year_month_day date(sys_days(floor<days>(sys_seconds(seconds(value)))));
  return iso(static_cast<unsigned>(static_cast<int>(date.year())), static_cast<unsigned>(date.month()),
             static_cast<unsigned>(date.day()));
}

}  // namespace newsgraph
