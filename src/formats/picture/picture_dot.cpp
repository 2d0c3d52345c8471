#include "formats/picture/picture_dot.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "formats/fields/palette.h"
#include "formats/picture/dot_text.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kNameWidth = 20;      // characters
constexpr std::size_t kLongestName = 80;    // characters
constexpr std::size_t kRelationWidth = 24;  // characters
constexpr std::size_t kSentenceWidth = 80;  // characters
constexpr std::size_t kLongestText = 1000;  // bytes

// DejaVu Sans is what Debian installs with Graphviz; Verdana has the same widths, for viewers elsewhere.
constexpr std::string_view kFont = "\"DejaVu Sans,Verdana,sans-serif\"";

// The first `most` characters, with an ellipsis where something is cut; a run of `width` without a space
// gets one, so that it can be wrapped.
std::string breakable(std::string_view text, std::size_t width, std::size_t most) {
  std::string result;
  std::size_t characters = 0;
  std::size_t run = 0;
  for (const utf8::Decoded& each : utf8::code_points(text)) {
    if (++characters > most) return result + "…";
    run = each.code_point == U' ' ? 0 : run + 1;
    if (run > width) {
      result += ' ';
      run = 1;
    }
    utf8::append(result, each.code_point);
  }
  return result;
}

class PictureWriter {
 public:
  PictureWriter(const PictureChoice& choice, LossCounts& losses) : choice_(choice), losses_(losses) {}

  std::string write(unsigned dots_per_inch) {
    out_ << "digraph newsgraph {\n  graph [bgcolor=\"white\", charset=\"UTF-8\", dpi=" << dots_per_inch
         << ", fontname=" << kFont
         << ", fontsize=9, labeljust=\"l\", labelloc=\"b\", margin=\"0.2\", nodesep=0.16, "
            "outputorder=\"edgesfirst\", pack=18, packmode=\"graph\", rankdir=\"LR\", ranksep=0.22, label=";
    append_legend(out_, choice_, losses_);
    out_ << "];\n  node [color=\"#555555\", fontname=" << kFont
         << ", fontsize=11, height=0.36, margin=\"0.12,0.06\", penwidth=0.8, shape=\"box\", "
            "style=\"rounded,filled\"];\n  edge [arrowsize=0.7];\n";
    for (const NodeView& node : choice_.nodes) write_node(node);
    for (const EdgeView& edge : choice_.edges) write_edge(edge);
    out_ << "}\n";
    return std::string(out_.view());
  }

 private:
  void write_node(const NodeView& node) {
    out_ << "  ";
    string(node.id());
    out_ << " [label=";
    string(wrapped(breakable(on_one_line(node.name()), kNameWidth, kLongestName), kNameWidth, "\n"));
    out_ << ", fillcolor=\"" << hex_color(node_color(node.type())) << "\", tooltip=";
    const std::string type = node.type().empty() ? "" : " (" + std::string(node.type()) + ")";
    string(shortened(node.name()) + type);
    out_ << "];\n";
  }

  // An edge is two lines with its label, a node without a frame, between them: so the label stands in the
  // line, and no label covers another.
  void write_edge(const EdgeView& edge) {
    const std::string color = hex_color(edge_color(edge.relation()));
    const std::string id = edge.id();
    const std::string tooltip = wrapped(shortened(edge.evidence()), kSentenceWidth, "\n");
    out_ << "  ";
    string(id);
    out_ << " [label=";
    string(label_of(edge));
    out_ << ", fontcolor=\"" << color
         << R"(", fontsize=9, height=0, margin="0.06,0.02", shape="plaintext", style="", width=0, tooltip=)";
    string(tooltip.empty() ? edge.relation() : tooltip);
    out_ << "];\n";
    const auto line = [&](std::string_view from, std::string_view to, std::string_view arrow) {
      out_ << "  ";
      string(from);
      out_ << " -> ";
      string(to);
      out_ << " [color=\"" << color << '"' << arrow;
      write_line_style(edge);
      out_ << ", tooltip=";
      string(tooltip);
      out_ << "];\n";
    };
    line(edge.source().id(), id, ", arrowhead=\"none\"");
    const bool denied = line_of(edge.status()) == LineStyle::dash_dot;
    line(id, edge.target().id(), denied ? ", arrowhead=\"onormal\"" : "");
  }

  void write_line_style(const EdgeView& edge) {
    if (const LineStyle line = line_of(edge.status()); line != LineStyle::solid)
      out_ << ", style=\"" << dot_style(line) << '"';
    const double weight = edge.weight();
    const double width = line_width(std::isfinite(weight) ? weight : 1);
    if (width != 1) out_ << ", penwidth=" << width;
  }

  static std::string label_of(const EdgeView& edge) {
    std::string label =
        wrapped(breakable(on_one_line(edge.relation()), kRelationWidth, kLongestName), kRelationWidth, "\n");
    if (!edge.status().empty() && edge.status() != "asserted")
      label += "\n(" + breakable(on_one_line(edge.status()), kRelationWidth, kRelationWidth) + ")";
    return label;
  }

  // Graphviz takes 16,384 bytes at most.
  static std::string shortened(std::string_view text) {
    const std::string_view start = utf8::truncate(text, kLongestText);
    return on_one_line(start) + (start.size() < text.size() ? "…" : "");
  }

  void string(std::string_view text) { append_dot_string(out_, text, losses_); }

  const PictureChoice& choice_;
  LossCounts& losses_;
  TextBuffer out_;
};

}  // namespace

std::string picture_dot(const PictureChoice& choice, unsigned dots_per_inch, LossCounts& losses) {
  return PictureWriter(choice, losses).write(dots_per_inch);
}

}  // namespace newsgraph
