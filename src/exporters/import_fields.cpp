#include "exporters/import_fields.h"

#include <algorithm>

#include "support/ascii.h"

namespace newsgraph {
namespace {

template <typename Field>
struct FieldName {
  std::string_view name;
  Field field;
};

constexpr FieldName<NodeField> kNodeFields[] = {
    {"name", NodeField::name},         {"label", NodeField::label},        {"labels", NodeField::labels},
    {"entity_type", NodeField::type},  {"type", NodeField::type},          {"aliases", NodeField::aliases},
    {"mentions", NodeField::mentions}, {"documents", NodeField::documents}};
constexpr FieldName<EdgeField> kEdgeFields[] = {
    {"edge_id", EdgeField::id},           {"edge id", EdgeField::id},
    {"label", EdgeField::relation},       {"edge label", EdgeField::relation},
    {"relation", EdgeField::relation},    {"interaction", EdgeField::interaction},
    {"kind", EdgeField::interaction},     {"weight", EdgeField::weight},
    {"status", EdgeField::status},        {"confidence", EdgeField::confidence},
    {"scope", EdgeField::scope},          {"first_date", EdgeField::first_date},
    {"last_date", EdgeField::last_date},  {"documents", EdgeField::documents},
    {"evidence", EdgeField::evidence},    {"evidence_json", EdgeField::statements},
    {"statements", EdgeField::statements}};

template <typename Field, std::size_t Size>
Field find_field(const FieldName<Field> (&fields)[Size], std::string_view name) {
  for (const FieldName<Field>& each : fields)
    if (equals_ignoring_case(each.name, name)) return each.field;
  return Field::other;
}

}  // namespace

NodeField node_field(std::string_view name) {
  return find_field(kNodeFields, name);
}
EdgeField edge_field(std::string_view name) {
  return find_field(kEdgeFields, name);
}

}  // namespace newsgraph
