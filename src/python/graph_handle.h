// A graph as Python holds it: what was added, and the graph that was built of it.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "documents/reader.h"
#include "entities/entity_table.h"
#include "graph/builder.h"
#include "graph/diff.h"
#include "graph/filter.h"
#include "library/tools.h"
#include "python/claim_block.h"
#include "python/interruptible.h"

namespace newsgraph::python {

// Threads may share one: each call waits for the one before.
class GraphHandle {
 public:
  GraphHandle(std::shared_ptr<const api::Tools> tools, const BuildOptions& options);

  void add(const ClaimBlock& block);
  // Whatever `newsgraph export` reads. The graph changes when all is read.
  ReadReport add_inputs(const std::vector<std::string>& inputs, const ReadOptions& options, unsigned jobs,
                        const Cancelled& cancelled);
  // What another reader has read is corrected by this graph's decisions.
  void add(GraphHandle& other);

  using Pointer = std::shared_ptr<GraphHandle>;
  Pointer filtered(const Filter& filter);
  Pointer rebuilt(const BuildOptions& options);
  Pointer copied();
  // What the decisions of these tools make of the graph; it goes on with them.
  Pointer decided(std::shared_ptr<const api::Tools> tools);
  void measure(const std::string& name);
  void layout();

  Difference difference_from(GraphHandle& older);
  // Bytes of a format that is one file.
  std::string text(const std::string& format, const std::string& flavor);
  void write(const std::string& path, const std::string& format, const std::string& flavor, unsigned jobs);

  // The graph, built where it is not yet; it stays as it is while it is held.
  std::shared_ptr<const Graph> graph();
  const BuildOptions& options() const { return options_; }

 private:
  GraphBuilder& open();
  const std::shared_ptr<Graph>& build();
  Pointer with(Graph&& graph, const BuildOptions& options) const;

  std::mutex mutex_;
  std::shared_ptr<const api::Tools> tools_;
  BuildOptions options_;
  GraphBuilder builder_;
  EntityTable entities_;
  std::shared_ptr<Graph> built_;
  bool empty_ = true;  // nothing was added yet
};

// A row a node, edge or statement: the columns of docs/python.md.
Table node_table(std::shared_ptr<const Graph> graph);
Table edge_table(std::shared_ptr<const Graph> graph);
Table statement_table(std::shared_ptr<const Graph> graph);

}  // namespace newsgraph::python
