#include "formats/picture/picture_formats.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "formats/fields/columns.h"
#include "formats/fields/node_text.h"
#include "formats/fields/palette.h"
#include "formats/picture/dot_text.h"
#include "graph/view.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kNameWidth = 18;  // characters
constexpr std::size_t kSentenceWidth = 80;
constexpr std::size_t kLongestText = 1000;  // bytes

class DotWriter {
 public:
  DotWriter(const Graph& graph, Sink& sink) : graph_(graph), sink_(sink) {}

  void write(Losses& losses) {
    out_ << "digraph newsgraph {\n";
    for (const NodeView node : node_views(graph_)) write_node(node);
    for (const EdgeView edge : edge_views(graph_)) write_edge(edge);
    // At the end, for Gephi reads no further than such a statement; and defaults for nodes and edges it does
    // not know at all.
    out_ << "  graph [bgcolor=\"white\", charset=\"UTF-8\", fontname=\"Helvetica\", nodesep=0.35, "
            "outputorder=\"edgesfirst\","
            " overlap=\"prism\", rankdir=\"LR\", ranksep=0.9, splines=\"true\"];\n"
            "}\n";
    out_.drain(sink_);
    counts_.add_to(losses);
    const auto add = [&losses](const char* what, std::uint64_t count) {
      if (count != 0) losses[what] += count;
    };
    add("statements beyond the best of their edge left out", statements_);
    add("attributes left out", attributes_);
    add("texts shortened", shortened_);
  }

 private:
  void write_node(const NodeView& node) {
    out_ << "  ";
    append_dot_string(out_, node.id(), counts_);
    out_ << " [";
    text("label", wrapped(spaced(node.name()), kNameWidth, "\n"));
    text("color", hex_color(node_color(node.type())));
    out_ << "fontname=\"Helvetica\", fontsize=11, height=0.4, margin=\"0.14,0.07\", shape=\"box\", "
            "style=\"rounded,filled\", ";
    if (!node.type().empty()) text("tooltip", spaced(node.name()) + " (" + spaced(node.type()) + ")");
    position(node);
    close();
  }

  void write_edge(const EdgeView& edge) {
    out_ << "  ";
    append_dot_string(out_, edge.source().id(), counts_);
    out_ << " -> ";
    append_dot_string(out_, edge.target().id(), counts_);
    out_ << " [";
    const std::string color = hex_color(edge_color(edge.relation()));
    text("id", edge.id());
    text("label", label_of(edge));
    text("color", color);
    text("fontcolor", color);
    out_ << "arrowsize=0.7, fontname=\"Helvetica\", fontsize=9, ";
    const LineStyle line = line_of(edge.status());
    if (line != LineStyle::solid) text("style", dot_style(line));
    if (line == LineStyle::dash_dot) text("arrowhead", "onormal");
    const double weight = finite_weight(edge, counts_);
    const double width = line_width(weight);
    if (width != 1) out_ << "penwidth=" << width << ", ";
    out_ << "weight=" << whole(weight) << ", ";
    if (!edge.evidence().empty()) text("tooltip", wrapped(spaced(edge.evidence()), kSentenceWidth, "\n"));
    close();
    if (edge.statement_count() > 1) statements_ += edge.statement_count() - 1;
    attributes_ += edge.attributes().size();
  }

  // Every attribute is followed by ", "; the last one's is taken back.
  void text(std::string_view name, std::string_view value) {
    out_ << name << '=';
    append_dot_string(out_, value, counts_);
    out_ << ", ";
  }
  void close() {
    out_.remove_last(2);
    out_ << "];\n";
    out_.drain_when_full(sink_);
  }

  void position(const NodeView& node) {
    const std::optional<Position> position = position_of(node);
    if (position) out_ << "pos=\"" << position->x << ',' << position->y << "\", ";
    attributes_ += node.attributes().size() - (position ? 2 : 0);
  }

  std::string label_of(const EdgeView& edge) {
    std::string label = spaced(edge.relation());
    if (!edge.status().empty() && edge.status() != "asserted") label += "\n(" + spaced(edge.status()) + ")";
    return label;
  }

  // Graphviz takes whole numbers from 0 on for the weight of an edge.
  static std::uint32_t whole(double weight) {
    return static_cast<std::uint32_t>(std::clamp(std::round(weight), 0.0, 1'000'000.0));
  }

  // On one line, and no longer than a picture shows; Graphviz takes 16,384 bytes at most.
  std::string spaced(std::string_view text) {
    std::string result(utf8::truncate(text, kLongestText));
    if (result.size() < text.size()) {
      result += "…";
      ++shortened_;
    }
    return on_one_line(result);
  }

  const Graph& graph_;
  Sink& sink_;
  TextBuffer out_;
  LossCounts counts_;
  std::uint64_t statements_ = 0;
  std::uint64_t attributes_ = 0;
  std::uint64_t shortened_ = 0;
};

void write_dot(const Graph& graph, Sink& sink, const ExportOptions&, Losses& losses) {
  DotWriter(graph, sink).write(losses);
}

constexpr std::array<std::string_view, 2> kExtensions{".dot", ".gv"};
constexpr std::array kParts{Part{"", write_dot}};

}  // namespace

constinit const Format kDot{"dot",   kExtensions, "DOT, for pictures by Graphviz", {}, kParts,
                            nullptr, nullptr};

}  // namespace newsgraph
