// UTF-16, unit by unit.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "support/utf8.h"

namespace newsgraph {

// Decodes UTF-16; keeps a pair that is not complete between calls.
struct Utf16Decoder {
  bool big_endian = false;
  char32_t high = 0;  // a high surrogate that waits for its low one
  std::size_t repaired = 0;

  char32_t unit(std::string_view bytes, std::size_t at) const {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return big_endian ? first * 256u + second : second * 256u + first;
  }

  void add(char32_t unit, std::string& text) {
    const bool low = unit >= 0xDC00 && unit < 0xE000;
    if (low && high != 0) {
      utf8::append(text, 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
      high = 0;
      return;
    }
    flush(text);
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
    } else if (low) {
      broken(text);
    } else {
      utf8::append(text, unit);
    }
  }

  void flush(std::string& text) {
    if (high != 0) broken(text);
    high = 0;
  }

  void broken(std::string& text) {
    utf8::append(text, utf8::kReplacement);
    ++repaired;
  }
};

}  // namespace newsgraph
