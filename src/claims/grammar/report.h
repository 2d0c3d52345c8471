// Who is reported as saying a clause, within its sentence.
#pragma once

#include <vector>

#include "claims/grammar/tree.h"
#include "claims/schema/schema.h"

namespace newsgraph {

// The verb of saying that a token is reported under, -1 for "according to", and who says it.
struct Report {
  int verb = -1;
  std::vector<int> speakers;
};

// "said in a statement that", the clause hung on the statement: the verb; -1 for none.
int verb_past_phrase(const Tree& tree, int clause);

// Whether the noun is cited for what the clause says: "according to the ministry".
bool is_authority(const Tree& tree, int noun);

// The innermost report: "X said that Y did it", "Y did it, X said", "according to X, Y did it".
Report report_above(const Tree& tree, const RelationSchema& schema, int token);

}  // namespace newsgraph
