// Coordinates for drawing.
#pragma once

#include <vector>

#include "graph/graph.h"
#include "graph/quadtree.h"

namespace newsgraph {

struct LayoutOptions {
  unsigned iterations = 0;  // 0: as many as the size asks for
};

// Sets the node attributes x and y (double): force-directed (Fruchterman and Reingold 1991) with
// repulsion approximated over a quadtree (Barnes and Hut 1986). Deterministic: starts from a
// sunflower spiral in the graph's order and uses no random numbers.
void layout(Graph& graph, const LayoutOptions& options = {});
// The same places, by vertex, without touching the graph.
std::vector<Point> places_of(const Graph& graph, const LayoutOptions& options = {});

}  // namespace newsgraph
