// Text in other encodings to UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
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
// The name that iconv() has for an encoding that pages, XML files, mails and users name: "CP1251" for
// "x-cp1251", "windows-1251", "win1251". Names mean what browsers take them for (WHATWG Encoding
// Standard, 4.2): Latin-1 and ASCII are "WINDOWS-1252", GB2312 is "GB18030". "UTF-8" for UTF-16 as well, for
// whoever reads that name has read bytes that are none. Empty where nobody knows it: only what stands in this
// table ever reaches iconv().
std::string_view encoding_of_name(std::string_view name);

// The encoding, as iconv() names it, where `start` is rightly declared to be in `charset`; empty where it is
// UTF-8 or UTF-16 all the same, or the name is unknown.
std::string_view declared_encoding(std::string_view start, std::string_view charset);

// Reads `source`, which is in `encoding`, as valid UTF-8 without a byte order mark, block by block. A line
// that is no UTF-8 in a source that has had ASCII only so far is judged by itself, so that a file put
// together from several encodings is read as far as it can be told. Adds the sequences that became U+FFFD to
// `repaired`, which must outlive the source.
std::unique_ptr<Source> decode_stream(std::unique_ptr<Source> source, Encoding encoding,
                                      std::uint64_t& repaired);
// From an encoding that declared_encoding() gave.
std::unique_ptr<Source> decode_stream(std::unique_ptr<Source> source, std::string_view encoding,
                                      std::uint64_t& repaired);

}  // namespace newsgraph
