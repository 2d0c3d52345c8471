// Where and for whom a claim holds: "on government devices", "in India", "for under-16s".
#pragma once

#include <string>
#include <vector>

#include "claims/discourse/discourse.h"
#include "claims/match/match.h"

namespace newsgraph {

// The first phrase below the trigger (or the verb that carries it) that one of the prepositions
// opens and that is none of the arguments; empty where there is none.
std::string scope_of(Discourse& discourse, const RelationSchema& schema, int sentence, const Match& match,
                     const std::vector<std::string>& prepositions);

// The same for a single word.
std::string scope_around(Discourse& discourse, const RelationSchema& schema, Place at,
                         const std::vector<std::string>& prepositions);

}  // namespace newsgraph
