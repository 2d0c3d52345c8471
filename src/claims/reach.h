// Which sentences of a document its claims depend on, so that the encoders run over no others.
#pragma once

#include <vector>

#include "language/sentence.h"

namespace newsgraph {

// For each sentence whether its names are needed, given the sentences that may state something, in
// ascending order: those, the ones right before them where antecedents stand, the title and the first
// sentence, and every sentence that shares a capitalised word with one of these, for it may have the fuller
// name. Needs the tokens only.
std::vector<bool> sentences_in_reach(const std::vector<Sentence>& sentences, const std::vector<int>& stating);

}  // namespace newsgraph
