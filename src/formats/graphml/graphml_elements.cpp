#include "formats/graphml/graphml_elements.h"

#include <algorithm>
#include <cmath>

#include "formats/fields/node_text.h"
#include "formats/fields/statement_json.h"
#include "formats/text/byte_scan.h"

namespace newsgraph {
namespace {

// APOC finds node labels under the key `labels` and takes an edge's first datum, `label`, for its type.
constexpr std::array kNodeFields{
    GraphmlField{"n_label", "label", "string"},     GraphmlField{"n_name", "name", "string"},
    GraphmlField{"labels", "labels", "string"},     GraphmlField{"n_entity_type", "entity_type", "string"},
    GraphmlField{"n_aliases", "aliases", "string"}, GraphmlField{"n_mentions", "mentions", "int"},
    GraphmlField{"n_documents", "documents", "int"}};
constexpr std::array kEdgeFields{GraphmlField{"label", "label", "string"},
                                 GraphmlField{"e_interaction", "interaction", "string"},
                                 GraphmlField{"e_edge_id", "edge_id", "string"},
                                 GraphmlField{"e_weight", "weight", "double"},
                                 GraphmlField{"e_status", "status", "string"},
                                 GraphmlField{"e_confidence", "confidence", "double"},
                                 GraphmlField{"e_scope", "scope", "string"},
                                 GraphmlField{"e_first_date", "first_date", "string"},
                                 GraphmlField{"e_last_date", "last_date", "string"},
                                 GraphmlField{"e_documents", "documents", "int"},
                                 GraphmlField{"e_evidence", "evidence", "string"},
                                 GraphmlField{"e_evidence_json", "evidence_json", "string"}};

constexpr std::string_view kEnd = "</data>";

const GraphmlKey& find_key(const std::vector<GraphmlKey>& keys, StringId name) {
  return *std::find_if(keys.begin(), keys.end(),
                       [name](const GraphmlKey& key) { return key.column.id == name; });
}

}  // namespace

std::span<const GraphmlField> graphml_node_fields() {
  return kNodeFields;
}
std::span<const GraphmlField> graphml_edge_fields() {
  return kEdgeFields;
}

void GraphmlElements::write(const NodeView& node) {
  out_.append("<node id=\"", node.id(), "\">");
  const std::string label = type_label(node.type());
  field("\n  <data key=\"n_label\">", node.name());
  field("\n  <data key=\"n_name\">", node.name());
  if (!label.empty()) out_.append("\n  <data key=\"labels\">:", label, kEnd);
  field("\n  <data key=\"n_entity_type\">", node.type());
  if (node.alias_count() != 0) field("\n  <data key=\"n_aliases\">", joined_aliases(node));
  field("\n  <data key=\"n_mentions\">", node.mentions());
  field("\n  <data key=\"n_documents\">", node.documents());
  attributes(layout_.node_keys, node.attributes());
  if (layout_.yed != nullptr) layout_.yed->write_node(out_, node, counts_);
  out_ << "\n</node>\n";
}

void GraphmlElements::write(const EdgeView& edge) {
  ShortId::Buffer buffer;
  const std::string_view id = edge.id(buffer);
  out_.append("<edge id=\"", id, "\" source=\"", edge.source().id(), "\" target=\"", edge.target().id(),
              "\"");
  if (layout_.gephi) {
    out_ << " label=\"";
    append_xml_attribute(out_, edge.relation(), counts_);
    out_ << '"';
  }
  out_ << '>';
  field("\n  <data key=\"label\">", edge.relation());
  field("\n  <data key=\"e_interaction\">", edge.relation());
  field("\n  <data key=\"e_edge_id\">", id);
  field("\n  <data key=\"e_weight\">", finite_weight(edge, counts_));
  field("\n  <data key=\"e_status\">", edge.status());
  if (edge.confidence() != 0) field("\n  <data key=\"e_confidence\">", edge.confidence());
  field("\n  <data key=\"e_scope\">", edge.scope());
  field("\n  <data key=\"e_first_date\">", edge.first_date());
  field("\n  <data key=\"e_last_date\">", edge.last_date());
  field("\n  <data key=\"e_documents\">", edge.documents());
  field("\n  <data key=\"e_evidence\">", edge.evidence());
  if (edge.statement_count() != 0) statements(edge);
  if (edge.raw().attributes != 0) attributes(layout_.edge_keys, edge.attributes());
  if (layout_.yed != nullptr) layout_.yed->write_edge(out_, edge, counts_);
  out_ << "\n</edge>\n";
}

// The starts of fields are of known length, so that copying them takes an instruction or two.
template <std::size_t Size>
void GraphmlElements::field(const char (&start)[Size], std::string_view value) {
  if (value.empty()) return;
  if (is_plain<'&', '<', '>'>(value))
    out_.append(start, value, kEnd);
  else
    text(start, value);
}

template <std::size_t Size>
void GraphmlElements::field(const char (&start)[Size], std::uint32_t value) {
  if (value != 0) out_ << start << value << kEnd;
}

template <std::size_t Size, std::floating_point Real>
void GraphmlElements::field(const char (&start)[Size], Real value) {
  if (std::isfinite(value))
    out_ << start << value << kEnd;
  else
    ++counts_.not_finite;
}

void GraphmlElements::text(std::string_view start, std::string_view value) {
  if (value.empty()) return;
  out_ << start;
  append_xml_text(out_, value, counts_);
  out_ << kEnd;
}

// Written where it belongs, and taken back where it turns out to need escaping.
void GraphmlElements::statements(const EdgeView& edge) {
  out_ << "\n  <data key=\"e_evidence_json\">";
  const std::size_t start = out_.size();
  JsonWriter json(out_, counts_);
  write_statements(json, edge);
  const std::string_view written = out_.view().substr(start);
  if (!is_plain<'&', '<', '>'>(written)) {
    const std::string copy(written);
    out_.remove_last(copy.size());
    append_xml_text(out_, copy, counts_);
  }
  out_ << kEnd;
}

void GraphmlElements::attributes(const std::vector<GraphmlKey>& keys, const Attributes& attributes) {
  for (const Attribute& attribute : attributes) {
    const GraphmlKey& key = find_key(keys, attribute.name);
    const Value value = in_column(attribute.value, key.column.type);
    if (const double* number = std::get_if<double>(&value); number != nullptr && !std::isfinite(*number)) {
      ++counts_.not_finite;
      continue;
    }
    if (std::holds_alternative<bool>(value)) ++counts_.booleans;
    text(key.start, value_text(value, pool_));
  }
}

}  // namespace newsgraph
