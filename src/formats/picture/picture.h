// Pictures by Graphviz's library: docs/formats.md.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kSvg;
extern const Format kPng;
extern const Format kPdf;

}  // namespace newsgraph
