// Who is reported as saying a clause, within its sentence.
#pragma once

#include <vector>

#include "claims/schema.h"
#include "claims/tree.h"

namespace newsgraph {

// The verb of saying that a token is reported under, with its subjects; -1 for none.
struct Report {
  int verb = -1;
  std::vector<int> speakers;
};

// The innermost report: "X said that Y did it", "Y did it, X said".
Report report_above(const Tree& tree, const RelationSchema& schema, int token);

}  // namespace newsgraph
