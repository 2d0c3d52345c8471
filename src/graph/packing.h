// Room between the parts of a drawing.
#pragma once

#include <vector>

#include "graph/graph.h"
#include "graph/quadtree.h"

namespace newsgraph {

// Moves the components of a drawing together: each keeps its shape and gets a disc of its own, the largest in
// the middle, the others around it, on a ground that is a little wider than high. A layout by forces
// drives them far apart, so that in a picture of all every single one is tiny. Deterministic.
void pack_components(const Graph& graph, std::vector<Point>& points);

}  // namespace newsgraph
