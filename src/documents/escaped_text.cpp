#include "documents/text_mending.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string_view>

#include "support/ascii.h"
#include "support/encoding.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t kLongestName = 10;  // "thetasym", "#x1F600"

// 0 where it is no character.
char32_t number_of(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto [rest, failure] = std::from_chars(digits.data(), end, value, hex ? 16 : 10);
  if (digits.empty() || failure != std::errc() || rest != end) return 0;
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return value > 0x10FFFF || surrogate || value < 0x20 ? 0 : value;
}

// As HTML has it: 128 to 159 are those of Windows-1252.
std::string character(char32_t number) {
  if (number < 0x80 || number > 0x9F) return utf8::encode(number);
  return decode_text(std::string(1, static_cast<char>(number)), Encoding::kWindows1252).text;
}

// What "name" between "&" and ";" means; empty where nothing.
std::string meaning_of(std::string_view name) {
  if (name.starts_with('#')) {
    const char32_t number = number_of(name.substr(1));
    return number == 0 ? std::string() : character(number);
  }
  const std::string copy(name);
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(copy.c_str()));
  if (entity) return utf8::encode(entity->value);
  return name == "apos" ? "'" : "";
}

std::size_t unescape_once(std::string& text) {
  std::string out;
  std::size_t count = 0;
  std::size_t done = 0;
  for (auto at = text.find('&'); at != npos; at = text.find('&', at + 1)) {
    const std::string_view window = std::string_view(text).substr(at + 1, kLongestName + 1);
    const auto length = window.find(';');
    if (length == npos || length == 0) continue;
    const std::string meaning = meaning_of(window.substr(0, length));
    if (meaning.empty()) continue;
    const auto end = at + 1 + length;
    out.append(text, done, at - done);
    out += meaning;
    done = end + 1;
    at = end;
    ++count;
  }
  if (count > 0) text = out.append(text, done);
  return count;
}

bool is_suffix(std::string_view rest) {
  for (const std::string_view suffix : {"s", "t", "re", "ll", "ve", "d", "m"}) {
    if (!rest.starts_with(suffix)) continue;
    if (rest.size() == suffix.size() || !is_ascii_letter(rest[suffix.size()])) return true;
  }
  return false;
}

// "#39;", "quot;", "amp;" whose "&" was lost or became a blank, as in the AG News corpus. Only these: nothing
// else that is written has a number or such a word before a semicolon.
struct Bare {
  std::string_view written;
  std::string_view meaning;
};
constexpr Bare kBare[] = {{"#39;", "'"},   {"#34;", "\""},  {"#36;", "$"},    {"#38;", "&"},
                          {"#146;", "’"},  {"#145;", "‘"},  {"#147;", "“"},   {"#148;", "”"},
                          {"#150;", "–"},  {"#151;", "—"},  {"#8211;", "–"},  {"#8212;", "—"},
                          {"#8216;", "‘"}, {"#8217;", "’"}, {"#8220;", "“"},  {"#8221;", "”"},
                          {"#8230;", "…"}, {"#x27;", "'"},  {"#x2019;", "’"}, {"#160;", " "}};

const Bare* bare_at(std::string_view text, std::size_t at) {
  if (at > 0 && text[at - 1] == '&') return nullptr;
  const auto found = std::find_if(std::begin(kBare), std::end(kBare), [&](const Bare& bare) {
    return text.substr(at, bare.written.size()) == bare.written;
  });
  return found == std::end(kBare) ? nullptr : found;
}

std::size_t mend_bare(std::string& text) {
  std::string out;
  std::size_t count = 0;
  std::size_t done = 0;
  for (auto at = text.find('#'); at != npos; at = text.find('#', at + 1)) {
    const Bare* bare = bare_at(text, at);
    if (!bare) continue;
    const std::size_t end = at + bare->written.size();
    // "China #39;s" is "China's".
    const bool apostrophe = bare->meaning == "'" || bare->meaning == "’";
    const bool joins =
        apostrophe && at > done && text[at - 1] == ' ' && is_suffix(std::string_view(text).substr(end));
    out.append(text, done, at - done - (joins ? 1 : 0));
    out += bare->meaning;
    done = end;
    ++count;
  }
  if (count > 0) text = out.append(text, done);
  return count;
}

// Hexadecimal digits, exactly `count`; nothing where others stand there.
std::optional<std::uint32_t> hex_at(std::string_view text, std::size_t at, std::size_t count) {
  const std::string_view digits = text.substr(std::min(at, text.size()), count);
  std::uint32_t value = 0;
  const auto [rest, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (digits.size() != count || failure != std::errc() || rest != digits.data() + count) return std::nullopt;
  return value;
}

struct Escape {
  std::string meaning;
  std::size_t length = 0;  // of what is written
};

// "\u2019", and two of them for what is beyond.
std::optional<Escape> unicode_escape(std::string_view text) {
  const auto first = text.starts_with("\\u") ? hex_at(text, 2, 4) : std::nullopt;
  if (!first || *first < 0xA0) return std::nullopt;
  constexpr std::size_t kOne = 6;
  if (*first < 0xD800 || *first > 0xDFFF) return Escape{utf8::encode(*first), kOne};
  const auto second = text.substr(kOne).starts_with("\\u") ? hex_at(text, kOne + 2, 4) : std::nullopt;
  if (!second || *first > 0xDBFF || *second < 0xDC00 || *second > 0xDFFF) return std::nullopt;
  return Escape{utf8::encode(0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00)), 2 * kOne};
}

// "\xe2\x80\x99": the bytes of one character.
std::optional<Escape> byte_escape(std::string_view text) {
  std::string bytes;
  constexpr std::size_t kOne = 4;
  for (std::size_t at = 0; bytes.size() < 4 && text.substr(at, 2) == "\\x"; at += kOne) {
    const auto byte = hex_at(text, at + 2, 2);
    if (!byte || *byte < 0x80) break;
    bytes += static_cast<char>(*byte);
    if (bytes.size() > 1 && utf8::valid(bytes)) return Escape{bytes, at + kOne};
  }
  return std::nullopt;
}

// "\n\n", "\r\n": nobody writes two of these in a row; one alone may be part of a path.
std::optional<Escape> break_escape(std::string_view text) {
  std::size_t at = 0;
  while (text.substr(at, 2) == "\\n" || text.substr(at, 2) == "\\r") at += 2;
  return at >= 4 ? std::optional(Escape{"\n\n", at}) : std::nullopt;
}

}  // namespace

std::size_t unescape_source(std::string& text) {
  std::string out;
  std::size_t count = 0;
  std::size_t done = 0;
  for (auto at = text.find('\\'); at != npos; at = text.find('\\', at + 1)) {
    const std::string_view rest = std::string_view(text).substr(at);
    auto escape = unicode_escape(rest);
    if (!escape) escape = byte_escape(rest);
    if (!escape) escape = break_escape(rest);
    if (!escape) continue;
    out.append(text, done, at - done);
    out += escape->meaning;
    done = at + escape->length;
    at = done - 1;
    ++count;
  }
  if (count > 0) text = out.append(text, done);
  return count;
}

std::size_t unescape(std::string& text) {
  constexpr int kMostTimes = 3;  // escaped over and over
  std::size_t count = 0;
  for (int time = 0; time < kMostTimes; ++time) {
    const std::size_t replaced = unescape_once(text);
    count += replaced;
    if (replaced == 0) break;
  }
  return count + mend_bare(text);
}

}  // namespace newsgraph
