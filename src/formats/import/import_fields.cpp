#include "formats/import/import_fields.h"

#include <algorithm>
#include <iterator>
#include <string>

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

// As name_rank() and the others compare them.
constexpr std::string_view kOtherNames[] = {"nodename", "entityname", "displayname", "displaylabel",
                                            "fullname", "preflabel", "rdfslabel", "caption", "sharedname",
                                            // Of these an id that says something is better:
                                            "title", "text", "file", "username", "screenname", "url"};
static_assert(std::size(kOtherNames) > kTellingName && kOtherNames[kTellingName] == "title");
constexpr std::string_view kOtherTypes[] = {"nodetype",   "entitytype", "labelv",    "category",
                                            "categories", "atype",      "nodelabel", "nodelabels",
                                            "kind",       "class",      "types",     "group"};
constexpr std::string_view kOtherRelations[] = {"predicate",
                                                "labele",
                                                "relationship",
                                                "relationshiptype",
                                                "relationtype",
                                                "relationname",
                                                "relationlabel",
                                                "edgelabel",
                                                "label",
                                                "edgetype",
                                                "linktype",
                                                "linklabel",
                                                "rel",
                                                "reltype",
                                                "sharedinteraction",
                                                "verb",
                                                "property",
                                                "role",
                                                "type",
                                                "category",
                                                "caption",
                                                "name",
                                                "title"};
constexpr std::string_view kDrawingKinds[] = {
    "directed", "undirected", "mutual", "mixed",       "bidirectional", "unidirectional", "arrow",
    "line",     "curve",      "curved", "curvedarrow", "straight",      "bezier",         "simplebezier",
    "step",     "smoothstep", "dashed", "dotted",      "solid",         "dynamic",        "continuous",
    "default",  "custom",     "edge",   "link",        "relationship",  "relation",       "rel"};

template <std::size_t Size>
unsigned rank_in(const std::string_view (&names)[Size], std::string_view name) {
  const std::string wanted = ascii_letters_and_digits(name);
  const auto found = std::find(std::begin(names), std::end(names), wanted);
  return found == std::end(names) ? 0 : static_cast<unsigned>(found - std::begin(names)) + 1;
}

}  // namespace

unsigned name_rank(std::string_view attribute) {
  return rank_in(kOtherNames, attribute);
}
unsigned type_rank(std::string_view attribute) {
  return rank_in(kOtherTypes, attribute);
}
unsigned relation_rank(std::string_view attribute) {
  return rank_in(kOtherRelations, attribute);
}

bool is_drawing_kind(std::string_view value) {
  return rank_in(kDrawingKinds, value) != 0;
}

std::string_view first_label(std::string_view labels) {
  constexpr std::string_view kAround = " \t\r\n[]\"':";
  const std::size_t begin = labels.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  labels.remove_prefix(begin);
  for (const std::string_view prefix : {"biolink:", "schema:", "maltego."})
    if (labels.starts_with(prefix)) labels.remove_prefix(prefix.size());
  const std::size_t end = labels.find_first_of(":;|,\"'[]");
  const std::string_view first = labels.substr(0, end);
  return first.substr(0, first.find_last_not_of(kAround) + 1);
}

NodeField node_field(std::string_view name) {
  return find_field(kNodeFields, name);
}
EdgeField edge_field(std::string_view name) {
  return find_field(kEdgeFields, name);
}

}  // namespace newsgraph
