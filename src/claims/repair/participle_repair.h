// Participles that the tree takes for attributes of what follows, or the other way round: "posts | insulting
// X", "a case | alleging Y", "interrupted by protesting lawmakers".
#pragma once

#include "language/sentence/sentence.h"

namespace newsgraph {

// Hangs participles on the noun that does what they say. The sentence has to be parsed.
void repair_participles(Sentence& sentence);

}  // namespace newsgraph
