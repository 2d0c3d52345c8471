// "the Global TimesMao": where a page lost the space between two names.
#pragma once

#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

// Cuts a token before a capital inside of it where what follows stands elsewhere in the document as
// a word of its own.
void cut_joined_names(std::vector<Sentence>& sentences);

}  // namespace newsgraph
