// Node-link JSON, as networkx and D3 read it: docs/formats.md.
#pragma once

#include "exporters/format.h"

namespace newsgraph {

extern const Format kNodeLink;

}  // namespace newsgraph
