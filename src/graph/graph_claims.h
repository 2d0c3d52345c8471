// A graph's statements as claims.
#pragma once

#include <functional>

#include "claims/record/claim.h"
#include "graph/view.h"

namespace newsgraph {

// Whether the node has a name of its own, and was not made of an argument without one ("smoking in pubs").
bool has_name(const NodeView& node);

// What the statement says, its ends being the nodes of its edge. A node that was made of an argument without
// a name is one again.
Claim claim_of(const EdgeView& edge, const StatementView& statement);

// All of them, those of one document together, documents in the graph's order. Edges without statements have
// none.
void for_each_claim(const Graph& graph, const std::function<void(const Claim&)>& use);

}  // namespace newsgraph
