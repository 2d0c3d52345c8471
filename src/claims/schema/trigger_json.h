// A trigger of a relation from its JSON. For the reader of schemas only.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "claims/schema/schema.h"

namespace newsgraph::schema_json {

// `relation` is the index of `of`, which says what the trigger does not say itself. Throws UsageError.
TriggerRule parse_trigger(const nlohmann::json& json, std::size_t relation, const Relation& of,
                          const std::string& origin);

}  // namespace newsgraph::schema_json
