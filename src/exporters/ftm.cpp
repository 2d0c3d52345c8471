#include "exporters/ftm.h"

#include <algorithm>
#include <array>
#include <vector>

#include "exporters/json_writer.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

struct Schema {
  std::string_view type;
  std::string_view schema;
};
// A state that acts is a public body. What is owned must be an asset, which companies are.
constexpr std::array kSchemata{Schema{"person", "Person"},      Schema{"organization", "Organization"},
                               Schema{"group", "Organization"}, Schema{"place", "PublicBody"},
                               Schema{"product", "Asset"},      Schema{"work", "Asset"},
                               Schema{"event", "Event"}};

class FtmWriter {
 public:
  FtmWriter(const Graph& graph, Sink& sink) : graph_(graph), sink_(sink), json_(out_, counts_) {
    find_schemata();
  }

  void write(Losses& losses) {
    for (const NodeView node : node_views(graph_)) write_node(node);
    for (const EdgeView edge : edge_views(graph_)) write_edge(edge);
    out_.drain(sink_);
    counts_.add_to(losses);
    const auto add = [&losses](const char* what, std::uint64_t count) {
      if (count != 0) losses[what] += count;
    };
    add("nodes of types without a FollowTheMoney schema left out", nodes_);
    add("edges of such nodes left out", edges_);
    add("relations without a FollowTheMoney schema written as UnknownLink", unknown_);
    add("attributes left out", attributes_);
  }

 private:
  void find_schemata() {
    schemata_.resize(boost::num_vertices(graph_));
    for (const NodeView node : node_views(graph_)) {
      const auto found = std::find_if(kSchemata.begin(), kSchemata.end(),
                                      [&](const Schema& s) { return s.type == node.type(); });
      if (found != kSchemata.end()) schemata_[node.vertex()] = found->schema;
    }
    for (const EdgeView edge : edge_views(graph_))
      if (edge.relation() == "owns" && schema_of(edge.target()) == "Organization")
        schemata_[edge.target().vertex()] = "Company";
  }

  std::string_view schema_of(const NodeView& node) const { return schemata_[node.vertex()]; }

  void write_node(const NodeView& node) {
    attributes_ += node.attributes().size();
    if (schema_of(node).empty()) {
      ++nodes_;
      return;
    }
    open(node.id(), schema_of(node));
    property("name", node.name());
    if (node.alias_count() != 0) {
      json_.key("alias");
      json_.begin_array();
      for (std::size_t i = 0; i < node.alias_count(); ++i) json_.text(node.alias(i));
      json_.end_array();
    }
    close();
  }

  void write_edge(const EdgeView& edge) {
    attributes_ += edge.attributes().size();
    if (schema_of(edge.source()).empty() || schema_of(edge.target()).empty()) {
      ++edges_;
      return;
    }
    const std::string_view object = schema_of(edge.target());
    if (edge.relation() == "owns" && (object == "Company" || object == "Asset") &&
        schema_of(edge.source()) != "Event")
      write_link(edge, "Ownership", "owner", "asset", "ownershipType");
    else if (edge.relation() == "represents" && object != "Asset" && object != "Event")
      write_link(edge, "Representation", "agent", "client", "role");
    else if (edge.relation() == "part_of" && object == "Organization")
      write_link(edge, "Membership", "member", "organization", "role");
    else
      write_link(edge, "UnknownLink", "subject", "object", "role");
  }

  void write_link(const EdgeView& edge, std::string_view schema, std::string_view from, std::string_view to,
                  std::string_view role) {
    unknown_ += schema == "UnknownLink";
    open(edge.id(), schema);
    property(from, edge.source().id());
    property(to, edge.target().id());
    property(role, edge.relation());
    property("status", edge.status());
    property("startDate", edge.first_date());
    property("summary", edge.evidence());
    property("description", edge.scope());
    list("sourceUrl", edge, &StatementView::url);
    close();
  }

  void open(std::string_view id, std::string_view schema) {
    json_.begin_object();
    json_.member("id", id);
    json_.member("schema", schema);
    json_.key("properties");
    json_.begin_object();
  }
  void close() {
    json_.end_object();
    json_.end_object();
    out_ << '\n';
    json_.restart();
    out_.drain_when_full(sink_);
  }

  // Every property is a list.
  void property(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    json_.key(name);
    json_.begin_array();
    json_.text(value);
    json_.end_array();
  }
  // Different values of all statements, in their order.
  void list(std::string_view name, const EdgeView& edge, std::string_view (StatementView::*member)() const) {
    std::vector<std::string_view> values;
    for (std::size_t i = 0; i < edge.statement_count(); ++i) {
      const std::string_view value = (edge.statement(i).*member)();
      if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end())
        values.push_back(value);
    }
    if (values.empty()) return;
    json_.key(name);
    json_.begin_array();
    for (const std::string_view value : values) json_.text(value);
    json_.end_array();
  }

  const Graph& graph_;
  Sink& sink_;
  TextBuffer out_;
  LossCounts counts_;
  JsonWriter json_;
  std::vector<std::string_view> schemata_;  // by vertex; empty where there is none
  std::uint64_t nodes_ = 0;
  std::uint64_t edges_ = 0;
  std::uint64_t unknown_ = 0;
  std::uint64_t attributes_ = 0;
};

void write_ftm(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  FtmWriter(graph, sink).write(losses);
}

constexpr std::array<std::string_view, 2> kExtensions{".ftm", ".ftm.json"};
constexpr std::array kParts{Part{"", write_ftm}};

}  // namespace

constinit const Format kFtm{
    "ftm", kExtensions, "FollowTheMoney entities, one JSON object a line", {}, kParts, nullptr, nullptr};

}  // namespace newsgraph
