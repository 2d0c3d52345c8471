#include "formats/json/json_fields.h"

#include <cmath>
#include <type_traits>

#include "formats/fields/columns.h"
#include "formats/fields/node_text.h"
#include "formats/fields/statement_json.h"

namespace newsgraph {
namespace {

std::vector<std::string_view> joined(std::span<const std::string_view> a,
                                     std::span<const std::string_view> b) {
  std::vector<std::string_view> result(a.begin(), a.end());
  result.insert(result.end(), b.begin(), b.end());
  return result;
}

}  // namespace

bool has_json(const Value& value) {
  const double* real = std::get_if<double>(&value);
  return real == nullptr || std::isfinite(*real);
}

void write_attribute(JsonWriter& json, std::string_view name, const Value& value, const StringPool& pool) {
  if (!has_json(value)) {
    ++json.losses().not_finite;
    return;
  }
  json.escaped_key(name);
  std::visit(
      [&](auto held) {
        using Held = decltype(held);
        if constexpr (std::is_same_v<Held, bool>)
          json.boolean(held);
        else if constexpr (std::is_same_v<Held, StringId>)
          json.text(pool.text(held));
        else
          json.number(held);
      },
      value);
}

void write_ends(JsonWriter& json, const EdgeView& edge) {
  json.member("source", edge.source().id());
  json.member("target", edge.target().id());
}

JsonFields::JsonFields(const Graph& graph, Losses& losses, std::span<const std::string_view> more_reserved)
    : graph_(graph),
      node_columns_(node_columns(graph, joined(kNodeFieldNames, more_reserved), losses)),
      edge_columns_(edge_columns(graph, joined(kEdgeFieldNames, more_reserved), losses)) {}

void JsonFields::write_node(JsonWriter& json, const NodeView& node) const {
  json.member("label", node.name());
  json.member("name", node.name());
  json.member("entity_type", node.type());
  write_aliases(json, "aliases", node);
  json.number_member("mentions", node.mentions());
  json.number_member("documents", node.documents());
  write_attributes(json, node.attributes(), node_columns_);
}

void JsonFields::write_edge(JsonWriter& json, const EdgeView& edge) const {
  json.member("label", edge.relation());
  json.member("relation", edge.relation());
  json.key("weight");
  json.number(finite_weight(edge, json.losses()));
  json.member("status", edge.status());
  json.number_member("confidence", edge.confidence());
  json.member("scope", edge.scope());
  json.member("first_date", edge.first_date());
  json.member("last_date", edge.last_date());
  json.number_member("documents", edge.documents());
  json.member("evidence", edge.evidence());
  if (edge.statement_count() != 0) {
    json.key("statements");
    write_statements(json, edge);
  }
  if (edge.raw().attributes != 0) write_attributes(json, edge.attributes(), edge_columns_);
}

void JsonFields::write_graph(JsonWriter& json) const {
  for (const Attribute& attribute : data(graph_).attributes) {
    const StringPool& pool = *data(graph_).strings;
    write_attribute(json, pool.text(attribute.name), attribute.value, pool);
  }
}

void JsonFields::write_position(JsonWriter& json, std::string_view key, const NodeView& node) const {
  const std::optional<Position> position = position_of(node);
  if (!position) return;
  json.begin_object(key);
  json.key("x");
  json.number(position->x);
  json.key("y");
  json.number(position->y);
  json.end_object();
}

void JsonFields::write_attributes(JsonWriter& json, const Attributes& attributes,
                                  const std::vector<Column>& columns) const {
  for (const Attribute& attribute : attributes)
    write_attribute(json, column_of(columns, attribute.name).name, attribute.value, *data(graph_).strings);
}

}  // namespace newsgraph
