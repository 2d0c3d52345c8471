// Whom a noun describes: "X, the owner of Y", "Y's parent company X", "X is a unit of Y".
#pragma once

#include <vector>

#include "claims/grammar/tree.h"

namespace newsgraph {

// The noun phrases that a noun is said of, as the tree has them; conjuncts spelt out; empty where there are
// none.
std::vector<int> described_by(const Tree& tree, int noun);

// The same for a noun that has to be said of somebody, a trigger: where the tree is silent, the name after
// the noun or before its comma.
std::vector<int> referents_of_role(const Tree& tree, int noun);

// The possessor of a role noun, also where the possessive stands with the name that the noun
// describes: "TikTok's parent company ByteDance".
std::vector<int> possessors_of_role(const Tree& tree, int noun);

// The name that a noun stands before as a title or description ("the firm ByteDance"), -1 for none.
int described_name(const Tree& tree, int noun);

}  // namespace newsgraph
