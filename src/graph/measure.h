// Measures of nodes, written as node attributes.
#pragma once

#include <span>
#include <string_view>

#include "graph/graph.h"

namespace newsgraph {

// degree       in_degree, out_degree, degree (int): edges in, out and both
// pagerank     pagerank (double): Page et al. 1999, damping 0.85, edges by weight; sums to 1
// betweenness  betweenness (double): Brandes 2001, directed, edges of length 1; divided by
//              (n-1)(n-2); above 5,000 nodes estimated from 1,000 evenly spaced sources
// component    component (int): weakly connected, 0 is the largest
// community    community (int): modularity by Louvain (Blondel et al. 2008) over the undirected
//              weights, 0 is the largest
std::span<const std::string_view> measure_names();

// Adds the attributes of one measure. Throws UsageError for a name that is not in the list.
void measure(Graph& graph, std::string_view name);

// Sets a node's attribute, keeping them sorted by name.
void set_attribute(Graph& graph, Vertex vertex, std::string_view name, Value value);

}  // namespace newsgraph
