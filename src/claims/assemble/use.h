// "banned the use of Orion", "its operations": what is used is what a ban is about.
#pragma once

#include <optional>
#include <vector>

#include "claims/assemble/stated_match.h"

namespace newsgraph {

// "banned its nurses from using Orion": what is out of use is banned, for whom is the scope. Who has a name
// is the one who is banned.
std::optional<Reference> used_thing(const StatedMatch& statement);

// "the use of Kaspersky": Kaspersky; any other phrase is itself. Of what follows `by` is who does it, null
// where that is not known.
Place used_noun(const ResolutionContext& context, Place at, const Group* by);
// "the use of Orion and of Vega": both.
std::vector<int> used_things(const ResolutionContext& context, int sentence, const std::vector<int>& tokens,
                             const Group* by);
// "the import, export and transit of arms": one thing, whatever is done with it.
std::vector<int> shared_complement(const ResolutionContext& context, int sentence, std::vector<int> tokens,
                                   const Group* by);

}  // namespace newsgraph
