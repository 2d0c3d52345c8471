// What nodes and edges call their fields, and the attributes of a graph as columns with one type each, for
// formats that declare them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/text/escape.h"
#include "graph/view.h"

namespace newsgraph {

// The fields that every node and edge has, the same in every format that lets us choose. Attributes may not
// take these names, nor `id` and `type`, which tools give other meanings.
constexpr std::array<std::string_view, 9> kNodeFieldNames{
    "id", "type", "label", "name", "labels", "entity_type", "aliases", "mentions", "documents"};
constexpr std::array<std::string_view, 20> kEdgeFieldNames{
    "id",         "type",      "source",    "target",   "key",           "label",      "interaction",
    "kind",       "relation",  "edge_id",   "weight",   "status",        "confidence", "scope",
    "first_date", "last_date", "documents", "evidence", "evidence_json", "statements"};

enum class ValueType : std::uint8_t { boolean, integer, real, text };
// What a format calls them, in that order.
using TypeNames = std::array<std::string_view, 4>;
inline std::string_view name_of(ValueType type, const TypeNames& names) {
  return names[static_cast<std::size_t>(type)];
}

// `type` holds every value of the column: integers among reals are reals, anything mixed is text.
struct Column {
  StringId id;
  std::string name;  // one line; unique among the columns and the names that the format uses itself
  ValueType type;
};

// Columns for the attributes of all nodes, or all edges, sorted by name. An attribute with a name of
// `reserved` gets an underscore at its end, and is counted.
std::vector<Column> node_columns(const Graph& graph, std::span<const std::string_view> reserved,
                                 Losses& losses);
std::vector<Column> edge_columns(const Graph& graph, std::span<const std::string_view> reserved,
                                 Losses& losses);

// The column of an attribute; it is one of them.
const Column& column_of(const std::vector<Column>& columns, StringId name);

// The value as text: true, 42, 0.5, "France". Not finite numbers are "nan", "inf" and "-inf".
std::string value_text(const Value& value, const StringPool& pool);
// The edge's weight; 1, and counted, where it is not finite.
double finite_weight(const EdgeView& edge, LossCounts& counts);
// The value as its column has it: integers in a column of reals are reals.
Value in_column(const Value& value, ValueType type);

}  // namespace newsgraph
