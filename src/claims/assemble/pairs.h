// Which pairs of arguments make a claim, and what the claim says beside them: status, scope, speaker,
// evidence.
#pragma once

#include <vector>

#include "claims/assemble/stated_match.h"

namespace newsgraph {

// Who does it to whom, before the claim is made of it.
struct Pair {
  Reference subject, object;
};

bool acceptable(const StatedMatch& statement, const Pair& pair);

// A relation between two names says that they are two: "Orion Inc. is a subsidiary of Orion".
void keep_apart(Pair& pair);

// Appends what the statement says of the pair, where that is worth saying and the sentence has not said it
// before. `found` is what the statement looks back at, too.
void emit(const StatedMatch& statement, const Pair& pair, std::vector<Finding>& found);

}  // namespace newsgraph
