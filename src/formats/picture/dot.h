// DOT (https://graphviz.org/doc/info/lang.html), for pictures by Graphviz: docs/formats.md.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kDot;

}  // namespace newsgraph
