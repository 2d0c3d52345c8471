// What goes into a graph and what is added to it: options that several verbs share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/builder.h"
#include "graph/filter.h"

namespace CLI {
class App;
}

namespace newsgraph {
class RelationSchema;
}

namespace newsgraph::cli {

struct GraphOptions {
  BuildOptions build;
  Filter filter;
  std::optional<double> min_confidence;  // of the filter, and of what is found in articles
  std::vector<std::string> measures;
  bool layout = false;
};

// --relation, --status, --entity, --since …
void add_filter_options(CLI::App& app, GraphOptions& options);
// --edges, --unnamed, --rollup, --links, --measure, --layout
void add_build_options(CLI::App& app, GraphOptions& options);

// "7d", "4w", "3m" or "1y" as the day that lies so far back; any other text as it is.
std::string absolute_date(const std::string& text);
// The filter with such dates counted back from today.
Filter filter_of(const GraphOptions& options);
// Throws UsageError, with the nearest word, for a relation or a type that none of the graphs has and
// newsgraph does not know either, and for a time that ends before it begins.
void check_filter(const Filter& filter, const std::vector<const Graph*>& graphs,
                  const RelationSchema& schema);
// Filters, measures and lays out, as asked for. Throws as check_filter() does.
Graph finish_graph(Graph&& graph, const GraphOptions& options, const RelationSchema& schema,
                   FilterReport* report = nullptr);

}  // namespace newsgraph::cli
