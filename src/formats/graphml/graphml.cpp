#include "formats/graphml/graphml.h"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "formats/fields/columns.h"
#include "formats/fields/element_chunks.h"
#include "formats/graphml/graphml_elements.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::string_view kHead = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance")"
                                   R"( xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns)"
                                   R"( http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd")";

// None is boolean: readers disagree on how it is spelt.
constexpr TypeNames kTypes{"string", "long", "double", "string"};

// Letters and digits of any script, and what else the schema allows in names (NMTOKEN).
std::string name_token(std::string_view name) {
  std::string result(name);
  utf8::repair(result);
  for (char& c : result) {
    const bool keep = is_ascii_alphanumeric(c) || c == '-' || c == '.' || c == ':' || !is_ascii(c);
    if (!keep) c = '_';
  }
  return result;
}

std::vector<GraphmlKey> attribute_keys(std::vector<Column> columns, std::string_view prefix, Losses& losses) {
  std::vector<GraphmlKey> keys;
  std::set<std::string> taken{"n_id", "n_graphics", "e_graphics"};  // yEd's
  for (const GraphmlField& field : graphml_node_fields()) taken.emplace(field.key);
  for (const GraphmlField& field : graphml_edge_fields()) taken.emplace(field.key);
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
      : graph_(graph), sink_(sink), jobs_(options.jobs), losses_(losses) {
    layout_.node_keys = attribute_keys(node_columns(graph, kNodeFieldNames, losses), "n_", losses);
    layout_.edge_keys = attribute_keys(edge_columns(graph, kEdgeFieldNames, losses), "e_", losses);
    layout_.gephi = options.flavor == "gephi";
    if (options.flavor == "yed") layout_.yed = &yed_.emplace(graph);
  }

  void write() {
    TextBuffer out;
    write_head(out);
    out.drain(sink_);
    ElementChunks<GraphmlElements, GraphmlLayout> chunks(graph_, layout_, jobs_, sink_, counts_);
    chunks.write_nodes();
    chunks.write_edges();
    sink_.write("</graph>\n</graphml>\n");
    counts_.add_to(losses_);
    if (const std::size_t left = data(graph_).attributes.size(); left != 0)
      losses_["attributes of the graph left out"] += left;
  }

 private:
  void write_head(TextBuffer& out) {
    out << kHead << (yed_ ? YedPictures::kNamespace : "") << ">\n";
    write_keys(out, graphml_node_fields(), layout_.node_keys, "node");
    write_keys(out, graphml_edge_fields(), layout_.edge_keys, "edge");
    if (yed_) out << YedPictures::kKeys;
    out << "<graph id=\"newsgraph\" edgedefault=\"directed\">\n";
  }

  void write_keys(TextBuffer& out, std::span<const GraphmlField> fields, const std::vector<GraphmlKey>& keys,
                  std::string_view domain) {
    for (const GraphmlField& field : fields) write_key(out, field.key, domain, field.name, field.type);
    for (const GraphmlKey& key : keys)
      write_key(out, key.id, domain, key.column.name, name_of(key.column.type, kTypes));
  }

  void write_key(TextBuffer& out, std::string_view id, std::string_view domain, std::string_view name,
                 std::string_view type) {
    out << "<key id=\"" << id << "\" for=\"" << domain << "\" attr.name=\"";
    append_xml_attribute(out, name, counts_);
    out << "\" attr.type=\"" << type << "\"/>\n";
  }

  const Graph& graph_;
  Sink& sink_;
  unsigned jobs_;
  Losses& losses_;
  GraphmlLayout layout_;
  std::optional<YedPictures> yed_;
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
