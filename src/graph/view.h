// Comfortable reading of a Graph: views that turn ids into texts. A view is a few pointers, made on
// the spot and passed by value; it is valid as long as its graph is neither changed nor destroyed.
//
//   for (const EdgeView edge : edge_views(graph))
//     std::cout << edge.source().name() << ' ' << edge.relation() << ' ' << edge.target().name();
#pragma once

#include <boost/range/adaptor/transformed.hpp>
#include <boost/range/iterator_range.hpp>
#include <span>
#include <string>
#include <string_view>

#include "graph/graph.h"

namespace newsgraph {

class StatementView {
 public:
  StatementView(const GraphData& data, const Statement& statement) : data_(&data), statement_(&statement) {}

  std::string claim() const { return statement_->claim.text("c-", *data_->strings); }
  std::string_view claim(ShortId::Buffer& buffer) const {
    return statement_->claim.view(buffer, "c-", *data_->strings);
  }
  std::string_view document() const { return text_of(source().id); }
  std::string_view title() const { return text_of(source().title); }
  std::string_view date() const { return text_of(source().date); }
  std::string_view url() const { return text_of(source().url); }
  std::string_view file() const { return text_of(source().file); }
  std::string_view text() const { return text_of(statement_->text); }
  std::string_view subject_text() const { return text_of(statement_->subject_text); }
  std::string_view object_text() const { return text_of(statement_->object_text); }
  std::string_view trigger() const { return text_of(statement_->trigger); }
  std::string_view scope() const { return text_of(statement_->scope); }
  std::string_view speaker() const { return text_of(statement_->speaker); }
  std::string_view rule() const { return text_of(statement_->rule); }
  float confidence() const { return statement_->confidence; }
  const Statement& raw() const { return *statement_; }

 private:
  const SourceDocument& source() const { return data_->documents[statement_->document]; }
  std::string_view text_of(StringId id) const { return data_->strings->text(id); }

  const GraphData* data_;
  const Statement* statement_;
};

class NodeView {
 public:
  NodeView(const Graph& graph, Vertex vertex) : graph_(&graph), vertex_(vertex) {}

  std::string_view id() const { return text_of(raw().id); }
  std::string_view name() const { return text_of(raw().name); }
  std::string_view type() const { return text_of(raw().type); }
  std::size_t alias_count() const { return raw().aliases.size(); }
  std::string_view alias(std::size_t i) const { return text_of(raw().aliases[i]); }
  std::uint32_t mentions() const { return raw().mentions; }
  std::uint32_t documents() const { return raw().documents; }
  const Attributes& attributes() const { return raw().attributes; }
  const Node& raw() const { return (*graph_)[vertex_]; }
  Vertex vertex() const { return vertex_; }
  const Graph& graph() const { return *graph_; }

 private:
  std::string_view text_of(StringId id) const { return data(*graph_).strings->text(id); }

  const Graph* graph_;
  Vertex vertex_;
};

class EdgeView {
 public:
  EdgeView(const Graph& graph, EdgeDescriptor edge) : graph_(&graph), edge_(edge) {}

  std::string id() const { return raw().id.text("e_", *data(*graph_).strings); }
  std::string_view id(ShortId::Buffer& buffer) const {
    return raw().id.view(buffer, "e_", *data(*graph_).strings);
  }
  NodeView source() const { return {*graph_, boost::source(edge_, *graph_)}; }
  NodeView target() const { return {*graph_, boost::target(edge_, *graph_)}; }
  std::string_view relation() const { return text_of(raw().relation); }
  std::string_view status() const { return text_of(raw().status); }
  std::string_view scope() const { return text_of(raw().scope); }
  std::string_view first_date() const { return text_of(raw().first_date); }
  std::string_view last_date() const { return text_of(raw().last_date); }
  std::string_view evidence() const { return text_of(raw().evidence); }
  double weight() const { return raw().weight; }
  float confidence() const { return raw().confidence; }
  std::uint32_t documents() const { return raw().documents; }
  std::size_t statement_count() const { return raw().statement_count; }
  StatementView statement(std::size_t i) const {
    const GraphData& all = data(*graph_);
    return {all, all.statements[raw().first_statement + i]};
  }
  std::span<const Statement> raw_statements() const {
    return std::span(data(*graph_).statements).subspan(raw().first_statement, raw().statement_count);
  }
  const Attributes& attributes() const { return data(*graph_).edge_attributes[raw().attributes]; }
  const Edge& raw() const { return (*graph_)[edge_]; }
  EdgeDescriptor descriptor() const { return edge_; }

 private:
  std::string_view text_of(StringId id) const { return data(*graph_).strings->text(id); }

  const Graph* graph_;
  EdgeDescriptor edge_;
};

// All nodes and all edges, in the graph's order.
inline auto node_views(const Graph& graph) {
  return boost::make_iterator_range(boost::vertices(graph)) |
         boost::adaptors::transformed([&graph](Vertex vertex) { return NodeView(graph, vertex); });
}
inline auto edge_views(const Graph& graph) {
  return boost::make_iterator_range(boost::edges(graph)) |
         boost::adaptors::transformed([&graph](EdgeDescriptor edge) { return EdgeView(graph, edge); });
}

// How many edges begin or end at the node; a loop counts twice.
inline std::size_t degree(Vertex vertex, const Graph& graph) {
  return std::size_t{boost::out_degree(vertex, graph)} + boost::in_degree(vertex, graph);
}

}  // namespace newsgraph
