// JSON as graphology serializes it (https://graphology.github.io), for sigma.js.
#pragma once

#include "exporters/format.h"

namespace newsgraph {

extern const Format kGraphology;

}  // namespace newsgraph
