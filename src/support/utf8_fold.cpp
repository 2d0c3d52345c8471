// The part of utf8.h that needs the Unicode character database: utf8proc has it.
#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <utility>

#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph::utf8 {
namespace {

struct Free {
  void operator()(utf8proc_uint8_t* bytes) const { std::free(bytes); }
};

std::string map(std::string_view text, unsigned options) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                   static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, Free> owner(mapped);
  if (length == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (length < 0) {  // broken UTF-8: not possible after repair
    std::string repaired(text);
    return repair(repaired) > 0 ? map(repaired, options) : repaired;
  }
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

utf8proc_category_t category(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

bool between(char32_t code_point, utf8proc_category_t low, utf8proc_category_t high) {
  const auto of = category(code_point);
  return of >= low && of <= high;
}

constexpr unsigned kFold = UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;

// Latin letters that have no decomposition, by custom of transliteration (CLDR, Latin-ASCII).
constexpr std::array<std::pair<char32_t, std::string_view>, 16> kLatin = {{{U'æ', "ae"},
                                                                           {U'œ', "oe"},
                                                                           {U'ø', "o"},
                                                                           {U'đ', "d"},
                                                                           {U'ð', "d"},
                                                                           {U'þ', "th"},
                                                                           {U'ł', "l"},
                                                                           {U'ħ', "h"},
                                                                           {U'ı', "i"},
                                                                           {U'ĸ', "q"},
                                                                           {U'ŋ', "n"},
                                                                           {U'ŧ', "t"},
                                                                           {U'ƒ', "f"},
                                                                           {U'ɓ', "b"},
                                                                           {U'ə', "e"},
                                                                           {U'ß', "ss"}}};

std::string slug_of(char32_t code_point) {
  if (is_ascii(code_point)) return std::string(1, static_cast<char>(code_point));
  for (const auto& [letter, latin] : kLatin) {
    if (letter == code_point) return std::string(latin);
  }
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string number;
  for (char32_t rest = code_point; rest > 0; rest >>= 4) number.insert(0, 1, kDigits[rest & 0xF]);
  return "u" + number;
}

}  // namespace

bool is_letter(char32_t code_point) {
  return between(code_point, UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LO);
}

bool is_digit(char32_t code_point) {
  return category(code_point) == UTF8PROC_CATEGORY_ND;
}

bool is_upper(char32_t code_point) {
  const auto of = category(code_point);
  return of == UTF8PROC_CATEGORY_LU || of == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t code_point) {
  return category(code_point) == UTF8PROC_CATEGORY_LL;
}

bool is_space(char32_t code_point) {
  if (code_point == 0x85 || (code_point >= 0x09 && code_point <= 0x0D)) return true;
  return between(code_point, UTF8PROC_CATEGORY_ZS, UTF8PROC_CATEGORY_ZP);
}

bool is_punctuation(char32_t code_point) {
  return between(code_point, UTF8PROC_CATEGORY_PC, UTF8PROC_CATEGORY_PO);
}

bool is_nonspacing_mark(char32_t code_point) {
  return category(code_point) == UTF8PROC_CATEGORY_MN;
}

bool is_other(char32_t code_point) {
  const auto of = category(code_point);
  return of == UTF8PROC_CATEGORY_CN || (of >= UTF8PROC_CATEGORY_CC && of <= UTF8PROC_CATEGORY_CO);
}

void append_decomposed(std::u32string& text, char32_t code_point) {
  std::array<utf8proc_int32_t, 8> parts{};  // no canonical decomposition has more than four
  int boundary = 0;
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), parts.data(),
                                             parts.size(), UTF8PROC_DECOMPOSE, &boundary);
  if (count <= 0 || count > std::ssize(parts)) {
    text += code_point;
    return;
  }
  for (const utf8proc_int32_t part : std::span(parts).first(static_cast<std::size_t>(count)))
    text += static_cast<char32_t>(part);
}

char32_t to_lower(char32_t code_point) {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
}

char32_t to_upper(char32_t code_point) {
  return static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(code_point)));
}

std::string lower(std::string_view text) {
  if (all_ascii(text)) return ascii_lowered(text);
  std::string lowered;
  lowered.reserve(text.size());
  for (const Decoded& decoded : code_points(text)) append(lowered, to_lower(decoded.code_point));
  return lowered;
}

std::string nfc(std::string_view text) {
  return all_ascii(text) ? std::string(text) : map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string nfkc(std::string_view text) {
  return all_ascii(text) ? std::string(text)
                         : map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

std::string fold(std::string_view text) {
  return all_ascii(text) ? ascii_lowered(text) : map(text, kFold | UTF8PROC_COMPOSE);
}

std::string fold_marks(std::string_view text) {
  return all_ascii(text) ? ascii_lowered(text) : map(text, kFold | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
}

std::string slug(std::string_view text) {
  std::string result;
  bool gap = false;
  const std::string folded = fold_marks(text);
  for (const Decoded& decoded : code_points(folded)) {
    const char32_t c = decoded.code_point;
    if (c == U'\'' || c == U'’') continue;  // "people's" is one word
    if (!is_letter(c) && !is_digit(c)) {
      gap = true;
      continue;
    }
    if (gap && !result.empty()) result += '-';
    gap = false;
    result += slug_of(c);
  }
  return result;
}

}  // namespace newsgraph::utf8
