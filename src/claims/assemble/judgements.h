// Opinions: no verb of denouncing, but a judgement that somebody is reported to have passed: "It is an
// outrage," said X of what Y did.
#pragma once

#include "claims/assemble/stated_match.h"

namespace newsgraph {

// Whether the words pass a judgement of whoever says them, rather than deny or only report one.
bool passes_judgement(const StatedMatch& statement);
// Who is reported to hold it.
Group holders_of(const StatedMatch& statement);
// Of whom it is.
Group judged_by(const StatedMatch& statement);

}  // namespace newsgraph
