#include "documents/mime_text.h"

#include <algorithm>
#include <cstdint>

#include "documents/headers.h"
#include "documents/lines.h"
#include "support/ascii.h"
#include "support/encoding.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr auto npos = std::string_view::npos;

int base64_digit(char c) {
  if (is_ascii_upper(c)) return c - 'A';
  if (is_ascii_lower(c)) return c - 'a' + 26;
  if (is_ascii_digit(c)) return c - '0' + 52;
  return c == '+' || c == '-' ? 62 : c == '/' || c == '_' ? 63 : -1;
}

// "charset?Q?text" of an encoded word; its bytes, and their charset in `charset`.
std::string word_bytes(std::string_view word, std::string& charset) {
  const auto first = word.find('?');
  charset = std::string(word.substr(0, std::min(word.find('*'), first)));  // behind "*" is the language
  const char kind = word[first + 1];
  std::string text(word.substr(first + 3));
  if (kind == 'B' || kind == 'b') return decode_base64(text);
  std::replace(text.begin(), text.end(), '_', ' ');
  return decode_quoted_printable(text);
}

// The length of the encoded word at the start of `text`, with its marks; 0 where there is none.
std::size_t word_length(std::string_view text) {
  if (!text.starts_with("=?")) return 0;
  const auto first = text.find('?', 2);
  if (first == npos || first + 2 >= text.size() || text[first + 2] != '?') return 0;
  const char kind = text[first + 1];
  if (kind != 'B' && kind != 'b' && kind != 'Q' && kind != 'q') return 0;
  const auto end = text.find("?=", first + 3);
  return end == npos ? 0 : end + 2;
}

}  // namespace

std::string decode_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    if (c == '=') {
      count = 0;
      bits = 0;
    }
    const int digit = base64_digit(c);
    if (digit < 0) continue;
    bits = bits << 6 | static_cast<std::uint32_t>(digit);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return out;
}

std::string decode_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '=') {
      out += text[at];
      continue;
    }
    // Behind the last "=" of a line only blanks may stand: the line goes on.
    const auto next = text.find_first_not_of(" \t", at + 1);
    if (next == npos || text[next] == '\n' || text.substr(next, 2) == "\r\n") {
      at = next == npos ? text.size() : text[next] == '\n' ? next : next + 1;
      continue;
    }
    const auto byte = hex_byte(text.substr(at + 1));
    out += byte.value_or('=');
    at += byte ? 2 : 0;
  }
  return out;
}

std::string decode_header(std::string_view value) {
  std::string out;
  std::string bytes;  // of encoded words in a row: a character may be cut between two
  std::string charset;
  const auto finish = [&] {
    if (!bytes.empty()) out += decode_text(bytes, charset).text;
    bytes.clear();
  };
  while (!value.empty()) {
    if (const std::size_t length = word_length(value); length > 0) {
      std::string own;
      const std::string decoded = word_bytes(value.substr(2, length - 4), own);
      if (own != charset) finish();
      charset = own;
      bytes += decoded;
      value.remove_prefix(length);
      // Blanks between two encoded words are none.
      const auto next = value.find_first_not_of(" \t\r\n");
      if (next != npos && word_length(value.substr(next)) > 0) value.remove_prefix(next);
      continue;
    }
    finish();
    const auto end = std::min(value.find("=?", 1), value.size());
    out += decode_text(value.substr(0, end)).text;
    value.remove_prefix(end);
  }
  finish();
  return out;
}

std::string unflow(std::string_view text, bool delete_blank) {
  std::string out;
  while (!text.empty()) {
    const std::string_view line = take_line(text);
    const bool flows = line.ends_with(' ') && line != "-- ";
    out += flows && delete_blank ? line.substr(0, line.size() - 1) : line;
    if (!flows) out += '\n';
  }
  return out;
}

}  // namespace newsgraph
