#include "exporters/import.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_set>
#include <utility>

#include "exporters/columns.h"
#include "exporters/node_text.h"
#include "exporters/statement_reader.h"
#include "support/hash.h"
#include "support/utf8.h"

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

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

template <typename Field, std::size_t Size>
Field find_field(const FieldName<Field> (&fields)[Size], std::string_view name) {
  for (const FieldName<Field>& each : fields)
    if (equal_ignoring_case(each.name, name)) return each.field;
  return Field::other;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// "17", "n0", "e12": counted by a tool, so it says nothing.
bool is_counter(std::string_view id) {
  if (!id.empty() && !is_digit(id.front())) id.remove_prefix(1);
  return !id.empty() && std::all_of(id.begin(), id.end(), is_digit);
}

double as_number(const Value& value, const StringPool& pool) {
  if (const double* real = std::get_if<double>(&value)) return *real;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  if (const bool* boolean = std::get_if<bool>(&value)) return *boolean ? 1 : 0;
  const std::string_view text = pool.text(std::get<StringId>(value));
  double number = std::nan("");
  const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
  return result.ptr == text.data() + text.size() ? number : std::nan("");
}

// Whole and in range, or 0.
std::uint32_t as_count(const Value& value, const StringPool& pool) {
  const double number = as_number(value, pool);
  return number >= 1 && number <= 0xffff'ffff && number == std::floor(number)
             ? static_cast<std::uint32_t>(number)
             : 0;
}

}  // namespace

NodeField node_field(std::string_view name) {
  return find_field(kNodeFields, name);
}
EdgeField edge_field(std::string_view name) {
  return find_field(kEdgeFields, name);
}

bool is_name_token(std::string_view text) {
  const auto allowed = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_' || c == '-' ||
           c == '.';
  };
  return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

GraphImport::GraphImport() : documents_(data_.documents) {}

StringId GraphImport::as_text(const Value& value) {
  if (const StringId* text = std::get_if<StringId>(&value)) return *text;
  return pool().intern(value_text(value, pool()));
}

std::uint32_t GraphImport::node(std::string_view id) {
  const StringId original = pool().intern(id);
  const auto index = static_cast<std::uint32_t>(original);
  if (index >= places_.size()) places_.resize(std::max<std::size_t>(index + 1, places_.size() * 2));
  if (places_[index] == 0) {
    nodes_.push_back({original, {}, {}, {}});
    places_[index] = static_cast<std::uint32_t>(nodes_.size());
  }
  return places_[index] - 1;
}

void GraphImport::set_node(std::uint32_t place, NodeField field, StringId name, const Value& value) {
  ImportedNode& imported = nodes_[place];
  Node& node = imported.node;
  switch (field) {
    case NodeField::name:
      node.name = as_text(value);
      return;
    case NodeField::label:
      imported.label = as_text(value);
      return;
    case NodeField::labels:
      imported.labels = as_text(value);
      return;
    case NodeField::type:
      node.type = as_text(value);
      return;
    case NodeField::mentions:
      node.mentions = as_count(value, pool());
      return;
    case NodeField::documents:
      node.documents = as_count(value, pool());
      return;
    case NodeField::aliases:
      for (const std::string& alias : split_aliases(pool().text(as_text(value)))) add_alias(place, alias);
      return;
    case NodeField::other:
      node.attributes.push_back({name, value});
      return;
  }
}

void GraphImport::add_alias(std::uint32_t place, std::string_view alias) {
  if (!alias.empty()) nodes_[place].node.aliases.push_back(pool().intern(alias));
}

void GraphImport::edge(std::uint32_t source, std::uint32_t target) {
  finish_edge();
  edge_open_ = true;
  edges_.push_back({source, target, {}});
}

void GraphImport::set_edge(EdgeField field, StringId name, const Value& value) {
  Edge& edge = edges_.back().edge;
  switch (field) {
    case EdgeField::id:
      set_edge_id(pool().text(as_text(value)));
      return;
    case EdgeField::relation:
      edge.relation = as_text(value);
      return;
    case EdgeField::interaction:
      interaction_ = as_text(value);
      return;
    case EdgeField::weight: {
      const double weight = as_number(value, pool());
      edge.weight = std::isnan(weight) ? 1 : weight;
      return;
    }
    case EdgeField::status:
      edge.status = as_text(value);
      return;
    case EdgeField::confidence: {
      const double confidence = as_number(value, pool());
      edge.confidence = std::isfinite(confidence) ? static_cast<float>(confidence) : 0;
      return;
    }
    case EdgeField::scope:
      edge.scope = as_text(value);
      return;
    case EdgeField::first_date:
      edge.first_date = as_text(value);
      return;
    case EdgeField::last_date:
      edge.last_date = as_text(value);
      return;
    case EdgeField::documents:
      edge.documents = as_count(value, pool());
      return;
    case EdgeField::evidence:
      edge.evidence = as_text(value);
      return;
    case EdgeField::statements:
      set_statements(pool().text(as_text(value)));
      return;
    case EdgeField::other:
      edge_attributes_.push_back({name, value});
      return;
  }
}

void GraphImport::set_edge_text(EdgeField field, StringId name, std::string_view text) {
  if (field == EdgeField::id)
    set_edge_id(text);
  else if (field == EdgeField::statements)
    set_statements(text);
  else
    set_edge(field, name, pool().intern(text));
}

void GraphImport::set_edge_id(std::string_view text) {
  const ShortId id(text, "e_", pool());
  if (!id.in_pool())
    edges_.back().edge.id = id;
  else if (!is_counter(text) && !text.empty())
    edge_attributes_.push_back({pool().intern("original_id"), id.pooled()});
}

void GraphImport::set_statements(std::string_view json) {
  Edge& edge = edges_.back().edge;
  const std::size_t before = data_.statements.size();
  if (!read_statements(json, pool(), documents_, data_.statements)) {
    edge_attributes_.push_back({pool().intern("evidence_json"), pool().intern(json)});
    return;
  }
  edge.first_statement = static_cast<std::uint32_t>(before);
  edge.statement_count = static_cast<std::uint32_t>(data_.statements.size() - before);
}

void GraphImport::finish_edge() {
  if (!edge_open_) return;
  edge_open_ = false;
  Edge& edge = edges_.back().edge;
  if (edge.relation == kNoText)
    edge.relation = interaction_;
  else if (interaction_ != kNoText && interaction_ != edge.relation)
    edge_attributes_.push_back({pool().intern("interaction"), interaction_});
  interaction_ = kNoText;
  if (edge_attributes_.empty()) return;
  sort_attributes(edge_attributes_, pool());
  edge.attributes = static_cast<std::uint32_t>(data_.edge_attributes.size());
  data_.edge_attributes.push_back(std::exchange(edge_attributes_, {}));
}

// Ids of ours stay. Another tool's id is made into one of ours if it says something, else the name is.
std::string GraphImport::id_for(const ImportedNode& imported) const {
  const StringPool& pool = *data_.strings;
  const std::string_view original = pool.text(imported.original);
  if (original.starts_with("n_") && is_name_token(original)) return std::string(original);
  const std::string_view name = pool.text(imported.node.name);
  const std::string_view telling = is_counter(original) && !name.empty() ? name : original;
  const std::string slug = utf8::slug(telling);
  return "n_" + (slug.empty() ? hex(hash64(telling)) : slug);
}

void GraphImport::name_nodes() {
  std::unordered_set<std::string> taken;
  for (ImportedNode& imported : nodes_) {
    Node& node = imported.node;
    if (node.name == kNoText) node.name = std::exchange(imported.label, kNoText);
    if (imported.label != kNoText) node.aliases.push_back(imported.label);
    if (node.type == kNoText && imported.labels != kNoText) {
      std::string_view label = pool().text(imported.labels);  // ":Person:Actor"
      if (label.starts_with(':')) label.remove_prefix(1);
      node.type = pool().intern(label.substr(0, label.find(':')));
    }
    std::string id = id_for(imported);
    if (node.name == kNoText) node.name = imported.original;
    const std::string_view original = pool().text(imported.original);
    if (!taken.insert(id).second) {
      id += "-" + hex(hash64(original)).substr(8);
      while (!taken.insert(id).second) id += 'x';
    }
    if (id != original && !is_counter(original))
      node.attributes.push_back({pool().intern("original_id"), imported.original});
    node.id = pool().intern(id);
    std::erase(node.aliases, node.name);
    const auto before = [this](StringId a, StringId b) { return pool().text(a) < pool().text(b); };
    std::sort(node.aliases.begin(), node.aliases.end(), before);
    node.aliases.erase(std::unique(node.aliases.begin(), node.aliases.end()), node.aliases.end());
    sort_attributes(node.attributes, pool());
  }
}

Graph GraphImport::finish() {
  finish_edge();
  name_nodes();
  std::vector<Node> nodes;
  nodes.reserve(nodes_.size());
  for (ImportedNode& imported : nodes_) nodes.push_back(std::move(imported.node));
  nodes_.clear();
  return assemble(std::move(data_), std::move(nodes), std::move(edges_));
}

}  // namespace newsgraph
