// Where the tree hangs a verb's complement on the noun before it: "accused | the army of executions".
#pragma once

#include "language/sentence/sentence.h"

namespace newsgraph {

// Hangs on the verb what verbs of a kind take beside their object: "accuse X of", "bar X from", "blame X
// for". The sentence has to be parsed.
void repair_valency(Sentence& sentence);

}  // namespace newsgraph
