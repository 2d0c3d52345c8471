#include "graph/graph.h"

namespace newsgraph {

Graph empty_like(const Graph& graph) {
  Graph result;
  data(result).strings = data(graph).strings;
  data(result).attributes = data(graph).attributes;
  return result;
}

}  // namespace newsgraph
