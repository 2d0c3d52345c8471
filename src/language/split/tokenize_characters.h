// What a character is to the tokenizer: a coarse class, cheap for ASCII, by general category beyond.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "support/ascii.h"

namespace newsgraph {

enum class CharClass : std::uint8_t {
  space,    // white space, controls, no-break and zero-width spaces, byte order mark
  newline,  // \n and \r
  lower,    // letters but capitals, combining marks, joiners; bytes that are not UTF-8
  upper,    // capital and titlecase letters
  digit,
  apostrophe,  // ' ’ ‘ ` ´ ʼ: a quote or part of a word
  hyphen,      // - and its look-alikes, but no dash
  terminal,    // . ! ? … and their full-width forms
  open,        // ( [ { and opening quotes
  close,       // ) ] } and closing quotes
  quote,       // ", which opens and closes
  symbol       // every other mark
};

struct Glyph {
  char32_t code = 0;
  std::uint8_t length = 1;  // bytes; 1 for a byte that does not start valid UTF-8
  CharClass cls = CharClass::space;
};

namespace detail {
extern const std::array<CharClass, 128> kAsciiClasses;
Glyph decode_multibyte(std::string_view text, std::size_t at) noexcept;
}  // namespace detail

// The character that starts at byte `at`, which has to be inside the text.
inline Glyph glyph_at(std::string_view text, std::size_t at) noexcept {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return {byte, 1, detail::kAsciiClasses[byte]};
  return detail::decode_multibyte(text, at);
}

inline bool is_blank(CharClass c) noexcept {
  return c <= CharClass::newline;
}
inline bool is_letter(CharClass c) noexcept {
  return c == CharClass::lower || c == CharClass::upper;
}
inline bool is_word(CharClass c) noexcept {
  return is_letter(c) || c == CharClass::digit;
}

}  // namespace newsgraph
