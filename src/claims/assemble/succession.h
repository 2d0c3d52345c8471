// Who owned before whoever the text lets have it afterwards: "was owned by Orion. Vega bought it a year
// later."
#pragma once

#include "claims/assemble/finding.h"
#include "claims/resolve/reference.h"

namespace newsgraph {

// Ends what somebody owned in the past of which the sentence tells that it went to somebody else, or that he
// sold it.
void end_former_owners(const ResolutionContext& context, int sentence, std::vector<Finding>& found);

}  // namespace newsgraph
