// Claims that come into the pipeline ready-made: rows of relation tables and files of claims.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "claims/claim.h"
#include "documents/relation_row.h"
#include "support/limits.h"
#include "support/source.h"

namespace newsgraph {

// Told where something could not be used, and why.
using Skip = std::function<void(const std::string& where, const std::string& reason)>;

// What a row of a relation table says. A row of unknown status or type goes to `skip`.
std::optional<Claim> claim_of_row(const RelationRow& row, const Skip& skip);

// Reads a file of claims line by line, and hands on those that follow one another with the same document
// together: they say what its names mean. A line that is no claim goes to `skip`, and the rest is read.
void read_claim_lines(Input& input, const Limits& limits,
                      const std::function<void(std::vector<Claim>&&)>& on_claims, const Skip& skip);

}  // namespace newsgraph
