// Text as DOT takes it, for everything that writes DOT.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "formats/text/escape.h"
#include "formats/text/text_buffer.h"

namespace newsgraph {

// A quoted string. A line break becomes the escape for one; nothing in `text` works as an escape, an
// entity or the end of the string.
void append_dot_string(TextBuffer& out, std::string_view text, LossCounts& counts);

// A name on lines of about `width` characters, broken between words.
std::string wrapped(std::string_view text, std::size_t width, std::string_view line_break);

// `text` with every line break and tab a space.
std::string on_one_line(std::string_view text);

}  // namespace newsgraph
