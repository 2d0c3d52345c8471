#include "formats/databases/database_formats.h"

#include <array>
#include <cmath>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "formats/databases/cypher_rows.h"
#include "formats/fields/columns.h"
#include "formats/fields/node_text.h"
#include "formats/fields/statement_json.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

// A property of nodes or edges, and how it comes out of a text.
struct Property {
  std::string_view name;
  ValueType type;
};

constexpr std::array kNodeProperties{Property{"name", ValueType::text},
                                     Property{"entity_type", ValueType::text},
                                     Property{"mentions", ValueType::integer}};
constexpr std::array kEdgeProperties{
    Property{"weight", ValueType::real},     Property{"status", ValueType::text},
    Property{"confidence", ValueType::real}, Property{"scope", ValueType::text},
    Property{"first_date", ValueType::text}, Property{"last_date", ValueType::text},
    Property{"evidence", ValueType::text},   Property{"evidence_json", ValueType::text}};

constexpr TypeNames kConversions{"toBoolean", "toInteger", "toFloat", ""};

// The attributes that some of a statement's nodes or edges have, as places in the list of all columns.
class UsedColumns {
 public:
  explicit UsedColumns(const std::vector<Column>& columns) : columns_(columns), values_(columns.size()) {}

  void note(const Attributes& attributes) {
    for (const Attribute& attribute : attributes) value_of(attribute.name) = &attribute.value;
  }
  // After all have been noted.
  const std::vector<const Column*>& choose() {
    for (std::size_t i = 0; i < columns_.size(); ++i)
      if (values_[i] != nullptr) chosen_.push_back(&columns_[i]);
    return chosen_;
  }
  // The values of one node or edge, in the order of the chosen columns.
  template <typename Write>
  void each_value(const Attributes& attributes, Write&& write) {
    values_.assign(columns_.size(), nullptr);
    note(attributes);
    for (const Column* const column : chosen_) write(*column, value_in(*column));
  }

 private:
  // `column` is one of the columns.
  const Value*& value_in(const Column& column) {
    return values_[static_cast<std::size_t>(&column - columns_.data())];
  }
  const Value*& value_of(StringId name) { return value_in(column_of(columns_, name)); }

  const std::vector<Column>& columns_;
  std::vector<const Value*> values_;
  std::vector<const Column*> chosen_;
};

class CypherWriter {
 public:
  CypherWriter(const Graph& graph, Sink& sink, Losses& losses)
      : graph_(graph),
        sink_(sink),
        node_columns_(node_columns(graph, kNodeFieldNames, losses)),
        edge_columns_(edge_columns(graph, kEdgeFieldNames, losses)),
        rows_(out_, sink) {}

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
      UsedColumns columns(node_columns_);
      for (const Vertex vertex : vertices) columns.note(NodeView(graph_, vertex).attributes());
      rows_.begin("MERGE (n:Entity {id: f[0]}) SET " + (label.empty() ? "" : "n:" + label + ", ") + "n += {" +
                  properties(1, kNodeProperties, columns.choose()) + "}");
      for (const Vertex vertex : vertices) write_node(NodeView(graph_, vertex), columns);
      rows_.close();
    }
  }

  void write_edges() {
    std::map<std::string_view, std::vector<EdgeDescriptor>> by_relation;
    for (const EdgeView edge : edge_views(graph_)) by_relation[edge.relation()].push_back(edge.descriptor());
    for (const auto& [relation, edges] : by_relation) {
      UsedColumns columns(edge_columns_);
      for (const EdgeDescriptor edge : edges) columns.note(EdgeView(graph_, edge).attributes());
      TextBuffer type;
      append_cypher_name(type, relation.empty() ? "RELATED" : relation, counts_);
      rows_.begin(
          "MATCH (a:Entity {id: f[0]}) MATCH (b:Entity {id: f[1]}) MERGE (a)-[r:" + std::string(type.view()) +
          " {edge_id: f[2]}]->(b) SET r += {" + properties(3, kEdgeProperties, columns.choose()) + "}");
      for (const EdgeDescriptor edge : edges) write_edge(EdgeView(graph_, edge), columns);
      rows_.close();
    }
  }

  // The map of a row's properties, the first of which is field `first`. Nodes have aliases as well, behind
  // their own. Numbers are last, so that no line of a text ends with a semicolon: simple tools end statements
  // there.
  std::string properties(std::size_t first, std::span<const Property> own,
                         const std::vector<const Column*>& columns) {
    TextBuffer map;
    std::size_t field = first;
    const auto property = [&](std::string_view name, std::string_view function, std::string_view more = "") {
      if (field != first) map << ", ";
      append_cypher_name(map, name, counts_);
      map << ": " << function << (function.empty() ? "f[" : "(f[") << field++ << ']' << more
          << (function.empty() ? "" : ")");
    };
    for (const Property& each : own) property(each.name, name_of(each.type, kConversions));
    if (own.data() == kNodeProperties.data()) property("aliases", "split", ", " + std::string(kListSplit));
    for (const Column* const column : columns) property(column->name, name_of(column->type, kConversions));
    property("documents", "toInteger");
    return std::string(map.view());
  }

  void write_node(const NodeView& node, UsedColumns& columns) {
    rows_.text(node.id(), counts_);
    rows_.text(node.name(), counts_);
    rows_.text(node.type(), counts_);
    number(node.mentions());
    for (std::size_t i = 0; i < node.alias_count(); ++i) rows_.list_item(node.alias(i), i == 0, counts_);
    rows_.end_field();
    attributes(node.attributes(), columns);
    number(node.documents());
    rows_.end_row();
  }

  void write_edge(const EdgeView& edge, UsedColumns& columns) {
    rows_.text(edge.source().id(), counts_);
    rows_.text(edge.target().id(), counts_);
    rows_.text(edge.id(), counts_);
    rows_.number(finite_weight(edge, counts_));
    rows_.text(edge.status(), counts_);
    number(edge.confidence());
    rows_.text(edge.scope(), counts_);
    rows_.text(edge.first_date(), counts_);
    rows_.text(edge.last_date(), counts_);
    rows_.text(edge.evidence(), counts_);
    statements_.clear();
    if (edge.statement_count() != 0) {
      JsonWriter json(statements_, counts_);
      write_statements(json, edge);
    }
    rows_.text(statements_.view(), counts_);
    attributes(edge.attributes(), columns);
    number(edge.documents());
    rows_.end_row();
  }

  // Zero is not known.
  template <typename Number>
  void number(Number value) {
    if (value == Number{})
      rows_.end_field();
    else
      rows_.number(value);
  }

  void attributes(const Attributes& attributes, UsedColumns& columns) {
    const StringPool& pool = *data(graph_).strings;
    columns.each_value(attributes, [&](const Column& column, const Value* raw) {
      if (raw == nullptr) return rows_.end_field();
      const Value value = in_column(*raw, column.type);
      if (const double* real = std::get_if<double>(&value); real != nullptr && !std::isfinite(*real)) {
        ++counts_.not_finite;
        return rows_.end_field();
      }
      rows_.text(value_text(value, pool), counts_);
    });
  }

  const Graph& graph_;
  Sink& sink_;
  std::vector<Column> node_columns_;
  std::vector<Column> edge_columns_;
  TextBuffer out_;
  TextBuffer statements_;
  CypherRows rows_;
  LossCounts counts_;
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
