// A graph as the JSON that the page in web/ reads (web/src/data.ts describes it).
#pragma once

#include <cstddef>
#include <string_view>

#include "formats/base/format.h"
#include "graph/graph.h"

namespace newsgraph {

// Of the whole graph, of which a page may show a part.
struct PageTotals {
  std::size_t nodes = 0;
  std::size_t edges = 0;
  std::size_t statements = 0;
};
PageTotals totals_of(const Graph& graph);

// Writes all of `shown`. Nothing in it can end or leave the script element that it is put into.
void write_page_data(const Graph& shown, const PageTotals& totals, Sink& sink, Losses& losses);

// JSON so that HTML sees no markup in it: `< > &`, U+2028 and U+2029 as \u escapes, which can stand only
// inside of strings. `json` must not end within a character.
void write_script_safe(std::string_view json, Sink& sink);

}  // namespace newsgraph
