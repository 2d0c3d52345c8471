// Whom a noun phrase means: a name, a pronoun, "the company", "Chinese officials", "US attacks".
#pragma once

#include <optional>

#include "claims/resolve/reference.h"

namespace newsgraph {

// What a noun phrase means, given by its head; nothing for a pronoun or a description whose antecedent is not
// certain.
std::optional<Reference> resolve(const ResolutionContext& context, Place head);
// The same without what was learned: nothing where two fit equally well.
std::optional<Reference> resolve_by_rules(const ResolutionContext& context, Place head);

}  // namespace newsgraph
