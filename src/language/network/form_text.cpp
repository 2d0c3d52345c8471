#include "language/network/form_text.h"

#include <cstddef>

#include "support/utf8.h"

namespace newsgraph {
namespace {

// The plain characters for a typographic one; empty where it stays as it is.
std::u32string_view plain(char32_t c) {
  switch (c) {
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
      return U"\"";
    case U'\u2018':
    case U'\u2019':
      return U"'";
    case U'\u2013':
      return U"-";
    case U'\u2014':
      return U"--";
    case U'\u2026':
      return U"...";
    case U'\u00A0':
      return U" ";
    default:
      return {};
  }
}

}  // namespace

std::u32string normalise_form(std::string_view form) {
  std::u32string result;
  for (const auto& [c, length, valid] : utf8::code_points(form)) {
    const std::u32string_view replacement = plain(c);
    if (replacement.empty()) {
      result += c;
    } else {
      result += replacement;
    }
  }
  return result;
}

std::u32string lower_form(std::u32string_view form) {
  std::u32string result(form);
  for (char32_t& c : result) c = utf8::to_lower(c);
  return result;
}

std::string encode_form(std::u32string_view form) {
  std::string result;
  for (const char32_t c : form) utf8::append(result, c);
  return result;
}

}  // namespace newsgraph
