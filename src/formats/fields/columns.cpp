#include "formats/fields/columns.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "formats/text/text_buffer.h"
#include "support/ascii.h"

namespace newsgraph {
namespace {

using Types = std::map<StringId, ValueType>;

ValueType type_of(const Value& value) {
  return static_cast<ValueType>(value.index());
}

ValueType common_type(ValueType a, ValueType b) {
  if (a == b) return a;
  const auto numeric = [](ValueType type) { return type == ValueType::integer || type == ValueType::real; };
  return numeric(a) && numeric(b) ? ValueType::real : ValueType::text;
}

void collect(const Attributes& attributes, Types& types) {
  for (const Attribute& attribute : attributes) {
    const ValueType type = type_of(attribute.value);
    const auto [found, added] = types.try_emplace(attribute.name, type);
    if (!added) found->second = common_type(found->second, type);
  }
}

std::vector<Column> make_columns(const Types& types, const StringPool& pool,
                                 std::span<const std::string_view> reserved, Losses& losses) {
  std::vector<Column> columns;
  LossCounts not_counted;  // here; a name is written once, not with each value
  for (const auto& [id, type] : types) columns.push_back({id, one_line(pool.text(id), not_counted), type});
  std::sort(columns.begin(), columns.end(), [](const Column& a, const Column& b) { return a.name < b.name; });
  const auto is_taken = [&](const Column& column) {
    // Gephi and spreadsheets take "Source" and "source" for one.
    const auto equal = [&](std::string_view name) { return equals_ignoring_case(name, column.name); };
    const auto same = [&](const Column& other) { return &other != &column && equal(other.name); };
    return column.name.empty() || std::any_of(reserved.begin(), reserved.end(), equal) ||
           std::any_of(columns.begin(), columns.end(), same);
  };
  for (Column& column : columns) {
    if (!is_taken(column)) continue;
    ++losses["attributes renamed, for the format uses their name"];
    do column.name += '_';
    while (is_taken(column));
  }
  return columns;
}

}  // namespace

std::vector<Column> node_columns(const Graph& graph, std::span<const std::string_view> reserved,
                                 Losses& losses) {
  Types types;
  for (const Vertex vertex : boost::make_iterator_range(boost::vertices(graph)))
    collect(graph[vertex].attributes, types);
  return make_columns(types, *data(graph).strings, reserved, losses);
}

std::vector<Column> edge_columns(const Graph& graph, std::span<const std::string_view> reserved,
                                 Losses& losses) {
  Types types;
  for (const EdgeDescriptor edge : boost::make_iterator_range(boost::edges(graph)))
    if (graph[edge].attributes != 0) collect(data(graph).edge_attributes[graph[edge].attributes], types);
  return make_columns(types, *data(graph).strings, reserved, losses);
}

const Column& column_of(const std::vector<Column>& columns, StringId name) {
  return *std::find_if(columns.begin(), columns.end(),
                       [name](const Column& column) { return column.id == name; });
}

std::string value_text(const Value& value, const StringPool& pool) {
  if (const bool* boolean = std::get_if<bool>(&value)) return *boolean ? "true" : "false";
  if (const StringId* text = std::get_if<StringId>(&value)) return std::string(pool.text(*text));
  TextBuffer out;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) {
    out << *integer;
  } else {
    const double real = std::get<double>(value);
    if (std::isnan(real)) return "nan";
    if (std::isinf(real)) return real > 0 ? "inf" : "-inf";
    out << real;
  }
  return std::string(out.view());
}

double finite_weight(const EdgeView& edge, LossCounts& counts) {
  if (std::isfinite(edge.weight())) return edge.weight();
  ++counts.not_finite;
  return 1;
}

Value in_column(const Value& value, ValueType type) {
  const auto* integer = std::get_if<std::int64_t>(&value);
  if (type == ValueType::real && integer != nullptr) return static_cast<double>(*integer);
  return value;
}

}  // namespace newsgraph
