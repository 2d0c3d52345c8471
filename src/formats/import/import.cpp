#include "formats/import/import.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <utility>

#include "formats/fields/columns.h"
#include "formats/fields/node_text.h"
#include "formats/import/statement_reader.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

double as_number(const Value& value, const StringPool& pool) {
  if (const double* real = std::get_if<double>(&value)) return *real;
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
  if (const bool* boolean = std::get_if<bool>(&value)) return *boolean ? 1 : 0;
  std::string text(pool.text(std::get<StringId>(value)));
  // "1,5" is how half of Europe's spreadsheets write it.
  const std::size_t comma = text.find(',');
  if (comma != std::string::npos && text.find('.') == std::string::npos) text[comma] = '.';
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

// No mere number, nor how something is drawn.
bool may_name(std::string_view text) {
  const bool letters =
      std::any_of(text.begin(), text.end(), [](char c) { return is_ascii_letter(c) || !is_ascii(c); });
  return letters && !is_drawing_kind(text);
}

}  // namespace

GraphImport::GraphImport() : documents_(data_.documents) {}

StringId GraphImport::as_text(const Value& value) {
  if (const StringId* text = std::get_if<StringId>(&value)) return *text;
  return pool().intern(value_text(value, pool()));
}

std::uint32_t GraphImport::node(std::string_view id) {
  return place_of(pool().intern(id));
}

std::uint32_t GraphImport::place_of(StringId original) {
  const auto index = static_cast<std::uint32_t>(original);
  if (index >= places_.size()) places_.resize(std::max<std::size_t>(index + 1, places_.size() * 2));
  if (places_[index] == 0) {
    nodes_.push_back({original, {}, {}, {}, false});
    places_[index] = static_cast<std::uint32_t>(nodes_.size());
  }
  return places_[index] - 1;
}

// A text that colours and ids are made of: XML cannot hold control characters, which make no other type.
StringId GraphImport::as_key(const Value& value) {
  const StringId id = as_text(value);
  const std::string_view text = pool().text(id);
  if (!utf8::has_forbidden_control(text)) return id;
  const std::string kept = utf8::without_controls(text);
  return kept.empty() ? kNoText : pool().intern(kept);
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
      imported.labels = as_key(value);
      return;
    case NodeField::type:
      node.type = as_key(value);
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
      edge.relation = as_key(value);
      return;
    case EdgeField::interaction:
      interaction_ = as_key(value);
      return;
    case EdgeField::weight: {
      const double weight = as_number(value, pool());
      edge.weight = std::isnan(weight) ? 1 : weight;
      return;
    }
    case EdgeField::status:
      edge.status = as_key(value);
      return;
    case EdgeField::confidence: {
      const double confidence = as_number(value, pool());
      edge.confidence = std::isfinite(confidence) ? static_cast<float>(confidence) : 0;
      return;
    }
    case EdgeField::scope:
      edge.scope = as_key(value);
      return;
    case EdgeField::first_date:
      edge.first_date = as_key(value);
      return;
    case EdgeField::last_date:
      edge.last_date = as_key(value);
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
  else if (!is_counted_id(text) && !text.empty())
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

// The text of the best attribute by `rank`, without the prefix of a vocabulary; it goes, unless it has more
// labels.
std::optional<std::string> GraphImport::take_best(Attributes& attributes, unsigned (*rank)(std::string_view),
                                                  unsigned worst) {
  std::size_t best = attributes.size();
  unsigned least = worst + 1;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const StringId* text = std::get_if<StringId>(&attributes[i].value);
    const unsigned own = text == nullptr ? 0 : rank(pool().text(attributes[i].name));
    if (own == 0 || own >= least || !may_name(pool().text(*text))) continue;
    least = own;
    best = i;
  }
  if (best == attributes.size()) return std::nullopt;
  const std::string whole(pool().text(std::get<StringId>(attributes[best].value)));
  const std::string label = rank == name_rank ? whole : std::string(first_label(whole));
  if (label.empty()) return std::nullopt;
  if (whole.ends_with(label)) attributes.erase(attributes.begin() + static_cast<std::ptrdiff_t>(best));
  return label;
}

bool GraphImport::has_relation() const {
  if (edges_.back().edge.relation != kNoText || interaction_ != kNoText) return true;
  const StringPool& pool = *data_.strings;
  return std::any_of(edge_attributes_.begin(), edge_attributes_.end(), [&](const Attribute& attribute) {
    const StringId* text = std::get_if<StringId>(&attribute.value);
    return text != nullptr && relation_rank(pool.text(attribute.name)) != 0 && may_name(pool.text(*text));
  });
}

void GraphImport::take_other_relation(Edge& edge) {
  if (const auto relation = take_best(edge_attributes_, relation_rank))
    edge.relation = as_key(pool().intern(*relation));
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
  if (edge.relation == kNoText && !edge_attributes_.empty()) take_other_relation(edge);
  if (edge_attributes_.empty()) return;
  // igraph keeps an id as an attribute as well.
  const StringId id = pool().find("id");
  std::erase_if(edge_attributes_, [&](const Attribute& attribute) {
    const StringId* text = std::get_if<StringId>(&attribute.value);
    return attribute.name == id && text != nullptr && pool().text(*text) == edge.id.text("e_", pool());
  });
  if (edge_attributes_.empty()) return;
  sort_attributes(edge_attributes_, pool());
  edge.attributes = static_cast<std::uint32_t>(data_.edge_attributes.size());
  data_.edge_attributes.push_back(std::exchange(edge_attributes_, {}));
}

}  // namespace newsgraph
