#include "documents/escaped_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <iterator>
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

}  // namespace

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
