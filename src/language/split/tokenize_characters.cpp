#include "language/split/tokenize_characters.h"

#include <utf8proc.h>

#include "support/ascii.h"

namespace newsgraph::detail {

namespace {

constexpr CharClass ascii_class(char c) {
  if (c == '\n' || c == '\r') return CharClass::newline;
  if (c <= ' ' || c == 127) return CharClass::space;
  if (is_ascii_lower(c)) return CharClass::lower;
  if (is_ascii_upper(c)) return CharClass::upper;
  if (is_ascii_digit(c)) return CharClass::digit;
  switch (c) {
    case '\'':
    case '`':
      return CharClass::apostrophe;
    case '-':
      return CharClass::hyphen;
    case '.':
    case '!':
    case '?':
      return CharClass::terminal;
    case '(':
    case '[':
    case '{':
      return CharClass::open;
    case ')':
    case ']':
    case '}':
      return CharClass::close;
    case '"':
      return CharClass::quote;
    default:
      return CharClass::symbol;
  }
}

constexpr std::array<CharClass, 128> ascii_classes() {
  std::array<CharClass, 128> classes{};
  for (std::size_t c = 0; c < classes.size(); ++c) classes[c] = ascii_class(static_cast<char>(c));
  return classes;
}

CharClass by_category(utf8proc_category_t category) {
  switch (category) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharClass::upper;
    case UTF8PROC_CATEGORY_ND:
      return CharClass::digit;
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PS:
      return CharClass::open;
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PE:
      return CharClass::close;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return CharClass::space;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PO:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SO:
    case UTF8PROC_CATEGORY_NO:
      return CharClass::symbol;
    default:
      return CharClass::lower;
  }
}

CharClass beyond_ascii(char32_t code) {
  switch (code) {
    case 0x200B:
    case 0xFEFF:
      return CharClass::space;  // zero-width: they separate, and show nothing
    case 0x2018:
    case 0x2019:
    case 0x201B:
    case 0x00B4:
    case 0x02BC:
    case 0xFF07:
      return CharClass::apostrophe;
    case 0x2010:
    case 0x2011:
    case 0xFF0D:
      return CharClass::hyphen;
    case 0x2026:
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
      return CharClass::terminal;
    case 0x201A:
    case 0x201E:
      return CharClass::open;
    default:
      return by_category(utf8proc_category(static_cast<utf8proc_int32_t>(code)));
  }
}

}  // namespace

const std::array<CharClass, 128> kAsciiClasses = ascii_classes();

Glyph decode_multibyte(std::string_view text, std::size_t at) noexcept {
  utf8proc_int32_t code = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at);
  const auto length = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &code);
  if (length <= 0) return {0xFFFD, 1, CharClass::lower};
  const auto point = static_cast<char32_t>(code);
  return {point, static_cast<std::uint8_t>(length), beyond_ascii(point)};
}

}  // namespace newsgraph::detail
