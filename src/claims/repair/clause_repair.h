// Clauses that the tree hangs on the wrong word, where the form of their verb tells better: "writes to X
// calling for talks and accuses Y", "a request by officials, who accuse Y", "said that X | harbours Y".
#pragma once

#include "language/sentence/sentence.h"

namespace newsgraph {

// Hangs finite verbs on the finite verb that they go on, participles on the participle, and what "who" says
// on somebody; gives the verb its place where the tree makes a name or an object of it. The sentence has to
// be parsed, its participles mended.
void repair_clauses(Sentence& sentence);

}  // namespace newsgraph
