// GEXF 1.3 (https://gexf.net), with dates and colours, and 1.2 for older readers: docs/formats.md.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kGexf;
extern const Format kGexf12;

bool recognize_gexf(std::string_view head);
Graph read_gexf(std::string_view bytes, const std::string& origin, unsigned jobs);

}  // namespace newsgraph
