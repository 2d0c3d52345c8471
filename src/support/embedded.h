// Data files inside the program, put there by newsgraph_embed() of the build.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

// At namespace scope: declares the bytes that newsgraph_embed(target symbol file) made.
// NOLINTBEGIN(bugprone-macro-parentheses): a name that is declared takes none
#define NEWSGRAPH_EMBEDDED(symbol)           \
  extern "C" {                               \
  extern const unsigned char symbol[];       \
  extern const unsigned char symbol##_end[]; \
  }                                          \
  static_assert(true, "the macro ends with a semicolon")
// NOLINTEND(bugprone-macro-parentheses)

// Views of them; they live as long as the program and are aligned to 64 bytes.
#define NEWSGRAPH_EMBEDDED_BYTES(symbol) ::newsgraph::embedded_bytes(symbol, symbol##_end)
#define NEWSGRAPH_EMBEDDED_TEXT(symbol) ::newsgraph::embedded_text(symbol, symbol##_end)

namespace newsgraph {

inline std::span<const std::byte> embedded_bytes(const unsigned char* begin, const unsigned char* end) {
  return std::as_bytes(std::span(begin, end));
}

inline std::string_view embedded_text(const unsigned char* begin, const unsigned char* end) {
  return {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(end - begin)};
}

}  // namespace newsgraph
