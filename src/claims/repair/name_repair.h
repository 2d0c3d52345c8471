// Where tree and names disagree, the names are right: a name is one nominal with one head.
#pragma once

#include "language/sentence/sentence.h"

namespace newsgraph {

// Mends tags and attachments of a parsed and named sentence: all tokens of a name hang together, below the
// last one that hangs outside, and that one is a proper noun; so is a word with a capital inside
// ("ParkStop").
void repair_names(Sentence& sentence);

}  // namespace newsgraph
