// Colours and line styles, the same in every format that draws.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "graph/view.h"

namespace newsgraph {

struct Color {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;
};

// Told apart also with the common kinds of colour blindness (Okabe and Ito 2008), light enough for
// black text. A type or relation that is not ours gets one of the colours by its name.
Color node_color(std::string_view type);
Color edge_color(std::string_view relation);

enum class LineStyle : std::uint8_t { solid, dashed, dotted, dash_dot };
// What a format calls them, in that order.
using LineNames = std::array<std::string_view, 4>;
inline std::string_view name_of(LineStyle line, const LineNames& names) {
  return names[static_cast<std::size_t>(line)];
}
// planned is dashed, ended dotted, denied dashes and dots.
LineStyle line_of(std::string_view status);

// The name of the line in DOT, which knows no dashes and dots: what is denied is dotted, with an open head.
// Empty for a solid line.
std::string_view dot_style(LineStyle line);

// Width of an edge's line: 1 for one statement, slowly more for many, at most 5.
double line_width(double weight);

// How large a node is drawn: 4 for the least connected, slowly more, at most 20.
double node_size(const NodeView& node);

// "#e69f00"
std::string hex_color(Color color);

}  // namespace newsgraph
