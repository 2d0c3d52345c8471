// What a format is: its names, its files, who writes and who reads them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "formats/base/losses.h"
#include "graph/graph.h"
#include "support/sink.h"

namespace newsgraph {

struct ExportOptions {
  std::string flavor;  // "", or one of the format's flavors
  unsigned jobs = 1;   // threads that a writer may use; the bytes do not depend on it
};

// One file of a format. `file_name` is empty where the format is a single file; otherwise the output
// is a folder that holds a file of this name.
struct Part {
  std::string_view file_name;
  void (*write)(const Graph& graph, Sink& sink, const ExportOptions& options, Losses& losses);
};

// `jobs` threads may be used; the graph does not depend on it.
using ReadGraph = Graph (*)(std::string_view bytes, const std::string& origin, unsigned jobs);

struct Format {
  std::string_view name;                         // "graphml", as in --to
  std::span<const std::string_view> extensions;  // ".graphml"; of several formats the longest match wins
  std::string_view description;
  std::span<const std::string_view> flavors;  // beside the plain one
  std::span<const Part> parts;
  bool (*recognize)(std::string_view head);  // by the first 64 KiB; null where nothing is read
  ReadGraph read;                            // throws Error with origin and place; null likewise
  bool binary = false;                       // what is written is not text
  // Why this build cannot write it, and what helps, as sentences; empty where it can.
  std::string_view unavailable = {};

  bool writes_folder() const { return parts.size() > 1; }
};

}  // namespace newsgraph
