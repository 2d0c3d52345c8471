// What a format makes of a graph, in memory.
#pragma once

#include <string>

#include "formats/registry.h"

namespace newsgraph::test {

inline std::string written(const Format& format, const Part& part, const Graph& graph,
                           Losses* losses = nullptr, const ExportOptions& options = {}) {
  StringSink sink;
  Losses ignored;
  write_part(format, part, graph, sink, options, losses == nullptr ? ignored : *losses);
  return sink.text();
}

inline std::string written(const std::string& format_name, const Graph& graph, Losses* losses = nullptr,
                           const ExportOptions& options = {}) {
  const Format& format = *find_format(format_name);
  return written(format, format.parts.front(), graph, losses, options);
}

}  // namespace newsgraph::test
