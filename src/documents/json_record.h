// One JSON object that is an article or a relation.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "documents/read_context.h"

namespace newsgraph {

enum class RecordKind { kArticle, kRelation, kNeither };
RecordKind record_kind(const nlohmann::json& record, const ReadContext& context);

// Hands the record on and returns true, or notes why it is skipped. `line` is its line, or its number where
// there are no lines.
bool add_record(const nlohmann::json& record, const std::string& file, std::size_t line,
                ReadContext& context);

}  // namespace newsgraph
