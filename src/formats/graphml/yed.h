// What yEd draws: the picture of nodes and edges inside GraphML
// (https://docs.yworks.com/yfiles/doc/developers-guide/graphml.html).
#pragma once

#include <string_view>
#include <vector>

#include "formats/text/escape.h"
#include "graph/quadtree.h"
#include "graph/view.h"

namespace newsgraph {

class YedPictures {
 public:
  static constexpr std::string_view kNamespace = " xmlns:y=\"http://www.yworks.com/xml/graphml\"";
  // yEd numbers nodes anew when it saves: what they were called stays with them as a datum.
  static constexpr std::string_view kKeys =
      "<key id=\"n_id\" for=\"node\" attr.name=\"id\" attr.type=\"string\"/>\n"
      "<key id=\"n_graphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n"
      "<key id=\"e_graphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";

  // Places nodes where they have no coordinates, for yEd would put all of them on one pile.
  explicit YedPictures(const Graph& graph);

  // The <data> of a node or an edge.
  void write_node(TextBuffer& out, const NodeView& node, LossCounts& counts) const;
  void write_edge(TextBuffer& out, const EdgeView& edge, LossCounts& counts) const;

 private:
  std::vector<Point> places_;  // by vertex
};

}  // namespace newsgraph
