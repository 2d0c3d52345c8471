// Whether heads read from elsewhere can be trusted to make a tree.
#pragma once

#include "language/sentence/sentence.h"

namespace newsgraph {

// One root, every head a token of the sentence, no cycles. Linear in the number of tokens.
bool is_tree(const Sentence& sentence);

}  // namespace newsgraph
