// What a sentence takes back of what it or the one before it stated: "banned it, but a court lifted the
// order", "The deal fell through."
#pragma once

#include "claims/assemble/finding.h"
#include "claims/resolve/reference.h"

namespace newsgraph {

// Changes the status of what was found and is said to be over, or to have come to nothing.
void take_back(const ResolutionContext& context, int sentence, std::vector<Finding>& found);

}  // namespace newsgraph
