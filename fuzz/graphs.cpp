#include "graphs.h"

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "formats/registry.h"
#include "formats/tables/graph_parts.h"
#include "support/error.h"
#include "support/utf8.h"
#include "targets.h"

namespace newsgraph::fuzz {
namespace {

std::string written(const Format& format, const Part& part, const Graph& graph,
                    const ExportOptions& options) {
  StringSink sink;
  Losses losses;
  write_part(format, part, graph, sink, options, losses);
  return sink.text();
}

bool is_text(std::string_view bytes) {
  const auto bad = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
  };
  return utf8::valid(bytes) && std::none_of(bytes.begin(), bytes.end(), bad);
}

Graph read_back(const Format& format, const std::string& bytes) {
  require(recognize_format(std::string_view(bytes).substr(0, 65536)) == &format,
          "what a format writes is recognised as it");
  try {
    return format.read(bytes, "written", 1);
  } catch (const Error& error) {
    require(false, ("what " + std::string(format.name) + " writes is read: " + error.message()).c_str());
    throw;
  }
}

// An attribute whose name a format cannot hold is renamed, and comes elsewhere in the alphabet afterwards.
bool same_but_for_order(std::string first, std::string again) {
  std::sort(first.begin(), first.end());
  std::sort(again.begin(), again.end());
  return first == again;
}

void check_format(const Format& format, const Graph& graph, const ExportOptions& options) {
  std::string first;
  for (const Part& part : format.parts) {
    const std::string bytes = written(format, part, graph, options);
    require(format.binary || is_text(bytes), "what is written is UTF-8 without control characters");
    if (first.empty()) first = bytes;
  }
  if (format.read == nullptr) return;
  const std::string again = written(format, format.parts.front(), read_back(format, first), options);
  require(first == again || same_but_for_order(first, again),
          ("reading and writing " + std::string(format.name) + " changes nothing").c_str());
}

}  // namespace

void read_graph_of(std::string_view reader, std::string_view bytes) {
  if (reader == "graph-table" || reader == "graph-lines") {
    GraphParts parts{Limits{}};
    Input input("input", std::make_unique<MemorySource>(bytes));
    reader == "graph-table" ? parts.add_table(input) : parts.add_lines(input);
    for (const Graph& graph : parts.finish()) check_writers(graph);
    return;
  }
  const std::string_view name = reader == "node-link" ? "json" : reader == "page" ? "html" : reader;
  const Format* format = find_format(name);
  require(format != nullptr && format->read != nullptr, "every graph format of the registry is read");
  check_writers(format->read(bytes, "input", 1));
}

void check_writers(const Graph& graph) {
  for (const Format& format : formats()) {
    // The other pictures are the same DOT, drawn anew; that would take most of the time.
    if (!format.unavailable.empty() || format.name == "png" || format.name == "pdf") continue;
    check_format(format, graph, {});
    for (const std::string_view flavor : format.flavors) {
      check_format(format, graph, {.flavor = std::string(flavor)});
    }
  }
}

}  // namespace newsgraph::fuzz
