// What the words around a trigger tell before there is a tree. Each says yes in doubt. For the prefilter's
// own files.
#pragma once

#include <cstddef>

#include "language/sentence/sentence.h"

namespace newsgraph {

// "state-owned".
bool follows_hyphen(const Sentence& sentence, std::size_t token);
// Whether one of the words right behind a token may be a name or stand for one.
bool names_behind(const Sentence& sentence, std::size_t token);
// "is held", "held by".
bool may_be_passive(const Sentence& sentence, std::size_t token);
// "has sold", "had never been": the only one that says no in doubt.
bool is_auxiliary(const Sentence& sentence, std::size_t token);
// "in which", "whose".
bool holds_relative(const Sentence& sentence);

}  // namespace newsgraph
