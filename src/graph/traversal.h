// Going through part of a graph's edges, for writers that format several parts at once.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "graph/view.h"

namespace newsgraph {

// Asks for the memory that reading the edges with their ends and statements will touch. A large graph is
// spread over far more memory than the caches hold, and the edges of a node lead all over it: asked for
// one by one while each edge is written, its texts cost more time than writing them.
void prefetch(const Graph& graph, std::span<const EdgeDescriptor> edges);

// Calls use(EdgeView) for the edges number `begin` to `end` - 1 of the graph's order.
template <typename Use>
void for_edges(const Graph& graph, std::size_t begin, std::size_t end, const Use& use) {
  constexpr std::size_t kAhead = 16;
  std::array<EdgeDescriptor, kAhead> edges;
  std::size_t count = 0;
  const auto use_all = [&] {
    prefetch(graph, std::span(edges).first(count));
    for (std::size_t i = 0; i < count; ++i) use(EdgeView(graph, edges[i]));
    count = 0;
  };
  if (begin >= end) return;
  const auto first = static_cast<std::uint32_t>(begin);
  for (Vertex vertex = boost::source(boost::edge_from_index(first, graph), graph); begin < end; ++vertex) {
    auto [edge, last] = boost::out_edges(vertex, graph);
    if (edge == last) continue;
    edge += static_cast<int>(begin - boost::get(boost::edge_index, graph, *edge));
    for (; edge != last && begin < end; ++edge, ++begin) {
      edges[count++] = *edge;
      if (count == kAhead) use_all();
    }
  }
  use_all();
}

}  // namespace newsgraph
