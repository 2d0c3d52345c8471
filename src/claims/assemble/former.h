// Who had or has what changes hands, where the model takes it for the buyer's.
#pragma once

#include <optional>

#include "claims/assemble/stated_match.h"
#include "claims/resolve/reference.h"

namespace newsgraph {

// What the subject of a purchase or sale has who is no buyer in it: what is bought from him is his until
// then, what he is to sell still is. Nothing for everybody else.
std::optional<Status> status_of_former_owner(const StatedMatch& statement, const Reference& subject,
                                             Status read);

}  // namespace newsgraph
