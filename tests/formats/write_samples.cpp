// Writes every nasty graph in every format below a folder, and what a reader should find in it:
//   FOLDER/FORMAT[-FLAVOR]/GRAPH.EXT (or GRAPH/PART), FOLDER/expected.json
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "formats/nasty_graphs.h"
#include "formats/written.h"
#include "graph/view.h"

namespace newsgraph {
namespace {

namespace fs = std::filesystem;

void save(const fs::path& path, const std::string& bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream file(path, std::ios::binary);
  file.exceptions(std::ios::failbit | std::ios::badbit);
  file << bytes;
}

nlohmann::json expectation(const Graph& graph) {
  nlohmann::json nodes = nlohmann::json::array();
  for (const NodeView node : node_views(graph))
    nodes.push_back({{"id", node.id()}, {"name", node.name()}, {"type", node.type()}});
  nlohmann::json edges = nlohmann::json::array();
  for (const EdgeView edge : edge_views(graph))
    edges.push_back({{"id", edge.id()},
                     {"source", edge.source().id()},
                     {"target", edge.target().id()},
                     {"relation", edge.relation()},
                     {"status", edge.status()},
                     {"weight", edge.weight()},
                     {"first_date", edge.first_date()},
                     {"evidence", edge.evidence()},
                     {"statements", edge.statement_count()}});
  return {{"nodes", nodes}, {"edges", edges}};
}

void write_all(const fs::path& folder) {
  nlohmann::json expected;
  for (const std::string& name : test::nasty_graph_names()) {
    const Graph graph = test::nasty_graph(name);
    std::string file = name;
    std::replace(file.begin(), file.end(), ' ', '-');
    expected[file] = expectation(graph);
    for (const Format& format : formats()) {
      if (!format.unavailable.empty()) continue;
      std::vector<std::string> flavors{""};
      flavors.insert(flavors.end(), format.flavors.begin(), format.flavors.end());
      for (const std::string& flavor : flavors) {
        const fs::path base =
            folder / (std::string(format.name) + (flavor.empty() ? "" : "-" + flavor)) / file;
        for (const Part& part : format.parts) {
          const fs::path path = format.writes_folder()
                                    ? base / part.file_name
                                    : fs::path(base.string() + std::string(format.extensions.front()));
          save(path, test::written(format, part, graph, nullptr, {.flavor = flavor}));
        }
      }
    }
  }
  // Broken UTF-8 is what the expectation says as well: each sequence replaced.
  save(folder / "expected.json", expected.dump(1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace
}  // namespace newsgraph

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_samples FOLDER\n";
    return 2;
  }
  newsgraph::write_all(argv[1]);
}
