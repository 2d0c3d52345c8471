// Where and for whom a claim holds: "on government devices", "in India", "for under-16s".
#pragma once

#include <string>
#include <vector>

#include "claims/assemble/stated_match.h"

namespace newsgraph {

// The first phrase below the trigger (or the verb that carries it) that one of the relation's prepositions
// opens and that is none of the arguments; empty where there is none.
std::string scope_of(const StatedMatch& statement);

// The same for a single word and any prepositions.
std::string scope_around(const ResolutionContext& context, Place at,
                         const std::vector<std::string>& prepositions);

}  // namespace newsgraph
