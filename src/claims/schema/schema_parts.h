// What the reader of schemas is made of: shared lists and triggers. For it only.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "claims/schema/schema.h"

namespace newsgraph::schema_json {

// Lists of words that several triggers share: "@misdeeds" among the words of a trigger stands for those of
// `words.misdeeds`. Puts the words in place of the names of lists, in the triggers of a schema as it was
// read. Lists that the schema has none of are those of `base`, which may be null. Throws UsageError for a
// list that neither has. What is no schema stays as it is, for its reader to refuse.
void expand_lists(nlohmann::json& schema, const RelationSchema* base, const std::string& origin);

// `relation` is the index of `of`, which says what the trigger does not say itself. Throws UsageError.
TriggerRule parse_trigger(const nlohmann::json& json, std::size_t relation, const Relation& of,
                          const std::string& origin);

}  // namespace newsgraph::schema_json
