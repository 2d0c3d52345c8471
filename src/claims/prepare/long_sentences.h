// Sentences that nobody wrote: lists without a full stop, text without punctuation, hostile input.
#pragma once

#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

// Cuts sentences of more tokens than a reader could follow into parts, behind a comma or semicolon where one
// is near, so that what looks for antecedents and acts in a sentence has an end. Needs the tokens only.
void cut_long_sentences(std::vector<Sentence>& sentences);

}  // namespace newsgraph
