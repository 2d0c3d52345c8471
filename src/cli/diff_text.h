// The difference of two graphs in words: for the terminal and as a page.
#pragma once

#include <string>

#include "cli/terminal.h"
#include "graph/diff.h"

namespace newsgraph::cli {

// "2 edges gained, 1 lost, 3 changed; 4 nodes gained; 5 statements gained, 1 lost".
std::string totals(const Difference& difference);

// Totals, then a line for each edge and node, and for each statement where that is asked for.
std::string text_of(const Difference& difference, const Terminal& screen, bool statements);

// The same as a page of its own, with the sentences. Edges link to `page`, the page of the new graph, where
// that is given; names and texts are text, whatever they hold.
std::string page_of(const Difference& difference, const std::string& page);

}  // namespace newsgraph::cli
