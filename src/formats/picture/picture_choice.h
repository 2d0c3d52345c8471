// What of a graph a picture shows: more than some dozens of edges nobody can read.
#pragma once

#include <cstddef>
#include <vector>

#include "graph/view.h"

namespace newsgraph {

inline constexpr std::size_t kPictureEdges = 80;
inline constexpr std::size_t kPictureLoneNodes = 20;

struct PictureChoice {
  std::vector<NodeView> nodes;  // the ends of the edges, and nodes without any edge; in the graph's order
  std::vector<EdgeView> edges;  // in the graph's order
  std::size_t nodes_left_out = 0;
  std::size_t edges_left_out = 0;
};

// The kPictureEdges strongest edges: by weight; of equal ones those between well connected nodes, so that
// the picture hangs together; then by confidence and id. Where all edges have room, kPictureLoneNodes
// nodes that have none have too.
PictureChoice choose_for_picture(const Graph& graph);

}  // namespace newsgraph
