// What nodes and edges call their fields, the same in every format that lets us choose.
#pragma once

#include <array>
#include <string_view>

namespace newsgraph {

// Attributes may not take these names, nor `id` and `type`, which tools give other meanings.
constexpr std::array<std::string_view, 9> kNodeFieldNames{
    "id", "type", "label", "name", "labels", "entity_type", "aliases", "mentions", "documents"};
constexpr std::array<std::string_view, 20> kEdgeFieldNames{
    "id",         "type",      "source",    "target",   "key",           "label",      "interaction",
    "kind",       "relation",  "edge_id",   "weight",   "status",        "confidence", "scope",
    "first_date", "last_date", "documents", "evidence", "evidence_json", "statements"};

}  // namespace newsgraph
