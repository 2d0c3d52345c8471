#include "formats/fields/palette.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "formats/text/escape.h"
#include "support/hash.h"

namespace newsgraph {
namespace {

struct Named {
  std::string_view name;
  Color color;
};

constexpr std::array kTypes{Named{"person", {0xFD, 0xDD, 0x9B}}, Named{"organization", {0xB3, 0xD9, 0xF2}},
                            Named{"place", {0xB5, 0xE0, 0xCB}},  Named{"product", {0xEB, 0xC8, 0xDC}},
                            Named{"group", {0xF6, 0xEE, 0xA6}},  Named{"event", {0xF3, 0xC1, 0xA0}},
                            Named{"work", {0xD5, 0xCC, 0xEE}},   Named{"act", {0xE6, 0xD5, 0xC3}},
                            Named{"thing", {0xE3, 0xE3, 0xE3}}};
constexpr std::array kRelations{Named{"owns", {0x00, 0x72, 0xB2}}, Named{"bans", {0xC4, 0x3C, 0x1C}},
                                Named{"denounces", {0xB8, 0x7A, 0x00}}, Named{"part_of", {0x7A, 0x7A, 0x7A}},
                                Named{"represents", {0x7A, 0x7A, 0x7A}}};
constexpr std::array kOtherRelations{Color{0x00, 0x82, 0x62}, Color{0xA4, 0x4A, 0x80},
                                     Color{0x3C, 0x7F, 0xA8}, Color{0x6B, 0x5B, 0x95}};

template <std::size_t Size>
const Color* find(const std::array<Named, Size>& list, std::string_view name) {
  const auto found =
      std::find_if(list.begin(), list.end(), [name](const Named& each) { return each.name == name; });
  return found == list.end() ? nullptr : &found->color;
}

// Of the name as it is written, so that a graph that is read again keeps its colours.
std::uint64_t hash_of(std::string_view name) {
  LossCounts not_counted;
  return hash64(one_line(name, not_counted));
}

}  // namespace

Color node_color(std::string_view type) {
  if (const Color* color = find(kTypes, type)) return *color;
  if (type.empty()) return {0xF2, 0xF2, 0xF2};
  return kTypes[hash_of(type) % kTypes.size()].color;
}

Color edge_color(std::string_view relation) {
  if (const Color* color = find(kRelations, relation)) return *color;
  if (relation.empty()) return {0x55, 0x55, 0x55};
  return kOtherRelations[hash_of(relation) % kOtherRelations.size()];
}

LineStyle line_of(std::string_view status) {
  if (status == "planned") return LineStyle::dashed;
  if (status == "ended") return LineStyle::dotted;
  return status == "denied" ? LineStyle::dash_dot : LineStyle::solid;
}

std::string_view dot_style(LineStyle line) {
  if (line == LineStyle::solid) return {};
  return line == LineStyle::dashed ? "dashed" : "dotted";
}

double line_width(double weight) {
  if (!(weight > 1)) return 1;
  return std::min(5.0, 1 + std::round(std::log2(weight) * 10) / 10);
}

double node_size(const NodeView& node) {
  const auto edges = static_cast<double>(degree(node.vertex(), node.graph()));
  return std::min(20.0, 4 + std::round(std::sqrt(edges) * 15) / 10);
}

std::string hex_color(Color color) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string result = "#";
  for (const std::uint8_t part : {color.red, color.green, color.blue}) {
    result += kHex[part >> 4];
    result += kHex[part & 15];
  }
  return result;
}

}  // namespace newsgraph
