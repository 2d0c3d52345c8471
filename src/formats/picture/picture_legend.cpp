#include "formats/picture/picture_dot.h"

#include <set>
#include <string>
#include <string_view>

#include "formats/fields/palette.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kMostEntries = 10;  // of one kind; more colours than that nobody tells apart
constexpr std::size_t kLongestName = 40;  // bytes

using Names = std::set<std::string_view>;

void append_text(TextBuffer& out, std::string_view text, LossCounts& losses) {
  for (const char c : one_line(utf8::truncate(text, kLongestName), losses)) {
    if (c == '&') {
      out << "&amp;";
    } else if (c == '<') {
      out << "&lt;";
    } else if (c == '>') {
      out << "&gt;";
    } else {
      out << c;
    }
  }
}

void append_types(TextBuffer& out, const Names& types, LossCounts& losses) {
  std::size_t count = 0;
  for (const std::string_view type : types) {
    if (++count > kMostEntries) break;
    out << R"(<TD STYLE="rounded" BGCOLOR=")" << hex_color(node_color(type)) << "\">";
    append_text(out, type, losses);
    out << "</TD>";
  }
}

void append_relations(TextBuffer& out, const Names& relations, LossCounts& losses) {
  std::size_t count = 0;
  for (const std::string_view relation : relations) {
    if (++count > kMostEntries) break;
    out << "<TD><FONT COLOR=\"" << hex_color(edge_color(relation)) << "\">";
    append_text(out, relation, losses);
    out << " →</FONT></TD>";
  }
}

void append_lines(TextBuffer& out, const std::set<LineStyle>& lines) {
  if (lines.contains(LineStyle::dashed)) out << "<TD>- - -  planned</TD>";
  if (lines.contains(LineStyle::dotted)) out << "<TD>· · ·  ended</TD>";
  if (lines.contains(LineStyle::dash_dot)) out << "<TD>· · ▷  denied</TD>";
}

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

}  // namespace

void append_legend(TextBuffer& out, const PictureChoice& choice, LossCounts& losses) {
  Names types;
  Names relations;
  std::set<LineStyle> lines;
  for (const NodeView& node : choice.nodes)
    if (!node.type().empty()) types.insert(node.type());
  for (const EdgeView& edge : choice.edges) {
    if (!edge.relation().empty()) relations.insert(edge.relation());
    lines.insert(line_of(edge.status()));
  }
  out << R"(<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="4" CELLPADDING="3"><TR>)";
  append_types(out, types, losses);
  append_relations(out, relations, losses);
  append_lines(out, lines);
  const std::size_t all = choice.edges.size() + choice.edges_left_out;
  out << "<TD>" << grouped(choice.edges.size());
  if (choice.edges_left_out != 0) out << " strongest of " << grouped(all);
  out << (all == 1 ? " edge" : " edges") << "</TD></TR></TABLE>>";
}

}  // namespace newsgraph
