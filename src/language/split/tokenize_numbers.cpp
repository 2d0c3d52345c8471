// Numbers: "1,200.50", "5:30", "9/11", "11-20-2000", "713-853-3989", "20th", "1990s", "mid" units
// cut off ("5 pm", "10 km", "$ 3 bn"), ranges cut ("1969 - 1970").
#include "language/split/tokenize_scanner.h"

namespace newsgraph {

namespace {

int to_int(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// "9/11", "5/18", "11/03" are dates to EWT, "1/2" and "19/20" are not.
bool is_month_and_day(std::string_view month, std::string_view day) {
  if (month.size() > 2 || day.size() > 2) return false;
  const int m = to_int(month);
  const int d = to_int(day);
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 && (day.size() == 2 || month.size() == 2);
}

// "345-9945", "77030-2707": a local telephone number, a ZIP code.
bool is_local_code(std::string_view left, std::string_view right) {
  return right.size() == 4 && (left.size() == 3 || left.size() == 5);
}

}  // namespace

std::size_t Scanner::digits_end(std::size_t at) const {
  while (digit_at(at)) ++at;
  return at;
}

// Digits with points and colons between them, and commas before groups of three.
std::size_t Scanner::grouped_end(std::size_t at) const {
  std::size_t end = digits_end(at);
  while (digit_at(end + 1)) {
    const char c = byte(end);
    const std::size_t group = digits_end(end + 1);
    if (c != '.' && c != ':' && !(c == ',' && group - end == 4)) break;
    end = group;
  }
  return end;
}

// The end of the date, telephone number or code that starts with the digits [begin, end), else `end`.
std::size_t Scanner::date_or_phone_end(std::size_t begin, std::size_t end) const {
  const char separator = byte(end);
  if ((separator != '-' && separator != '/') || !digit_at(end + 1)) return end;
  const std::size_t second = digits_end(end + 1);
  std::size_t last = second;
  int groups = 2;
  while ((byte(last) == '-' || byte(last) == '/') && digit_at(last + 1)) {
    last = digits_end(last + 1);
    ++groups;
  }
  if (groups >= 3) return last;
  const std::string_view left = slice(begin, end);
  const std::string_view right = slice(end + 1, second);
  const bool kept = separator == '/' ? is_month_and_day(left, right) : is_local_code(left, right);
  return kept ? second : end;
}

// Letters right after the digits belong to them ("20th", "4G") unless they are a unit ("5pm").
// A decade keeps its "'s".
std::size_t Scanner::suffix_end(std::size_t begin, std::size_t end) const {
  const std::size_t letters = letters_end(end);
  if (letters > end) return lexicon_.units.contains(slice(end, letters)) ? end : letters;
  const std::size_t digits = end - begin;
  const bool decade = byte(end - 1) == '0' && (digits == 2 || digits == 4);
  const std::size_t clitic = decade && glyph(end).cls == CharClass::apostrophe ? clitic_length(end) : 0;
  return end + clitic;
}

void Scanner::number() {
  if (!digit_at(pos_)) return emit(letters_end(pos_), TokenKind::number);  // digits of other scripts
  std::size_t end = digits_end(pos_);
  const std::size_t whole = date_or_phone_end(pos_, end);
  end = whole != end ? whole : grouped_end(pos_);
  end = suffix_end(pos_, end);
  const bool named = byte(end) == '@' || (byte(end) == '.' && is_letter(glyph(end + 1).cls));
  if (named && address(end)) return;
  emit(end, TokenKind::number);
}

}  // namespace newsgraph
