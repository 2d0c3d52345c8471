// Formats that are pictures: DOT, for other programs to draw, and what Graphviz's library draws here.
// docs/formats.md has them.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

// https://graphviz.org/doc/info/lang.html
extern const Format kDot;

extern const Format kSvg;
extern const Format kPng;
extern const Format kPdf;

}  // namespace newsgraph
