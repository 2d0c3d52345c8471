// Whom a noun phrase means: a name, a pronoun, "the company", "Chinese officials", "US attacks".
#pragma once

#include <optional>
#include <vector>

#include "claims/resolve/reference.h"

namespace newsgraph {

// What a noun phrase means, given by its head; nothing for a pronoun or a description whose antecedent is not
// certain.
std::optional<Reference> resolve(const ResolutionContext& context, Place head);
// The same where that has a name, else nothing; of several tokens of a sentence those that have one.
std::optional<Reference> resolve_named(const ResolutionContext& context, Place head);
std::vector<Reference> resolve_named(const ResolutionContext& context, int sentence,
                                     const std::vector<int>& heads);
// The same as resolve() without what was learned: nothing where two fit equally well.
std::optional<Reference> resolve_by_rules(const ResolutionContext& context, Place head);

}  // namespace newsgraph
