// GraphML 1.0 (http://graphml.graphdrawing.org), laid out so that every reader takes it: docs/formats.md.
#pragma once

#include "exporters/format.h"

namespace newsgraph {

extern const Format kGraphml;

}  // namespace newsgraph
