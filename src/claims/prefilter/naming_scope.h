// Which sentences of a document its claims depend on, so that the encoders run over no others. The tokens are
// all that is needed.
#pragma once

#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

// For each sentence whether it may hold an argument or the fuller name of one, given the sentences that state
// something and those of them that do not say it all by name, in ascending order: those that state, what
// stands right before the vague ones, the title and the first sentence, and the first sentences that hold a
// capitalised word of a stating one.
std::vector<bool> naming_scope(const std::vector<Sentence>& sentences, const std::vector<int>& stating,
                               const std::vector<int>& vague);

}  // namespace newsgraph
