// Lists of words that several triggers share: "@misdeeds" among the words of a trigger stands for those of
// `words.misdeeds`.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "claims/schema/schema.h"

namespace newsgraph {

// Puts the words in place of the names of lists, in the triggers of a schema as it was read. Lists that the
// schema has none of are those of `base`, which may be null. Throws UsageError for a list that neither has.
// What is no schema stays as it is, for its reader to refuse.
void expand_lists(nlohmann::json& schema, const RelationSchema* base, const std::string& origin);

}  // namespace newsgraph
