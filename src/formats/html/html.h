// The page: one HTML file that shows the graph in any browser, without a network, and can be read again.
#pragma once

#include "formats/base/format.h"

namespace newsgraph {

extern const Format kHtml;

// By the page's beginning; a browser that saved it may have changed its white space and quotes.
bool is_graph_page(std::string_view head);

// All that the page holds; of a large graph that is a part. Throws Error with origin where the page is
// damaged.
Graph read_graph_page(std::string_view bytes, const std::string& origin, unsigned jobs);

}  // namespace newsgraph
