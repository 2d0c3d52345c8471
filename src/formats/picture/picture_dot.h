// The DOT text behind a picture. It differs from the format `dot`, which is for other programs: labels
// stand in the line of their edge, unconnected parts lie side by side, and there is a legend.
#pragma once

#include <string>

#include "formats/picture/picture_choice.h"
#include "formats/text/escape.h"

namespace newsgraph {

// `dots_per_inch`: resolution of a picture made of pixels. 72 is the unit of the others.
std::string picture_dot(const PictureChoice& choice, unsigned dots_per_inch, LossCounts& losses);

// The legend in it, what colours and lines mean: appends an HTML-like label for Graphviz, with its angle
// brackets: the types, relations and line styles that the picture has, and how much of the graph it shows.
void append_legend(TextBuffer& out, const PictureChoice& choice, LossCounts& losses);

}  // namespace newsgraph
