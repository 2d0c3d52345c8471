#include "formats/databases/cypher.h"

#include <array>
#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "formats/fields/columns.h"
#include "formats/fields/field_names.h"
#include "formats/fields/node_text.h"
#include "formats/fields/statement_json.h"
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

// Of one statement: what a server takes without effort, however long the evidence.
constexpr std::size_t kMostRows = 1000;
constexpr std::size_t kMostBytes = std::size_t{1} << 20;

class CypherWriter {
 public:
  CypherWriter(const Graph& graph, Sink& sink, Losses& losses)
      : graph_(graph),
        sink_(sink),
        node_columns_(node_columns(graph, kNodeFieldNames, losses)),
        edge_columns_(edge_columns(graph, kEdgeFieldNames, losses)) {}

  void write(Losses& losses) {
    out_ << "CREATE CONSTRAINT newsgraph_entity IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";
    write_nodes();
    write_edges();
    out_.drain(sink_);
    counts_.add_to(losses);
  }

 private:
  // Labels and types of relationships cannot come from data: a batch has one of them.
  void write_nodes() {
    std::map<std::string, std::vector<Vertex>> by_label;
    for (const NodeView node : node_views(graph_)) by_label[type_label(node.type())].push_back(node.vertex());
    for (const auto& [label, vertices] : by_label) {
      end_ = " AS row MERGE (n:Entity {id: row.id}) SET " + (label.empty() ? "" : "n:" + label + ", ") +
             "n += row.p;\n";
      for (const Vertex vertex : vertices) write_node(NodeView(graph_, vertex));
      close_batch();
    }
  }

  void write_edges() {
    std::map<std::string_view, std::vector<EdgeDescriptor>> by_relation;
    for (const EdgeView edge : edge_views(graph_)) by_relation[edge.relation()].push_back(edge.descriptor());
    for (const auto& [relation, edges] : by_relation) {
      TextBuffer type;
      append_cypher_name(type, relation.empty() ? "RELATED" : relation, counts_);
      end_ = " AS row MATCH (a:Entity {id: row.a}) MATCH (b:Entity {id: row.b}) MERGE (a)-[r:" +
             std::string(type.view()) + " {edge_id: row.id}]->(b) SET r += row.p;\n";
      for (const EdgeDescriptor edge : edges) write_edge(EdgeView(graph_, edge));
      close_batch();
    }
  }

  void write_node(const NodeView& node) {
    open_row();
    out_ << "{id: ";
    append_cypher_string(out_, node.id(), counts_);
    out_ << ", p: {";
    first_ = true;
    text("name", node.name());
    text("entity_type", node.type());
    if (node.alias_count() != 0) aliases(node);
    number("mentions", node.mentions());
    number("documents", node.documents());
    attributes(node.attributes(), node_columns_);
    close_row();
  }

  void write_edge(const EdgeView& edge) {
    open_row();
    out_ << "{a: ";
    append_cypher_string(out_, edge.source().id(), counts_);
    out_ << ", b: ";
    append_cypher_string(out_, edge.target().id(), counts_);
    out_ << ", id: ";
    append_cypher_string(out_, edge.id(), counts_);
    out_ << ", p: {";
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
    close_row();
  }

  // One statement, and so one transaction, for many rows: each on a line of its own.
  void open_row() { out_ << (rows_ == 0 ? "UNWIND [\n" : ",\n"); }
  void close_row() {
    out_ << "}}";
    ++rows_;
    batch_bytes_ += out_.size() - before_;
    before_ = out_.size();
    if (rows_ == kMostRows || batch_bytes_ >= kMostBytes) close_batch();
    const std::size_t held = out_.size();
    out_.drain_when_full(sink_);
    if (out_.size() != held) before_ = out_.size();
  }
  void close_batch() {
    if (rows_ == 0) return;
    out_ << "\n]" << std::string_view(end_);
    rows_ = 0;
    batch_bytes_ = 0;
    before_ = out_.size();
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
  std::string end_;  // of a statement, behind its rows
  std::size_t rows_ = 0;
  std::size_t batch_bytes_ = 0;
  std::size_t before_ = 0;  // size of `out_` when the last row was done
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
