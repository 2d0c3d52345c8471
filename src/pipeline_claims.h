// Claims that come into the pipeline ready-made: rows of relation tables and files of claims.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "documents/relation_row.h"
#include "entities/resolver.h"
#include "graph/edge_row.h"
#include "support/limits.h"
#include "support/source.h"

namespace newsgraph {

// Told where something could not be used, and why.
using Skip = std::function<void(const std::string& where, const std::string& reason)>;

// What is wrong with a row of a relation table, or empty.
std::string complaint_about(const RelationRow& row);
// What a row that is well says: as a claim, or with views into the row.
Claim claim_of_row(const RelationRow& row);
EdgeRow edge_row_of(const RelationRow& row, const EntityResolver& resolver);

// Reads a file of claims line by line, and hands on those that follow one another with the same document
// together: they say what its names mean. A line that is no claim goes to `skip`, and the rest is read.
void read_claim_lines(Input& input, const Limits& limits,
                      const std::function<void(std::vector<Claim>&&)>& on_claims, const Skip& skip);

}  // namespace newsgraph
