#include "exporters/graphml.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "exporters/columns.h"
#include "exporters/escape.h"
#include "exporters/field_names.h"
#include "exporters/node_text.h"
#include "exporters/statement_json.h"
#include "exporters/yed.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

constexpr std::string_view kHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance")"
                                   R"( xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns)"
                                   R"( http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")";

struct Field {
  std::string_view key;
  std::string_view name;
  std::string_view type;
};

// APOC finds node labels under the key `labels` and takes an edge's first datum, `label`, for its type.
constexpr std::array kNodeFields{
    Field{"n_label", "label", "string"},     Field{"n_name", "name", "string"},
    Field{"labels", "labels", "string"},     Field{"n_entity_type", "entity_type", "string"},
    Field{"n_aliases", "aliases", "string"}, Field{"n_mentions", "mentions", "int"},
    Field{"n_documents", "documents", "int"}};
constexpr std::array kEdgeFields{
    Field{"label", "label", "string"},           Field{"e_interaction", "interaction", "string"},
    Field{"e_edge_id", "edge_id", "string"},     Field{"e_weight", "weight", "double"},
    Field{"e_status", "status", "string"},       Field{"e_confidence", "confidence", "double"},
    Field{"e_scope", "scope", "string"},         Field{"e_first_date", "first_date", "string"},
    Field{"e_last_date", "last_date", "string"}, Field{"e_documents", "documents", "int"},
    Field{"e_evidence", "evidence", "string"},   Field{"e_evidence_json", "evidence_json", "string"}};

// Not boolean: readers disagree on how it is spelt.
std::string_view type_name(ValueType type) {
  switch (type) {
    case ValueType::integer:
      return "long";
    case ValueType::real:
      return "double";
    default:
      return "string";
  }
}

// A column and the tag that its values start with.
struct AttributeKey {
  Column column;
  std::string id;
  std::string start;
};

// Letters and digits of any script, and what else the schema allows in names (NMTOKEN).
std::string name_token(std::string_view name) {
  std::string result(name);
  for (char& c : result) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-' || c == '.' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
    if (!keep) c = '_';
  }
  return result;
}

std::vector<AttributeKey> attribute_keys(std::vector<Column> columns, std::string_view prefix,
                                         Losses& losses) {
  std::vector<AttributeKey> keys;
  std::set<std::string> taken{"n_graphics", "e_graphics"};  // yEd's
  for (const Field& field : kNodeFields) taken.emplace(field.key);
  for (const Field& field : kEdgeFields) taken.emplace(field.key);
  for (Column& column : columns) {
    std::string name = name_token(column.name);
    while (!taken.insert(std::string(prefix) + name).second) name += '_';
    if (name != column.name) ++losses["attributes renamed, for GraphML names have no spaces or signs"];
    column.name = std::move(name);
    std::string id = std::string(prefix) + column.name;
    std::string start = "\n  <data key=\"" + id + "\">";
    keys.push_back({std::move(column), std::move(id), std::move(start)});
  }
  return keys;
}

class GraphmlWriter {
 public:
  GraphmlWriter(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses)
      : graph_(graph),
        pool_(*data(graph).strings),
        sink_(sink),
        losses_(losses),
        gephi_(options.flavor == "gephi"),
        node_keys_(attribute_keys(node_columns(graph, kNodeFieldNames, losses), "n_", losses)),
        edge_keys_(attribute_keys(edge_columns(graph, kEdgeFieldNames, losses), "e_", losses)) {
    if (options.flavor == "yed") yed_.emplace(graph);
  }

  void write() {
    out_ << kHead << (yed_ ? YedPictures::kNamespace : "") << ">\n";
    write_keys(kNodeFields, node_keys_, "node");
    write_keys(kEdgeFields, edge_keys_, "edge");
    if (yed_) out_ << YedPictures::kKeys;
    out_ << "<graph id=\"newsgraph\" edgedefault=\"directed\">\n";
    for (const NodeView node : node_views(graph_)) {
      write_node(node);
      out_.drain_when_full(sink_);
    }
    for (const EdgeView edge : edge_views(graph_)) {
      write_edge(edge);
      out_.drain_when_full(sink_);
    }
    out_ << "</graph>\n</graphml>\n";
    out_.drain(sink_);
    counts_.add_to(losses_);
    if (const std::size_t left = data(graph_).attributes.size(); left != 0)
      losses_["attributes of the graph left out"] += left;
  }

 private:
  template <std::size_t Size>
  void write_keys(const std::array<Field, Size>& fields, const std::vector<AttributeKey>& keys,
                  std::string_view domain) {
    for (const Field& field : fields) write_key(field.key, domain, field.name, field.type);
    for (const AttributeKey& key : keys)
      write_key(key.id, domain, key.column.name, type_name(key.column.type));
  }

  void write_key(std::string_view id, std::string_view domain, std::string_view name, std::string_view type) {
    out_ << "<key id=\"" << id << "\" for=\"" << domain << "\" attr.name=\"";
    append_xml_attribute(out_, name, counts_);
    out_ << "\" attr.type=\"" << type << "\"/>\n";
  }

  void write_node(const NodeView& node) {
    out_ << "<node id=\"" << node.id() << "\">";
    const std::string label = type_label(node.type());
    text("\n  <data key=\"n_label\">", node.name());
    text("\n  <data key=\"n_name\">", node.name());
    if (!label.empty()) out_ << "\n  <data key=\"labels\">:" << label << "</data>";
    text("\n  <data key=\"n_entity_type\">", node.type());
    if (node.alias_count() != 0) text("\n  <data key=\"n_aliases\">", joined_aliases(node));
    number("\n  <data key=\"n_mentions\">", node.mentions());
    number("\n  <data key=\"n_documents\">", node.documents());
    attributes(node_keys_, node.attributes());
    if (yed_) yed_->write_node(out_, node, counts_);
    out_ << "\n</node>\n";
  }

  void write_edge(const EdgeView& edge) {
    ShortId::Buffer buffer;
    const std::string_view id = edge.id(buffer);
    out_ << "<edge id=\"" << id << "\" source=\"" << edge.source().id() << "\" target=\""
         << edge.target().id() << '"';
    if (gephi_) {
      out_ << " label=\"";
      append_xml_attribute(out_, edge.relation(), counts_);
      out_ << '"';
    }
    out_ << '>';
    text("\n  <data key=\"label\">", edge.relation());
    text("\n  <data key=\"e_interaction\">", edge.relation());
    text("\n  <data key=\"e_edge_id\">", id);
    real("\n  <data key=\"e_weight\">", finite_weight(edge, counts_));
    text("\n  <data key=\"e_status\">", edge.status());
    if (edge.confidence() != 0) real("\n  <data key=\"e_confidence\">", edge.confidence());
    text("\n  <data key=\"e_scope\">", edge.scope());
    text("\n  <data key=\"e_first_date\">", edge.first_date());
    text("\n  <data key=\"e_last_date\">", edge.last_date());
    number("\n  <data key=\"e_documents\">", edge.documents());
    text("\n  <data key=\"e_evidence\">", edge.evidence());
    if (edge.statement_count() != 0) statements(edge);
    if (edge.raw().attributes != 0) attributes(edge_keys_, edge.attributes());
    if (yed_) yed_->write_edge(out_, edge, counts_);
    out_ << "\n</edge>\n";
  }

  void text(std::string_view start, std::string_view value) {
    if (value.empty()) return;
    out_ << start;
    append_xml_text(out_, value, counts_);
    out_ << "</data>";
  }
  void number(std::string_view start, std::uint32_t value) {
    if (value != 0) out_ << start << value << "</data>";
  }
  template <typename Real>
  void real(std::string_view start, Real value) {
    if (std::isfinite(value))
      out_ << start << value << "</data>";
    else
      ++counts_.not_finite;
  }

  void statements(const EdgeView& edge) {
    json_text_.clear();
    JsonWriter json(json_text_, counts_);
    write_statements(json, edge);
    text("\n  <data key=\"e_evidence_json\">", json_text_.view());
  }

  void attributes(const std::vector<AttributeKey>& keys, const Attributes& attributes) {
    for (const Attribute& attribute : attributes) {
      const AttributeKey& key = find_key(keys, attribute.name);
      const Value value = in_column(attribute.value, key.column.type);
      if (const double* number = std::get_if<double>(&value)) {
        real(key.start, *number);
        continue;
      }
      if (std::holds_alternative<bool>(value)) ++counts_.booleans;
      text(key.start, value_text(value, pool_));
    }
  }

  static const AttributeKey& find_key(const std::vector<AttributeKey>& keys, StringId name) {
    return *std::find_if(keys.begin(), keys.end(),
                         [name](const AttributeKey& key) { return key.column.id == name; });
  }

  const Graph& graph_;
  const StringPool& pool_;
  Sink& sink_;
  Losses& losses_;
  bool gephi_;
  std::vector<AttributeKey> node_keys_;
  std::vector<AttributeKey> edge_keys_;
  std::optional<YedPictures> yed_;
  TextBuffer out_;
  TextBuffer json_text_;
  LossCounts counts_;
};

void write_graphml(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses) {
  GraphmlWriter(graph, sink, options, losses).write();
}

constexpr std::array<std::string_view, 1> kExtensions{".graphml"};
constexpr std::array<std::string_view, 2> kFlavors{"gephi", "yed"};
constexpr std::array kParts{Part{"", write_graphml}};

}  // namespace

constinit const Format kGraphml{
    "graphml",   kExtensions, "GraphML, for Gephi, Cytoscape, yEd, igraph, networkx, Neo4j and most others",
    kFlavors,    kParts,      recognize_graphml,
    read_graphml};

}  // namespace newsgraph
