// Counts that describe a graph.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/view.h"

namespace newsgraph {

// A text and how often it occurs.
using Count = std::pair<std::string, std::uint64_t>;

struct Statistics {
  std::uint64_t nodes = 0;
  std::uint64_t edges = 0;
  std::uint64_t statements = 0;
  std::uint64_t documents = 0;
  std::uint64_t isolated = 0;
  std::uint64_t components = 0;         // weakly connected
  std::uint64_t largest_component = 0;  // nodes in it
  // Most frequent first, then by text; an unknown value is "".
  std::vector<Count> edges_by_relation;
  std::vector<Count> edges_by_status;
  std::vector<Count> nodes_by_type;
  std::vector<Count> statements_by_source;  // source_of()
  std::vector<Count> statements_by_year;    // by year, ascending
  std::vector<Count> most_connected;        // names of nodes and their edges, at most `top`
};

// Whose statement it is: the host of its URL, else its file without the row.
std::string_view source_of(const StatementView& statement);

Statistics statistics_of(const Graph& graph, std::size_t top = 10);

}  // namespace newsgraph
