#include "graph/components.h"

#include <boost/pending/disjoint_sets.hpp>
#include <numeric>

#include "graph/community.h"

namespace newsgraph {

std::vector<std::uint32_t> weak_components(const Graph& graph) {
  const std::size_t size = boost::num_vertices(graph);
  std::vector<std::uint32_t> rank(size);
  std::vector<std::uint32_t> parent(size);
  std::iota(parent.begin(), parent.end(), 0U);
  // Bare pointers would do, but for an overload inside Boost that hides theirs.
  const boost::typed_identity_property_map<std::uint32_t> index;
  boost::disjoint_sets sets(boost::make_iterator_property_map(rank.begin(), index),
                            boost::make_iterator_property_map(parent.begin(), index));
  for (const EdgeDescriptor edge : boost::make_iterator_range(boost::edges(graph)))
    sets.union_set(boost::source(edge, graph), boost::target(edge, graph));
  std::vector<std::uint32_t> groups(size);
  for (std::uint32_t i = 0; i < size; ++i) groups[i] = sets.find_set(i);
  return number_by_size(groups);
}

}  // namespace newsgraph
