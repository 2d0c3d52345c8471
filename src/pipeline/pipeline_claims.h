// Claims that come into the pipeline ready-made: rows of relation tables and files of claims.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "claims/record/claim.h"
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
// Throws Error where there are lines, and all of them went to `skip`.
void read_claim_lines(Input& input, const Limits& limits,
                      const std::function<void(std::vector<Claim>&&)>& on_claims, const Skip& skip);

// The same with a table that has a row each.
void read_claim_table(Input& input, const Limits& limits,
                      const std::function<void(std::vector<Claim>&&)>& on_claims, const Skip& skip,
                      std::vector<std::string>& warnings);

// How many claims of a file, as JSON lines or as a table, somebody has accepted or rejected. What is no claim
// does not count; 0 where the file holds no claims at all.
std::uint64_t count_verdicts(const std::string& path);
// The same of a file that is open at its beginning; throws Error where it cannot be read.
std::uint64_t count_verdicts(Input& input);

}  // namespace newsgraph
