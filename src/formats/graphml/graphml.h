// GraphML 1.0 (http://graphml.graphdrawing.org), laid out so that every reader takes it: docs/formats.md.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kGraphml;

bool recognize_graphml(std::string_view head);
Graph read_graphml(std::string_view bytes, const std::string& origin, unsigned jobs);

}  // namespace newsgraph
