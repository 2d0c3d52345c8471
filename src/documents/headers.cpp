#include "documents/headers.h"

#include <algorithm>
#include <optional>

#include "documents/lines.h"
#include "support/ascii.h"
#include "support/encoding.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kMostFields = 1000;
constexpr std::size_t kLongestField = std::size_t{64} << 10;

int hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  return is_ascii_hex_digit(c) ? ascii_lower(c) - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = text[at] == '%' ? hex_byte(text.substr(at + 1)) : std::nullopt;
    out += byte.value_or(text[at]);
    at += byte ? 2 : 0;
  }
  return out;
}

// Takes the next parameter off `rest`: name in small letters, value without its quotes.
bool take_parameter(std::string_view& rest, std::string& name, std::string& value) {
  const auto semicolon = rest.find(';');
  if (semicolon == std::string_view::npos) return false;
  rest = trimmed(rest.substr(semicolon + 1));
  const auto equals = std::min(rest.find_first_of("=;"), rest.size());
  name = utf8::lower(trimmed(rest.substr(0, equals)));
  value.clear();
  if (equals == rest.size() || rest[equals] == ';') {
    rest.remove_prefix(equals);
    return true;
  }
  rest = trimmed(rest.substr(equals + 1));
  if (!rest.starts_with('"')) {
    const auto end = std::min(rest.find(';'), rest.size());
    value = trimmed(rest.substr(0, end));
    rest.remove_prefix(end);
    return true;
  }
  std::size_t at = 1;
  for (; at < rest.size() && rest[at] != '"'; ++at) {
    if (rest[at] == '\\' && at + 1 < rest.size()) ++at;
    value += rest[at];
  }
  rest.remove_prefix(std::min(at + 1, rest.size()));
  return true;
}

// "utf-8'en'na%C3%AFve", of RFC 2231.
std::string extended(std::string_view value) {
  const auto first = value.find('\'');
  const auto second = first == std::string_view::npos ? first : value.find('\'', first + 1);
  if (second == std::string_view::npos) return percent_decoded(value);
  return decode_text(percent_decoded(value.substr(second + 1)), std::string(value.substr(0, first))).text;
}

}  // namespace

std::optional<char> hex_byte(std::string_view text) {
  const int high = text.size() >= 2 ? hex_digit(text[0]) : -1;
  const int low = high < 0 ? -1 : hex_digit(text[1]);
  return low < 0 ? std::nullopt : std::optional(static_cast<char>(high * 16 + low));
}

Headers Headers::take(std::string_view& text) {
  Headers headers;
  std::string line;
  const auto finish = [&] {
    if (!line.empty()) headers.add_line(line);
    line.clear();
  };
  while (!text.empty()) {
    const std::string_view next = take_line(text);
    if (next.empty()) break;
    if (next[0] != ' ' && next[0] != '\t') {
      finish();
      line = next.substr(0, kLongestField);
    } else if (line.size() < kLongestField) {
      line += next.substr(0, kLongestField);
    }
  }
  finish();
  return headers;
}

void Headers::add_line(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || fields_.size() >= kMostFields) return;
  fields_.emplace_back(utf8::lower(trimmed(line.substr(0, colon))),
                       std::string(trimmed(line.substr(colon + 1))));
}

std::string_view Headers::get(std::string_view name) const {
  const auto found =
      std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
  return found == fields_.end() ? std::string_view() : std::string_view(found->second);
}

bool Headers::has(std::string_view name) const {
  return std::any_of(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
}

std::string header_token(std::string_view value) {
  return utf8::lower(trimmed(value.substr(0, value.find(';'))));
}

std::string header_parameter(std::string_view value, std::string_view wanted) {
  std::string joined;
  bool encoded = false;
  std::string name;
  std::string part;
  while (take_parameter(value, name, part)) {
    if (name == wanted) return part;
    if (!name.starts_with(wanted) || name.size() <= wanted.size() || name[wanted.size()] != '*') continue;
    encoded |= name.ends_with('*');
    joined += part;
  }
  return encoded ? extended(joined) : joined;
}

}  // namespace newsgraph
