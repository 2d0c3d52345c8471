// The DOT text behind a picture. It differs from the format `dot`, which is for other programs: labels
// stand in the line of their edge, unconnected parts lie side by side, and there is a legend.
#pragma once

#include <string>

#include "formats/picture/picture_choice.h"
#include "formats/text/escape.h"

namespace newsgraph {

// `dots_per_inch`: resolution of a picture made of pixels. 72 is the unit of the others.
std::string picture_dot(const PictureChoice& choice, unsigned dots_per_inch, LossCounts& losses);

}  // namespace newsgraph
