// Whom a claim is made of: the subject that a match gives, or the state or owner that it stands for.
#pragma once

#include "claims/assemble/stated_match.h"

namespace newsgraph {

// Without what the rule asks of their types.
Group subjects_of(const StatedMatch& statement);

// Whom the sentence says, or else whom the rule implies, with the types that it asks for.
struct Agents {
  Group who;
  bool implied = false;
};
Agents agents_of(const StatedMatch& statement);

}  // namespace newsgraph
