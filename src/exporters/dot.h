// DOT (https://graphviz.org/doc/info/lang.html), for pictures by Graphviz: docs/formats.md.
#pragma once

#include "exporters/format.h"

namespace newsgraph {

extern const Format kDot;

// A name on lines of about `width` characters, broken between words.
std::string wrapped(std::string_view text, std::size_t width, std::string_view line_break);

}  // namespace newsgraph
