// Graphs whose nodes and edges come in tables or in lines of JSON, often in several files: nodes.csv and
// edges.csv. Files of one folder whose names differ only in the words for nodes and edges make one graph, so
// that edges find the names of their ends whatever the order of the files.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "documents/graph_table.h"
#include "documents/table_source.h"
#include "formats/import/import.h"
#include "support/limits.h"
#include "support/source.h"

namespace newsgraph {

class GraphParts {
 public:
  explicit GraphParts(const Limits& limits) : limits_(limits) {}

  // Both read the input to its end; a row or line that cannot be used is noted and left out. Throw Error
  // where nothing of it can be read, or it is larger than a graph may be.
  void add_table(Input& input);
  void add_lines(Input& input);

  // What was read, one graph for each group of files; empties this.
  std::vector<Graph> finish();

 private:
  struct Part {
    GraphImport import;
    std::string origin;  // of the first file
  };
  Part& part_of(const std::string& name);

  Limits limits_;
  std::map<std::string, std::unique_ptr<Part>> parts_;  // by folder and what the names share
};

// Adds the rows of a table of nodes or edges (documents/graph_table.h) to `import`; one that cannot be used
// is noted. Throws Error where the header is none of a graph, or the table is larger than a graph may be.
void read_graph_table(Input& input, const Limits& limits, GraphImport& import);

}  // namespace newsgraph
