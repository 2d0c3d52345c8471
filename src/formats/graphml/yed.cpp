#include "formats/graphml/yed.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "formats/fields/columns.h"
#include "formats/fields/node_text.h"
#include "formats/fields/palette.h"
#include "graph/layout.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr double kHeight = 30;
constexpr double kLetterWidth = 7;

// Of what is written of the name.
double width_of(std::string_view text) {
  LossCounts counted_elsewhere;
  const std::string name = one_line(text, counted_elsewhere);
  return std::clamp(static_cast<double>(utf8::length(name)) * kLetterWidth + 20, 40.0, 400.0);
}

constexpr LineNames kLines{"line", "dashed", "dotted", "dashed_dotted"};

bool all_placed(const Graph& graph) {
  const auto views = node_views(graph);
  return std::all_of(views.begin(), views.end(),
                     [](const NodeView& node) { return position_of(node).has_value(); });
}

}  // namespace

YedPictures::YedPictures(const Graph& graph) {
  if (!all_placed(graph)) {
    places_ = places_of(graph);
    return;
  }
  for (const NodeView node : node_views(graph)) {
    const Position position = *position_of(node);
    places_.push_back({position.x, position.y});
  }
}

void YedPictures::write_node(TextBuffer& out, const NodeView& node, LossCounts& counts) const {
  const Point& place = places_[node.vertex()];
  const double width = width_of(node.name());
  const auto rounded = [](double value) { return std::round(value * 100) / 100 + 0.0; };
  out << "\n  <data key=\"n_id\">" << node.id() << "</data>";
  out << "\n  <data key=\"n_graphics\"><y:ShapeNode><y:Geometry x=\"" << rounded(place.x - width / 2)
      << "\" y=\"" << rounded(place.y - kHeight / 2) << "\" width=\"" << width << "\" height=\"" << kHeight
      << "\"/><y:Fill color=\"" << hex_color(node_color(node.type()))
      << "\" transparent=\"false\"/><y:NodeLabel>";
  append_xml_text(out, node.name(), counts);
  out << "</y:NodeLabel><y:Shape type=\"roundrectangle\"/></y:ShapeNode></data>";
}

void YedPictures::write_edge(TextBuffer& out, const EdgeView& edge, LossCounts& counts) const {
  out << "\n  <data key=\"e_graphics\"><y:PolyLineEdge><y:LineStyle color=\""
      << hex_color(edge_color(edge.relation())) << "\" type=\"" << name_of(line_of(edge.status()), kLines)
      << "\" width=\"" << line_width(finite_weight(edge, counts))
      << "\"/><y:Arrows source=\"none\" target=\"standard\"/><y:EdgeLabel>";
  append_xml_text(out, edge.relation(), counts);
  out << "</y:EdgeLabel></y:PolyLineEdge></data>";
}

}  // namespace newsgraph
