// The graph out of a page that newsgraph wrote: the other side of html_data.h.
#pragma once

#include <string>
#include <string_view>

#include "graph/graph.h"

namespace newsgraph {

// By the page's beginning; a browser that saved it may have changed its white space and quotes.
bool is_graph_page(std::string_view head);

// All that the page holds; of a large graph that is a part. Throws Error with origin where the page is
// damaged.
Graph read_graph_page(std::string_view bytes, const std::string& origin, unsigned jobs);

}  // namespace newsgraph
