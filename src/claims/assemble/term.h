// What is forbidden for a time: "banned for two years in 2010".
#pragma once

#include "claims/assemble/stated_match.h"

namespace newsgraph {

// Whether the time that the words give was over when the document was written.
bool has_run_out(const StatedMatch& statement);

}  // namespace newsgraph
