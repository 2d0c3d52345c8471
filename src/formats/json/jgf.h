// JSON Graph Format, version 2 (https://jsongraphformat.info); version 1 is read as well.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kJgf;

}  // namespace newsgraph
