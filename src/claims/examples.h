// The examples that a relation schema carries, run as the test of it: `newsgraph relations --check`.
#pragma once

#include <string>
#include <vector>

#include "claims/extractor.h"
#include "claims/schema/schema.h"

namespace newsgraph {

struct ExampleResult {
  std::string relation;
  RelationExample example;
  bool passed = false;
  std::vector<Claim> found;  // claims of the relation that the text gave
};

// Runs every example of the schema through the extractor, in the order of the file. A positive one
// passes where a claim of its relation has its subject, object and status; a negative one where
// there is no claim of its relation.
std::vector<ExampleResult> run_examples(const RelationSchema& schema, ClaimExtractor& extractor);

}  // namespace newsgraph
