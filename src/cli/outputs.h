// The files that `export` writes, all of them or none.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph.h"

namespace newsgraph {
struct Format;
}

namespace newsgraph::cli {

class Context;

// An output that was asked for, its format known.
struct Target {
  std::string path;  // "-" for standard output
  const Format* format = nullptr;
  std::string flavor;
};

// `format` and `flavor` are what --to and --flavor say, or empty. Opens nothing. Throws UsageError where a
// format is unknown or cannot be told.
std::vector<Target> find_targets(const std::vector<std::string>& paths, const std::string& format,
                                 const std::string& flavor);

// Writes all files, and gives them their names when all are complete.
void write_targets(Context& context, const std::vector<Target>& targets, const Graph& graph);

}  // namespace newsgraph::cli
