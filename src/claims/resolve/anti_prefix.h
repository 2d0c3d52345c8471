// Whom a prefix opposes: "anti-Peru rallies", "anti-government protests in Lima".
#pragma once

#include <optional>

#include "claims/resolve/reference.h"

namespace newsgraph {

// Against whom a noun is; nothing where nobody can say.
std::optional<Reference> target_of_anti(const ResolutionContext& context, Place noun);

}  // namespace newsgraph
