#include "formats/gexf/gexf_elements.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "formats/fields/node_text.h"
#include "formats/fields/palette.h"
#include "formats/fields/statement_json.h"
#include "support/day.h"

namespace newsgraph {
namespace {

constexpr std::array kNodeFields{GexfField{"entity_type", "string"}, GexfField{"aliases", "string"},
                                 GexfField{"mentions", "integer"}, GexfField{"documents", "integer"}};
constexpr std::array kEdgeFields{GexfField{"status", "string"},    GexfField{"confidence", "double"},
                                 GexfField{"scope", "string"},     GexfField{"first_date", "string"},
                                 GexfField{"last_date", "string"}, GexfField{"documents", "integer"},
                                 GexfField{"evidence", "string"},  GexfField{"evidence_json", "string"}};

void write_color(TextBuffer& out, Color color) {
  out << "<viz:color r=\"" << std::uint32_t{color.red} << "\" g=\"" << std::uint32_t{color.green} << "\" b=\""
      << std::uint32_t{color.blue} << "\"/>\n";
}

}  // namespace

std::span<const GexfField> gexf_node_fields() {
  return kNodeFields;
}
std::span<const GexfField> gexf_edge_fields() {
  return kEdgeFields;
}

void GexfElements::write(const NodeView& node) {
  out_.append("<node id=\"", node.id(), "\" label=\"");
  append_xml_attribute(out_, node.name(), counts_);
  out_ << "\">\n<attvalues>\n";
  value("entity_type", node.type());
  if (node.alias_count() != 0) value("aliases", joined_aliases(node));
  number("mentions", node.mentions());
  number("documents", node.documents());
  attributes(node.attributes(), layout_.node_columns);
  out_ << "</attvalues>\n";
  write_picture(node);
  out_ << "</node>\n";
}

void GexfElements::write_picture(const NodeView& node) {
  out_ << "<viz:size value=\"" << node_size(node) << "\"/>\n";
  if (const auto position = position_of(node))
    out_ << "<viz:position x=\"" << position->x << "\" y=\"" << position->y << "\" z=\"0.0\"/>\n";
  write_color(out_, node_color(node.type()));
}

void GexfElements::write(const EdgeView& edge) {
  ShortId::Buffer id;
  out_.append("<edge id=\"", edge.id(id), "\" source=\"", edge.source().id(), "\" target=\"",
              edge.target().id(), "\"");
  xml_attribute("label", edge.relation());
  if (!layout_.old) xml_attribute("kind", edge.relation());  // keeps relations apart, which Gephi would merge
  out_ << " weight=\"" << finite_weight(edge, counts_) << '"';
  find_days(edge);
  if (days_.size() <= 1) {
    if (is_day(edge.first_date())) xml_attribute("start", edge.first_date());
    if (is_day(edge.last_date())) xml_attribute("end", edge.last_date());
  }
  out_ << ">\n";
  if (days_.size() > 1) write_spells();
  out_ << "<attvalues>\n";
  write_fields(edge);
  if (edge.raw().attributes != 0) attributes(edge.attributes(), layout_.edge_columns);
  out_ << "</attvalues>\n";
  write_color(out_, edge_color(edge.relation()));
  out_ << "</edge>\n";
}

// The days on which somebody says so, in order.
void GexfElements::find_days(const EdgeView& edge) {
  days_.clear();
  for (std::size_t i = 0; i < edge.statement_count(); ++i)
    if (const std::string_view date = edge.statement(i).date(); is_day(date)) days_.push_back(date);
  std::sort(days_.begin(), days_.end());
  days_.erase(std::unique(days_.begin(), days_.end()), days_.end());
}

void GexfElements::write_spells() {
  out_ << "<spells>\n";
  for (const std::string_view day : days_) {
    out_ << "<spell";
    xml_attribute("start", day);
    xml_attribute("end", day);
    out_ << "/>\n";
  }
  out_ << "</spells>\n";
}

void GexfElements::write_fields(const EdgeView& edge) {
  value("status", edge.status());
  number("confidence", edge.confidence());
  value("scope", edge.scope());
  value("first_date", edge.first_date());
  value("last_date", edge.last_date());
  number("documents", edge.documents());
  value("evidence", edge.evidence());
  if (edge.statement_count() == 0) return;
  statements_.clear();
  JsonWriter json(statements_, counts_);
  write_statements(json, edge);
  value("evidence_json", statements_.view());
}

void GexfElements::xml_attribute(std::string_view name, std::string_view text) {
  if (text.empty()) return;
  out_.append(" ", name, "=\"");
  append_xml_attribute(out_, text, counts_);
  out_ << '"';
}

void GexfElements::value(std::string_view name, std::string_view text) {
  if (text.empty()) return;
  out_ << "<attvalue for=\"";
  append_xml_attribute(out_, name, counts_);
  out_ << "\" value=\"";
  append_xml_attribute(out_, text, counts_);
  out_ << "\"/>\n";
}

template <typename Number>
void GexfElements::number(std::string_view name, Number number) {
  if (number != Number{}) out_ << "<attvalue for=\"" << name << "\" value=\"" << number << "\"/>\n";
}

void GexfElements::attributes(const Attributes& attributes, const std::vector<Column>& columns) {
  for (const Attribute& attribute : attributes) {
    const Column& column = column_of(columns, attribute.name);
    const Value held = in_column(attribute.value, column.type);
    const double* real = std::get_if<double>(&held);
    if (real != nullptr && !std::isfinite(*real) && column.type == ValueType::real)
      ++counts_.not_finite;
    else
      value(column.name, value_text(held, pool_));
  }
}

}  // namespace newsgraph
