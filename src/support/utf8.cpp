#include "support/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "support/ascii.h"

namespace newsgraph::utf8 {
namespace {

bool continues(std::string_view text, std::size_t at, unsigned char low, unsigned char high) {
  if (at >= text.size()) return false;
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte >= low && byte <= high;
}

// What the first byte says about the sequence: its length, its own bits, and the range of the second byte,
// which excludes overlong forms, surrogates and values past U+10FFFF (Unicode Standard, table 3-7).
struct Lead {
  std::size_t length;
  char32_t bits;
  unsigned char second_low;
  unsigned char second_high;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0, 0};
  if (byte < 0xE0) return {2, byte & 0x1Fu, 0x80, 0xBF};
  if (byte == 0xE0) return {3, 0, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0xD, 0x80, 0x9F};
  if (byte < 0xF0) return {3, byte & 0x0Fu, 0x80, 0xBF};
  if (byte == 0xF0) return {4, 0, 0x90, 0xBF};
  if (byte == 0xF4) return {4, 4, 0x80, 0x8F};
  return {4, byte & 0x07u, 0x80, 0xBF};
}

// Bytes of ASCII from `at` on, eight at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080u;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + at, 8);
    if ((word & kHighBits) != 0) break;
  }
  while (at < text.size() && is_ascii(text[at])) ++at;
  return at;
}

}  // namespace

Decoded decode(std::string_view text, std::size_t at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.length == 0) return {kReplacement, 1, false};
  char32_t code_point = lead.bits;
  for (std::size_t i = 1; i < lead.length; ++i) {
    const bool second = i == 1;
    if (!continues(text, at + i, second ? lead.second_low : 0x80, second ? lead.second_high : 0xBF)) {
      return {kReplacement, i, false};
    }
    code_point = code_point << 6 | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  }
  return {code_point, lead.length, true};
}

void append(std::string& text, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = kReplacement;
  const auto byte = [&](char32_t bits) {
    text.push_back(static_cast<char>(static_cast<unsigned char>(bits)));
  };
  if (code_point < 0x80) return byte(code_point);
  if (code_point < 0x800) {
    byte(0xC0 | code_point >> 6);
  } else if (code_point < 0x10000) {
    byte(0xE0 | code_point >> 12);
    byte(0x80 | (code_point >> 6 & 0x3F));
  } else {
    byte(0xF0 | code_point >> 18);
    byte(0x80 | (code_point >> 12 & 0x3F));
    byte(0x80 | (code_point >> 6 & 0x3F));
  }
  byte(0x80 | (code_point & 0x3F));
}

std::string encode(char32_t code_point) {
  std::string text;
  append(text, code_point);
  return text;
}

std::size_t valid_prefix(std::string_view text) {
  std::size_t at = 0;
  while ((at = skip_ascii(text, at)) < text.size()) {
    const Decoded decoded = decode(text, at);
    if (!decoded.valid) break;
    at += decoded.length;
  }
  return at;
}

std::size_t repair(std::string& text) {
  std::size_t at = valid_prefix(text);
  if (at == text.size()) return 0;
  std::string repaired(text, 0, at);
  std::size_t replaced = 0;
  while (at < text.size()) {
    const Decoded decoded = decode(text, at);
    append(repaired, decoded.code_point);
    replaced += decoded.valid ? 0 : 1;
    at += decoded.length;
  }
  text = std::move(repaired);
  return replaced;
}

std::size_t length(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += decode(text, at).length;
  return count;
}

std::string_view truncate(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

bool has_forbidden_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_forbidden_control);
}

std::string without_controls(std::string_view text) {
  std::string kept(text);
  std::erase_if(kept, is_forbidden_control);
  return kept;
}

}  // namespace newsgraph::utf8
