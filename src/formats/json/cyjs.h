// Cytoscape JSON, for Cytoscape desktop, Cytoscape.js and networkx.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kCyjs;

}  // namespace newsgraph
