// The page: one HTML file that shows the graph in any browser, without a network.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kHtml;

}  // namespace newsgraph
