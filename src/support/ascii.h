// Letters, digits and case of ASCII only, whatever the locale; all other bytes are none and stay as they are.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace newsgraph {

// Bytes and code points alike.
constexpr bool is_ascii(char32_t c) noexcept {
  return c < 0x80;
}
constexpr bool is_ascii_upper(char32_t c) noexcept {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_lower(char32_t c) noexcept {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_ascii_digit(char32_t c) noexcept {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char32_t c) noexcept {
  return is_ascii_upper(c) || is_ascii_lower(c);
}
constexpr bool is_ascii_alphanumeric(char32_t c) noexcept {
  return is_ascii_letter(c) || is_ascii_digit(c);
}

constexpr bool is_ascii_hex_digit(char32_t c) noexcept {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr char ascii_lower(char c) noexcept {
  return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr char ascii_upper(char c) noexcept {
  return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

inline bool all_ascii(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_ascii(c); });
}

inline std::string ascii_lowered(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = ascii_lower(c);
  return lower;
}

// The letters, lowered, and digits: what names are compared by whose writing varies.
inline std::string ascii_letters_and_digits(std::string_view text) {
  std::string kept;
  for (const char c : text)
    if (is_ascii_alphanumeric(c)) kept += ascii_lower(c);
  return kept;
}

inline bool equals_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return ascii_lower(a) == ascii_lower(b); });
}

}  // namespace newsgraph
