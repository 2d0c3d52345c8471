#include "formats/picture/picture_choice.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace newsgraph {
namespace {

struct Ranked {
  double weight;
  std::size_t degrees;
  float confidence;
  std::string id;
  std::size_t index;

  auto key() const { return std::tie(weight, degrees, confidence); }
};

// The stronger first. A weight that is not a number, which a file may bring, comes last.
bool stronger(const Ranked& left, const Ranked& right) {
  return left.key() != right.key() ? left.key() > right.key() : left.id < right.id;
}

std::vector<Ranked> ranked(const Graph& graph) {
  std::vector<Ranked> result;
  result.reserve(boost::num_edges(graph));
  for (const EdgeView edge : edge_views(graph)) {
    const std::size_t degrees = degree(edge.source().vertex(), graph) + degree(edge.target().vertex(), graph);
    const double weight = edge.weight() > 0 ? edge.weight() : 0;
    result.push_back({weight, degrees, edge.confidence(), edge.id(), result.size()});
  }
  return result;
}

std::vector<bool> strongest(const Graph& graph) {
  std::vector<Ranked> edges = ranked(graph);
  const std::size_t kept = std::min(edges.size(), kPictureEdges);
  std::partial_sort(edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(kept), edges.end(), stronger);
  std::vector<bool> chosen(edges.size());
  for (std::size_t i = 0; i < kept; ++i) chosen[edges[i].index] = true;
  return chosen;
}

}  // namespace

PictureChoice choose_for_picture(const Graph& graph) {
  const std::vector<bool> chosen = strongest(graph);
  PictureChoice result;
  std::vector<bool> shown(boost::num_vertices(graph));
  std::size_t index = 0;
  for (const EdgeView edge : edge_views(graph)) {
    if (!chosen[index++]) continue;
    result.edges.push_back(edge);
    shown[edge.source().vertex()] = shown[edge.target().vertex()] = true;
  }
  result.edges_left_out = boost::num_edges(graph) - result.edges.size();
  std::size_t room = result.edges_left_out == 0 ? kPictureLoneNodes : 0;
  for (const NodeView node : node_views(graph)) {
    const bool lone = degree(node.vertex(), graph) == 0;
    if (shown[node.vertex()] || (lone && room > 0)) {
      result.nodes.push_back(node);
      room -= lone ? 1 : 0;
    }
  }
  result.nodes_left_out = boost::num_vertices(graph) - result.nodes.size();
  return result;
}

}  // namespace newsgraph
