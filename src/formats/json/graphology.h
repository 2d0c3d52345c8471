// JSON as graphology serializes it (https://graphology.github.io), for sigma.js.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kGraphology;

// By the beginning of a JSON text.
bool recognize_graphology(std::string_view head);

}  // namespace newsgraph
