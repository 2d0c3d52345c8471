#include "formats/html/html_data.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <vector>

#include "formats/fields/columns.h"
#include "formats/fields/node_text.h"
#include "formats/fields/palette.h"
#include "formats/html/html_part.h"
#include "formats/html/html_statement.h"
#include "formats/json/json_fields.h"
#include "formats/text/json_writer.h"
#include "graph/community.h"
#include "graph/layout.h"
#include "graph/simple_graph.h"
#include "knowledge/knowledge.h"

namespace newsgraph {
namespace {

constexpr std::size_t kMostStatements = 200'000;  // some 60 MB of page

// Texts that many records share, by their place in a sorted list.
class Names {
 public:
  void add(std::string_view name) { places_.emplace(name, 0); }
  void number() {
    std::size_t next = 0;
    for (auto& [name, place] : places_) place = next++;
  }
  std::size_t operator[](std::string_view name) const { return places_.find(name)->second; }
  auto begin() const { return places_.begin(); }
  auto end() const { return places_.end(); }

 private:
  std::map<std::string_view, std::size_t> places_;
};

constexpr LineNames kLines{"solid", "dashed", "dotted", "dashdot"};

struct Places {
  std::vector<Point> points;
  bool given = true;  // by a layout that was asked for, or by another tool
};

// Where the nodes stand. The page moves what was not given: it packs components to fit its window.
Places places(const Graph& graph) {
  Places places;
  for (const NodeView node : node_views(graph)) {
    const std::optional<Position> position = position_of(node);
    if (!position) return {places_of(graph), false};
    places.points.push_back({position->x, position->y});
  }
  return places;
}

// Name of the state that an actor of the built-in tables is, is part of or represents; empty for none.
std::string_view state_of(std::string_view id) {
  const Knowledge& knowledge = Knowledge::built_in();
  const KnownEntity* actor = id.starts_with("n_") ? knowledge.find(id.substr(2)) : nullptr;
  const KnownEntity* state = actor == nullptr ? nullptr : knowledge.state_of(*actor);
  return state == nullptr ? std::string_view() : std::string_view(state->name);
}

class PageDataWriter {
 public:
  PageDataWriter(const Graph& graph, const PageTotals& totals, Sink& sink)
      : graph_(graph),
        totals_(totals),
        sink_(sink),
        places_(places(graph)),
        communities_(number_by_size(communities(undirected_arcs(graph)))),
        most_statements_(statements_an_edge(graph, kMostStatements)),
        documents_(data(graph).documents.size(), kUnused) {
    for (const NodeView node : node_views(graph)) types_.add(node.type());
    for (const EdgeView edge : edge_views(graph)) {
      relations_.add(edge.relation());
      statuses_.add(edge.status());
    }
    for (Names* names : {&types_, &relations_, &statuses_}) names->number();
  }

  void write(Losses& losses) {
    json_.begin_object();
    write_totals();
    json_.boolean_member("placed", places_.given);
    write_names("types", types_, "color", [](std::string_view name) { return hex_color(node_color(name)); });
    write_names("relations", relations_, "color",
                [](std::string_view name) { return hex_color(edge_color(name)); });
    write_names("statuses", statuses_, "line",
                [](std::string_view name) { return std::string(name_of(line_of(name), kLines)); });
    write_list("nodes", node_views(graph_), [this](const NodeView& node) { write_node(node); });
    write_list("edges", edge_views(graph_), [this](const EdgeView& edge) { write_edge(edge); });
    write_list("documents", used_documents_, [this](std::uint32_t document) { write_document(document); });
    json_.end_object();
    out_ << '\n';
    drain();
    counts_.add_to(losses);
    if (statements_left_out_ != 0)
      losses["statements left out, for a page shows the best of each edge"] += statements_left_out_;
  }

 private:
  static constexpr std::uint32_t kUnused = 0xffff'ffff;

  void drain() {
    write_script_safe(out_.view(), sink_);
    out_.clear();
  }

  void write_totals() {
    json_.begin_object("totals");
    json_.key("nodes");
    json_.number(std::uint64_t{totals_.nodes});
    json_.key("edges");
    json_.number(std::uint64_t{totals_.edges});
    json_.key("statements");
    json_.number(std::uint64_t{totals_.statements});
    json_.end_object();
  }

  template <typename Look>
  void write_names(std::string_view key, const Names& names, std::string_view member, const Look& look) {
    write_list(key, names, [&](const auto& entry) {
      json_.begin_object();
      json_.key("name");
      json_.text(entry.first);
      json_.member(member, look(entry.first));
      json_.end_object();
    });
  }

  // One line for each; drained where enough has come together.
  template <typename List, typename Write>
  void write_list(std::string_view key, const List& list, const Write& write) {
    json_.line();
    json_.begin_array(key);
    for (const auto& each : list) {
      json_.line();
      write(each);
      if (out_.size() > kFull) drain();
    }
    json_.end_array();
  }

  void write_node(const NodeView& node) {
    json_.begin_object();
    json_.member("id", node.id());
    json_.member("name", node.name());
    index("type", types_[node.type()]);
    json_.key("x");
    json_.number(places_.points[node.vertex()].x);
    json_.key("y");
    json_.number(places_.points[node.vertex()].y);
    json_.key("size");
    json_.number(node_size(node));
    write_aliases(json_, "aliases", node);
    json_.number_member("mentions", node.mentions());
    json_.number_member("documents", node.documents());
    json_.member("state", state_of(node.id()));
    index("community", communities_[node.vertex()]);
    write_attributes(node.attributes());
    json_.end_object();
  }

  void write_edge(const EdgeView& edge) {
    ShortId::Buffer buffer;
    const double weight = finite_weight(edge, counts_);
    json_.begin_object();
    json_.member("id", edge.id(buffer));
    index("source", edge.source().vertex());
    index("target", edge.target().vertex());
    index("relation", relations_[edge.relation()]);
    index("status", statuses_[edge.status()]);
    json_.key("weight");
    json_.number(weight);
    json_.key("width");
    json_.number(line_width(weight));
    if (std::isfinite(edge.confidence())) json_.number_member("confidence", edge.confidence());
    json_.member("scope", edge.scope());
    json_.member("first_date", edge.first_date());
    json_.member("last_date", edge.last_date());
    json_.number_member("documents", edge.documents());
    write_statements(edge);
    if (edge.raw().attributes != 0) write_attributes(edge.attributes());
    json_.end_object();
  }

  void write_statements(const EdgeView& edge) {
    if (edge.statement_count() == 0) return json_.member("evidence", edge.evidence());
    const std::vector<std::size_t> best = best_statements(edge, most_statements_);
    json_.begin_array("statements");
    for (const std::size_t i : best)
      write_page_statement(json_, edge.statement(i), document_index(edge.statement(i).raw().document));
    json_.end_array();
    const std::size_t left_out = edge.statement_count() - best.size();
    statements_left_out_ += left_out;
    json_.number_member("left_out", std::uint64_t{left_out});
  }

  void write_attributes(const Attributes& attributes) {
    const bool any = std::any_of(attributes.begin(), attributes.end(),
                                 [](const Attribute& attribute) { return has_json(attribute.value); });
    if (any) json_.begin_object("attributes");
    for (const Attribute& attribute : attributes) {  // which counts those that are left out
      const StringPool& pool = *data(graph_).strings;
      write_attribute(json_, pool.text(attribute.name), attribute.value, pool);
    }
    if (any) json_.end_object();
  }

  // Documents are numbered as statements name them.
  std::uint32_t document_index(std::uint32_t document) {
    if (documents_[document] == kUnused) {
      documents_[document] = static_cast<std::uint32_t>(used_documents_.size());
      used_documents_.push_back(document);
    }
    return documents_[document];
  }

  void write_document(std::uint32_t place) {
    const StringPool& pool = *data(graph_).strings;
    const SourceDocument& document = data(graph_).documents[place];
    json_.begin_object();
    json_.member("id", pool.text(document.id));
    json_.member("title", pool.text(document.title));
    json_.member("date", pool.text(document.date));
    json_.member("url", pool.text(document.url));
    json_.member("file", pool.text(document.file));
    json_.end_object();
  }

  void index(std::string_view key, std::size_t value) {
    json_.key(key);
    json_.number(std::uint64_t{value});
  }

  static constexpr std::size_t kFull = std::size_t{1} << 17;

  const Graph& graph_;
  const PageTotals& totals_;
  Sink& sink_;
  Places places_;
  std::vector<std::uint32_t> communities_;
  std::size_t most_statements_;
  std::vector<std::uint32_t> documents_;
  std::vector<std::uint32_t> used_documents_;
  Names types_;
  Names relations_;
  Names statuses_;
  TextBuffer out_;
  LossCounts counts_;
  JsonWriter json_{out_, counts_};
  std::uint64_t statements_left_out_ = 0;
};

}  // namespace

PageTotals totals_of(const Graph& graph) {
  PageTotals totals{boost::num_vertices(graph), boost::num_edges(graph), 0};
  for (const EdgeView edge : edge_views(graph)) totals.statements += edge.statement_count();
  return totals;
}

void write_page_data(const Graph& shown, const PageTotals& totals, Sink& sink, Losses& losses) {
  PageDataWriter(shown, totals, sink).write(losses);
}

void write_script_safe(std::string_view json, Sink& sink) {
  constexpr std::string_view kLineSeparator = "\xE2\x80\xA8";
  constexpr std::string_view kParagraphSeparator = "\xE2\x80\xA9";
  std::size_t done = 0;
  const auto replace = [&](std::size_t at, std::size_t length, std::string_view by) {
    sink.write(json.substr(done, at - done));
    sink.write(by);
    done = at + length;
  };
  for (std::size_t at = json.find_first_of("<>&\xE2"); at != std::string_view::npos;
       at = json.find_first_of("<>&\xE2", at + 1)) {
    const std::string_view rest = json.substr(at);
    if (rest.front() == '<') replace(at, 1, "\\u003c");
    if (rest.front() == '>') replace(at, 1, "\\u003e");
    if (rest.front() == '&') replace(at, 1, "\\u0026");
    if (rest.starts_with(kLineSeparator)) replace(at, 3, "\\u2028");
    if (rest.starts_with(kParagraphSeparator)) replace(at, 3, "\\u2029");
  }
  sink.write(json.substr(done));
}

}  // namespace newsgraph
