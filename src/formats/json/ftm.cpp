#include "formats/json/json_formats.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "formats/fields/node_text.h"
#include "formats/text/json_writer.h"
#include "graph/view.h"
#include "support/ascii.h"
#include "support/day.h"
#include "support/hash.h"

namespace newsgraph {
namespace {

struct Schema {
  std::string_view type;
  std::string_view schema;
};
// A state that acts is a public body. What is owned must be an asset, which companies are. Of somebody
// without a type, as files of other tools have them, no more is said than that they act.
constexpr std::array kSchemata{Schema{"person", "Person"},      Schema{"organization", "Organization"},
                               Schema{"group", "Organization"}, Schema{"place", "PublicBody"},
                               Schema{"product", "Asset"},      Schema{"work", "Asset"},
                               Schema{"event", "Event"},        Schema{"company", "Company"},
                               Schema{"", "LegalEntity"}};

// Whom the model lets own, represent and be a member.
bool is_legal(std::string_view schema) {
  return schema == "Person" || schema == "LegalEntity" || schema == "Organization" || schema == "Company" ||
         schema == "PublicBody";
}
bool is_organization(std::string_view schema) {
  return schema == "Organization" || schema == "Company" || schema == "PublicBody";
}

// Ids of the model are letters, digits, points and hyphens, the first and the last one of them a letter or
// digit. An id of ours, "n_halden-media", keeps what it says; what else has to go is told apart by a hash.
std::string ftm_id(std::string_view id) {
  const auto is_word = [](char c) { return is_ascii_alphanumeric(c); };
  std::string result(id);
  bool kept = !id.empty() && is_word(id.back()) && is_word(id.front());
  for (std::size_t i = 0; i < id.size(); ++i) {
    if (is_word(id[i]) || id[i] == '-' || id[i] == '.') continue;
    kept = kept && i == 1 && id[i] == '_';
    result[i] = '-';
  }
  if (kept) return result;
  while (!result.empty() && !is_word(result.front())) result.erase(0, 1);
  if (!result.empty()) result += '-';
  return result + hex(hash64(id)).substr(0, 8);
}

// A year, a month or a day that there is.
bool is_date(std::string_view date) {
  if (date.size() == 4) return is_day(std::string(date) + "-01-01");
  if (date.size() == 7) return is_day(std::string(date) + "-01");
  return is_day(date);
}

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
    add("nodes without a type written as LegalEntity", untyped_);
    add("dates that are none left out", dates_);
    add("sources that are no address of the web left out", addresses_);
  }

 private:
  void find_schemata() {
    schemata_.resize(boost::num_vertices(graph_));
    for (const NodeView node : node_views(graph_)) {
      const auto found = std::find_if(kSchemata.begin(), kSchemata.end(), [&](const Schema& s) {
        return equals_ignoring_case(s.type, node.type());
      });
      if (found != kSchemata.end()) schemata_[node.vertex()] = found->schema;
    }
    for (const EdgeView edge : edge_views(graph_)) {
      const std::string_view owned = schema_of(edge.target());
      if (edge.relation() == "owns" && is_legal(schema_of(edge.source())) &&
          (owned == "Organization" || owned == "LegalEntity"))
        schemata_[edge.target().vertex()] = "Company";
    }
  }

  std::string_view schema_of(const NodeView& node) const { return schemata_[node.vertex()]; }

  void write_node(const NodeView& node) {
    attributes_ += node.attributes().size();
    if (schema_of(node).empty()) {
      ++nodes_;
      return;
    }
    untyped_ += node.type().empty() ? 1 : 0;
    open(node.id(), schema_of(node));
    property("name", node.name().empty() ? node.id() : node.name());
    write_aliases(json_, "alias", node);
    close();
  }

  void write_edge(const EdgeView& edge) {
    attributes_ += edge.attributes().size();
    if (schema_of(edge.source()).empty() || schema_of(edge.target()).empty()) {
      ++edges_;
      return;
    }
    const std::string_view subject = schema_of(edge.source());
    const std::string_view object = schema_of(edge.target());
    if (edge.relation() == "owns" && is_legal(subject) && (object == "Company" || object == "Asset"))
      write_link(edge, "Ownership", "owner", "asset", "ownershipType");
    else if (edge.relation() == "represents" && is_legal(subject) && is_legal(object))
      write_link(edge, "Representation", "agent", "client", "role");
    else if (edge.relation() == "part_of" && is_legal(subject) && is_organization(object))
      write_link(edge, "Membership", "member", "organization", "role");
    else
      write_link(edge, "UnknownLink", "subject", "object", "role");
  }

  void write_link(const EdgeView& edge, std::string_view schema, std::string_view from, std::string_view to,
                  std::string_view role) {
    unknown_ += schema == "UnknownLink";
    ShortId::Buffer id;
    open(edge.id(id), schema);
    property(from, ftm_id(edge.source().id()));
    property(to, ftm_id(edge.target().id()));
    property(role, edge.relation());
    property("status", edge.status());
    if (is_date(edge.first_date()))
      property("startDate", edge.first_date());
    else
      dates_ += edge.first_date().empty() ? 0 : 1;
    property("summary", edge.evidence());
    property("description", edge.scope());
    sources(edge);
    close();
  }

  void open(std::string_view id, std::string_view schema) {
    json_.begin_object();
    json_.member("id", ftm_id(id));
    json_.member("schema", schema);
    json_.begin_object("properties");
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
    json_.begin_array(name);
    json_.text(value);
    json_.end_array();
  }
  // The different addresses of all statements, in their order.
  void sources(const EdgeView& edge) {
    std::vector<std::string_view> urls;
    for (std::size_t i = 0; i < edge.statement_count(); ++i) {
      const std::string_view url = edge.statement(i).url();
      if (url.empty() || std::find(urls.begin(), urls.end(), url) != urls.end()) continue;
      const bool address = url.starts_with("http://") || url.starts_with("https://");
      addresses_ += address ? 0 : 1;
      if (address) urls.push_back(url);
    }
    if (urls.empty()) return;
    json_.begin_array("sourceUrl");
    for (const std::string_view url : urls) json_.text(url);
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
  std::uint64_t untyped_ = 0;
  std::uint64_t dates_ = 0;
  std::uint64_t addresses_ = 0;
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
