// What the colours and lines of a picture mean.
#pragma once

#include "formats/picture/picture_choice.h"
#include "formats/text/escape.h"

namespace newsgraph {

// Appends an HTML-like label for Graphviz, with its angle brackets: the types, relations and line styles
// that the picture has, and how much of the graph it shows.
void append_legend(TextBuffer& out, const PictureChoice& choice, LossCounts& losses);

}  // namespace newsgraph
