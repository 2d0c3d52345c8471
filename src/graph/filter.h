// Choosing what goes into a graph.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph.h"

namespace newsgraph {

// An edge stays where all conditions hold; within a list any one is enough, an empty list asks
// nothing. Dates, confidence and documents are asked of statements: an edge loses those that fail
// and stays with the rest, its weight, dates and evidence computed anew.
struct Filter {
  std::vector<std::string> relations{};
  std::vector<std::string> statuses{};
  std::vector<std::string> types{};     // of both ends
  std::vector<std::string> entities{};  // ids, names or aliases, upper and lower case alike (ASCII)
  unsigned hops = 1;                    // how far from `entities`, whatever the direction of edges
  std::string since{};                  // ISO 8601, or its beginning: "2023", "2023-03"; inclusive
  std::string until{};                  // inclusive: "2023" is all of 2023
  double min_confidence = 0;
  std::uint32_t min_statements = 1;
  std::uint32_t top = 0;       // that many strongest edges by weight, then confidence, then id; 0: all
  bool keep_isolated = false;  // also nodes that have lost all their edges

  // Whether nothing is asked, so that every graph stays as it is.
  bool takes_all() const;
};

// What was cut.
struct FilterReport {
  std::size_t nodes_left_out = 0;
  std::size_t edges_left_out = 0;
  std::size_t statements_left_out = 0;
};

// Throws UsageError for a date that is none: "2023-02-30", "yesterday".
void check_dates(const Filter& filter);

// Throws UsageError for an entity that the graph does not have (with the nearest name as remedy)
// and for a date that is none.
Graph filter_graph(const Graph& graph, const Filter& filter, FilterReport* report = nullptr);

}  // namespace newsgraph
