// Why an edge is there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "graph/graph.h"
#include "graph/view.h"

namespace newsgraph {

struct ExplainQuery {
  std::string subject;  // id, name or alias, upper and lower case alike (ASCII); empty: any
  std::string relation;
  std::string object;
};

// Edges that match, in the graph's order.
std::vector<EdgeDescriptor> find_edges(const Graph& graph, const ExplainQuery& query);

enum class MarkRole : std::uint8_t { subject, object, trigger };

// A part of a statement's sentence: bytes [begin, end) of Statement::text.
struct Mark {
  std::size_t begin;
  std::size_t end;
  MarkRole role;
};

// Where arguments and trigger stand in the sentence, by position, without overlaps. What a statement
// does not place is looked for by its text.
std::vector<Mark> marks_of(const StatementView& statement);

}  // namespace newsgraph
