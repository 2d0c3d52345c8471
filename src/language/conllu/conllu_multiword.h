// Which words of a sentence were one token in writing: contractions and possessives.
#pragma once

#include <cstddef>

#include "language/sentence/sentence.h"

namespace newsgraph {

// The last word of the multiword token that starts with the word at `first`: `first` itself where
// there is none. "don't", "China's", "cannot" and "parties'" are multiword tokens, "5pm" and
// "search-engine" are not.
std::size_t multiword_end(const Sentence& sentence, std::size_t first);

}  // namespace newsgraph
