// What a word of judgement is said of: "the ban is outrageous", "his reckless decision", "an act of
// aggression by Turkey". Knows words and trees only.
#pragma once

#include <vector>

#include "claims/grammar/tree.h"
#include "claims/schema/schema.h"

namespace newsgraph {

// The heads of the noun phrases that an evaluating adjective or noun judges: the subjects of a
// predicate, the noun of an attribute. Empty for a noun that is no predicate: it judges its actors.
std::vector<int> judged_heads(const Tree& tree, const RelationSchema& schema, int word);

// "is to blame": an infinitive that says of the subject what an adjective would.
bool is_infinitive_of_be(const Tree& tree, int word);

// Whether the word is negated or asked for rather than said: "is no terrorist", "without malice".
bool is_retracted(const Tree& tree, int word);

}  // namespace newsgraph
