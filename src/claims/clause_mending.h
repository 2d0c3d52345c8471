// Verbs that the tree hangs on the wrong word, where their form tells better: "posts insulting X and
// criticising Y", "writes to X and accuses Y", "a request by officials, who accuse Y".
#pragma once

#include "language/sentence.h"

namespace newsgraph {

// Hangs participles on the noun before them and on the participle that they go on, finite verbs on the finite
// verb that they go on, and what "who" says on somebody. The sentence has to be parsed.
void mend_clauses(Sentence& sentence);

}  // namespace newsgraph
