#include "exporters/cypher.h"

#include <array>
#include <cmath>

#include "exporters/columns.h"
#include "exporters/field_names.h"
#include "exporters/node_text.h"
#include "exporters/statement_json.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

// 'text', with what the Cypher manual names as escapes; one line each.
void append_cypher_string(TextBuffer& out, std::string_view text, LossCounts& counts) {
  out << '\'';
  for (const char c : one_line(text, counts)) {
    if (c == '\'' || c == '\\') out << '\\';
    out << c;
  }
  out << '\'';
}

// A name in backticks, so that it may hold anything.
void append_cypher_name(TextBuffer& out, std::string_view name, LossCounts& counts) {
  out << '`';
  for (const char c : one_line(name, counts)) {
    if (c == '`') out << '`';
    out << c;
  }
  out << '`';
}

class CypherWriter {
 public:
  CypherWriter(const Graph& graph, Sink& sink, Losses& losses)
      : graph_(graph),
        sink_(sink),
        node_columns_(node_columns(graph, kNodeFieldNames, losses)),
        edge_columns_(edge_columns(graph, kEdgeFieldNames, losses)) {}

  void write(Losses& losses) {
    out_ << "CREATE CONSTRAINT newsgraph_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";
    for (const NodeView node : node_views(graph_)) write_node(node);
    for (const EdgeView edge : edge_views(graph_)) write_edge(edge);
    out_.drain(sink_);
    counts_.add_to(losses);
  }

 private:
  void write_node(const NodeView& node) {
    out_ << "MERGE (n:Entity {id: ";
    append_cypher_string(out_, node.id(), counts_);
    out_ << "}) SET ";
    const std::string label = type_label(node.type());
    if (!label.empty()) out_ << "n:" << label << ", ";
    out_ << "n += {";
    first_ = true;
    text("name", node.name());
    text("entity_type", node.type());
    if (node.alias_count() != 0) aliases(node);
    number("mentions", node.mentions());
    number("documents", node.documents());
    attributes(node.attributes(), node_columns_);
    finish();
  }

  void write_edge(const EdgeView& edge) {
    out_ << "MATCH (a:Entity {id: ";
    append_cypher_string(out_, edge.source().id(), counts_);
    out_ << "}), (b:Entity {id: ";
    append_cypher_string(out_, edge.target().id(), counts_);
    out_ << "}) MERGE (a)-[r:";
    append_cypher_name(out_, edge.relation().empty() ? "RELATED" : edge.relation(), counts_);
    out_ << " {edge_id: ";
    append_cypher_string(out_, edge.id(), counts_);
    out_ << "}]->(b) SET r += {";
    first_ = true;
    key("weight") << finite_weight(edge, counts_);
    text("status", edge.status());
    number("confidence", edge.confidence());
    text("scope", edge.scope());
    text("first_date", edge.first_date());
    text("last_date", edge.last_date());
    number("documents", edge.documents());
    text("evidence", edge.evidence());
    if (edge.statement_count() != 0) {
      statements_.clear();
      JsonWriter json(statements_, counts_);
      write_statements(json, edge);
      text("evidence_json", statements_.view());
    }
    if (edge.raw().attributes != 0) attributes(edge.attributes(), edge_columns_);
    finish();
  }

  void finish() {
    out_ << "};\n";
    out_.drain_when_full(sink_);
  }

  TextBuffer& key(std::string_view name) {
    if (!first_) out_ << ", ";
    first_ = false;
    append_cypher_name(out_, name, counts_);
    return out_ << ": ";
  }
  void text(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    key(name);
    append_cypher_string(out_, value, counts_);
  }
  template <typename Number>
  void number(std::string_view name, Number value) {
    if (value != Number{}) key(name) << value;
  }

  void aliases(const NodeView& node) {
    key("aliases") << '[';
    for (std::size_t i = 0; i < node.alias_count(); ++i) {
      if (i != 0) out_ << ", ";
      append_cypher_string(out_, node.alias(i), counts_);
    }
    out_ << ']';
  }

  void attributes(const Attributes& attributes, const std::vector<Column>& columns) {
    const StringPool& pool = *data(graph_).strings;
    for (const Attribute& attribute : attributes) {
      const Value value = in_column(attribute.value, column_of(columns, attribute.name).type);
      const std::string_view name = column_of(columns, attribute.name).name;
      if (const StringId* words = std::get_if<StringId>(&value))
        text(name, pool.text(*words));
      else if (const double* real = std::get_if<double>(&value); real != nullptr && !std::isfinite(*real))
        ++counts_.not_finite;
      else
        key(name) << std::string_view(value_text(value, pool));
    }
  }

  const Graph& graph_;
  Sink& sink_;
  std::vector<Column> node_columns_;
  std::vector<Column> edge_columns_;
  TextBuffer out_;
  TextBuffer statements_;
  LossCounts counts_;
  bool first_ = true;
};

void write_cypher(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  CypherWriter(graph, sink, losses).write(losses);
}

constexpr std::array<std::string_view, 2> kExtensions{".cypher", ".cql"};
constexpr std::array kParts{Part{"", write_cypher}};

}  // namespace

constinit const Format kCypher{"cypher", kExtensions, "a Cypher script for Neo4j and Memgraph", {}, kParts,
                               nullptr,  nullptr};

}  // namespace newsgraph
