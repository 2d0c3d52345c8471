// Node-link JSON, as networkx and D3 read it: docs/formats.md.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kNodeLink;

}  // namespace newsgraph
