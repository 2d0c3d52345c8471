// Which sentences of a document its claims depend on, so that the encoders run over no others. The tokens are
// all that is needed.
#pragma once

#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

// For each sentence whether it may hold an argument, given the sentences that may state something, in
// ascending order: those, the ones right before them where antecedents stand, the title and the first
// sentence.
std::vector<bool> sentences_near(const std::vector<Sentence>& sentences, const std::vector<int>& stating);

// Those, and the first sentences that hold a capitalised word of a stating one, for they may have the fuller
// name.
std::vector<bool> naming_scope(const std::vector<Sentence>& sentences, const std::vector<int>& stating);

}  // namespace newsgraph
