// Coordinated modifiers that the tree takes for coordinated nouns: "the aerospace and defence company".
#pragma once

#include "language/sentence/sentence.h"

namespace newsgraph {

// Hangs the first word below the noun that it describes with the second, with what stood before it: one
// company, not aerospace and a company. The sentence has to be parsed.
void repair_coordination(Sentence& sentence);

}  // namespace newsgraph
