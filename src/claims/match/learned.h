// What the model reads in a sentence beside what the rules find: words that state a relation without a word
// of it, and arguments that stand where no rule looks.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "claims/match/match.h"

namespace newsgraph {

// The index of a relation among those that the model tells apart (kClaimRelations).
std::optional<std::size_t> model_relation(std::string_view name);

// Matches of the schema's rules of kind `learned`, in text order of the trigger: words that the model takes
// for a trigger of the rule's relation, with the words that it takes for the arguments. No subjects: whoever
// says it, elsewhere. Which of them are claims the scorer decides (scorer.h). Empty where the sentence has no
// scores.
std::vector<Match> learned_matches(const RelationSchema& schema, const Tree& tree);

}  // namespace newsgraph
