// FollowTheMoney entities (https://followthemoney.tech), one JSON object a line.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kFtm;

}  // namespace newsgraph
