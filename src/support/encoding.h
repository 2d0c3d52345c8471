// Text in other encodings to UTF-8.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "support/source.h"

namespace newsgraph {

enum class Encoding { kUtf8, kUtf16Le, kUtf16Be, kWindows1252 };

// By byte order mark, or UTF-16 by the zero bytes that Latin text has in it; else kUtf8 or, where the bytes
// are no UTF-8 but look like text in it, kWindows1252. `start` is the text, or its first kilobytes.
Encoding guess_encoding(std::string_view start);

struct DecodedText {
  std::string text;          // valid UTF-8 without a byte order mark
  std::size_t repaired = 0;  // broken sequences that became U+FFFD
};
DecodedText decode_text(std::string_view bytes);
DecodedText decode_text(std::string_view bytes, Encoding encoding);
// By the name that a page declares ("iso-8859-1", "gb2312"), as browsers understand these names; a name that
// nobody knows counts as undeclared.
DecodedText decode_text(std::string_view bytes, const std::string& charset);

// Reads UTF-16 as UTF-8, block by block; without a byte order mark.
std::unique_ptr<Source> decode_utf16(std::unique_ptr<Source> source, bool big_endian);

}  // namespace newsgraph
