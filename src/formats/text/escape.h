// Escaping: any bytes in, well-formed text out. What a format cannot hold is counted.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "formats/base/losses.h"
#include "formats/text/text_buffer.h"

namespace newsgraph {

struct LossCounts {
  std::uint64_t control_characters = 0;  // dropped: XML 1.0 forbids them
  std::uint64_t line_breaks = 0;         // turned into spaces
  std::uint64_t broken_utf8 = 0;         // sequences replaced by U+FFFD
  std::uint64_t not_finite = 0;          // numbers left out: NaN and infinity
  std::uint64_t booleans = 0;            // written as text

  void add_to(Losses& losses) const;
  LossCounts& operator+=(const LossCounts& other);
};

// The characters that text formats can hold, on one line: without control characters, with spaces for
// line breaks and U+FFFD for broken UTF-8.
std::string one_line(std::string_view text, LossCounts& counts);

// Element content: as it is, or one CDATA section where it has `& < >`, for some readers keep only the
// last of several chunks of text.
void append_xml_text(TextBuffer& out, std::string_view text, LossCounts& losses);
// An attribute's value without its quotation marks (").
void append_xml_attribute(TextBuffer& out, std::string_view text, LossCounts& losses);
// A JSON string with its quotation marks.
void append_json_string(TextBuffer& out, std::string_view text, LossCounts& losses);

}  // namespace newsgraph
