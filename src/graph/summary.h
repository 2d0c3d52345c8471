// The fields of edges and nodes that follow from their statements.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "graph/graph.h"

namespace newsgraph {

// The statements of an edge: their order, the best of them, what they say together.
class StatementOrder {
 public:
  explicit StatementOrder(const GraphData& data) : data_(data) {}

  // By date, document and claim, then by everything else: a total order of what is written.
  bool before(const Statement& a, const Statement& b) const;
  // More confident first; among equals the earlier in the order above.
  bool better(const Statement& a, const Statement& b) const;

 private:
  const GraphData& data_;
};

class Summary {
 public:
  explicit Summary(const GraphData& data);

  // Sets weight, confidence, scope, dates, documents and evidence of an edge from its statements, of
  // which there is at least one.
  void of_edge(Edge& edge);

 private:
  std::uint32_t count_documents(std::span<const Statement> statements);

  const GraphData& data_;
  std::vector<std::uint32_t> identities_;
  std::vector<std::uint32_t> seen_;  // scratch
};

// Sets mentions and documents of every node that a statement names; leaves the others as they are.
void summarize_nodes(Graph& graph);

}  // namespace newsgraph
