// Claims that come into the pipeline ready-made: rows of relation tables and files of claims.
#pragma once

#include <functional>
#include <string>

#include "claims/claim.h"
#include "documents/relation_row.h"
#include "support/limits.h"
#include "support/source.h"

namespace newsgraph {

// What a row of a relation table says. Throws Error where its status or a type is unknown.
Claim claim_of_row(const RelationRow& row);

// Reads a file of claims line by line. A line that is no claim goes to `skip` with the reason, and the rest
// is read.
void read_claim_lines(Input& input, const Limits& limits, const std::function<void(Claim&&)>& on_claim,
                      const std::function<void(const std::string& where, const std::string& reason)>& skip);

}  // namespace newsgraph
