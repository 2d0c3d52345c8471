#include "exporters/gexf.h"

#include <array>
#include <cmath>

#include "exporters/columns.h"
#include "exporters/escape.h"
#include "exporters/field_names.h"
#include "exporters/node_text.h"
#include "exporters/palette.h"
#include "exporters/statement_json.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

struct Field {
  std::string_view name;
  std::string_view type;
};
constexpr std::array kNodeFields{Field{"entity_type", "string"}, Field{"aliases", "string"},
                                 Field{"mentions", "integer"}, Field{"documents", "integer"}};
constexpr std::array kEdgeFields{Field{"status", "string"},    Field{"confidence", "double"},
                                 Field{"scope", "string"},     Field{"first_date", "string"},
                                 Field{"last_date", "string"}, Field{"documents", "integer"},
                                 Field{"evidence", "string"},  Field{"evidence_json", "string"}};

std::string_view type_name(ValueType type) {
  switch (type) {
    case ValueType::boolean:
      return "boolean";
    case ValueType::integer:
      return "long";
    case ValueType::real:
      return "double";
    case ValueType::text:
      break;
  }
  return "string";
}

// A whole day; "2023" or "2023-03" is no date for readers.
bool is_day(std::string_view date) {
  return date.size() == 10 && date[4] == '-' && date[7] == '-';
}

class GexfWriter {
 public:
  GexfWriter(const Graph& graph, Sink& sink, bool old, Losses& losses)
      : graph_(graph),
        pool_(*data(graph).strings),
        sink_(sink),
        old_(old),
        node_columns_(node_columns(graph, kNodeFieldNames, losses)),
        edge_columns_(edge_columns(graph, kEdgeFieldNames, losses)) {}

  void write(Losses& losses) {
    write_head();
    write_declarations("node", kNodeFields, node_columns_);
    write_declarations("edge", kEdgeFields, edge_columns_);
    out_ << "<nodes>\n";
    for (const NodeView node : node_views(graph_)) write_node(node);
    out_ << "</nodes>\n<edges>\n";
    for (const EdgeView edge : edge_views(graph_)) write_edge(edge);
    out_ << "</edges>\n</graph>\n</gexf>\n";
    out_.drain(sink_);
    counts_.add_to(losses);
    if (const std::size_t left = data(graph_).attributes.size(); left != 0)
      losses["attributes of the graph left out"] += left;
  }

 private:
  void write_head() {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    if (old_) {
      out_ << "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" "
              "version=\"1.2\">\n"
              "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\">\n";
    } else {
      out_ << "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n"
              "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" "
              "timerepresentation=\"interval\">\n";
    }
  }

  // One block a class, ids equal to titles: some readers show the one, some the other.
  template <std::size_t Size>
  void write_declarations(std::string_view domain, const std::array<Field, Size>& fields,
                          const std::vector<Column>& columns) {
    out_ << "<attributes class=\"" << domain << "\" mode=\"static\">\n";
    for (const Field& field : fields) write_declaration(field.name, field.type);
    for (const Column& column : columns) write_declaration(column.name, type_name(column.type));
    out_ << "</attributes>\n";
  }
  void write_declaration(std::string_view name, std::string_view type) {
    out_ << "<attribute id=\"";
    append_xml_attribute(out_, name, counts_);
    out_ << "\" title=\"";
    append_xml_attribute(out_, name, counts_);
    out_ << "\" type=\"" << type << "\"/>\n";
  }

  void write_node(const NodeView& node) {
    out_ << "<node id=\"" << node.id() << "\" label=\"";
    append_xml_attribute(out_, node.name(), counts_);
    out_ << "\">\n<attvalues>\n";
    value("entity_type", node.type());
    value("aliases", joined_aliases(node));
    number("mentions", node.mentions());
    number("documents", node.documents());
    attributes(node.attributes(), node_columns_);
    out_ << "</attvalues>\n";
    write_picture(node);
    out_ << "</node>\n";
    out_.drain_when_full(sink_);
  }

  void write_picture(const NodeView& node) {
    out_ << "<viz:size value=\"" << node_size(node) << "\"/>\n";
    if (const auto position = position_of(node))
      out_ << "<viz:position x=\"" << position->x << "\" y=\"" << position->y << "\" z=\"0.0\"/>\n";
    color(node_color(node.type()));
  }
  void color(Color color) {
    out_ << "<viz:color r=\"" << std::uint32_t{color.red} << "\" g=\"" << std::uint32_t{color.green}
         << "\" b=\"" << std::uint32_t{color.blue} << "\"/>\n";
  }

  void write_edge(const EdgeView& edge) {
    out_ << "<edge id=\"" << edge.id() << "\" source=\"" << edge.source().id() << "\" target=\""
         << edge.target().id() << '"';
    xml_attribute("label", edge.relation());
    if (!old_) xml_attribute("kind", edge.relation());  // keeps relations apart, which Gephi would merge
    out_ << " weight=\"" << finite_weight(edge, counts_) << '"';
    if (is_day(edge.first_date())) xml_attribute("start", edge.first_date());
    if (is_day(edge.last_date())) xml_attribute("end", edge.last_date());
    out_ << ">\n<attvalues>\n";
    value("status", edge.status());
    number("confidence", edge.confidence());
    value("scope", edge.scope());
    value("first_date", edge.first_date());
    value("last_date", edge.last_date());
    number("documents", edge.documents());
    value("evidence", edge.evidence());
    if (edge.statement_count() != 0) {
      statements_.clear();
      JsonWriter json(statements_, counts_);
      write_statements(json, edge);
      value("evidence_json", statements_.view());
    }
    if (edge.raw().attributes != 0) attributes(edge.attributes(), edge_columns_);
    out_ << "</attvalues>\n";
    color(edge_color(edge.relation()));
    out_ << "</edge>\n";
    out_.drain_when_full(sink_);
  }

  void xml_attribute(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    out_ << ' ' << name << "=\"";
    append_xml_attribute(out_, text, counts_);
    out_ << '"';
  }

  void value(std::string_view name, std::string_view text) {
    if (text.empty()) return;
    out_ << "<attvalue for=\"";
    append_xml_attribute(out_, name, counts_);
    out_ << "\" value=\"";
    append_xml_attribute(out_, text, counts_);
    out_ << "\"/>\n";
  }
  template <typename Number>
  void number(std::string_view name, Number number) {
    if (number != Number{}) out_ << "<attvalue for=\"" << name << "\" value=\"" << number << "\"/>\n";
  }

  void attributes(const Attributes& attributes, const std::vector<Column>& columns) {
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

  const Graph& graph_;
  const StringPool& pool_;
  Sink& sink_;
  bool old_;
  std::vector<Column> node_columns_;
  std::vector<Column> edge_columns_;
  TextBuffer out_;
  TextBuffer statements_;
  LossCounts counts_;
};

void write_gexf(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  GexfWriter(graph, sink, false, losses).write(losses);
}
void write_gexf12(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  GexfWriter(graph, sink, true, losses).write(losses);
}

constexpr std::array<std::string_view, 1> kExtensions{".gexf"};
constexpr std::array<std::string_view, 1> kOldExtensions{".12.gexf"};
constexpr std::array kParts{Part{"", write_gexf}};
constexpr std::array kOldParts{Part{"", write_gexf12}};

}  // namespace

constinit const Format kGexf{"gexf",   kExtensions, "GEXF 1.3, for Gephi, with dates and colours",
                             {},       kParts,      recognize_gexf,
                             read_gexf};
constinit const Format kGexf12{"gexf12", kOldExtensions, "GEXF 1.2, for older readers", {}, kOldParts,
                               nullptr,  nullptr};

}  // namespace newsgraph
