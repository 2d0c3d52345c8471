// What the words around a trigger tell before there is a tree. Each says yes in doubt. For the prefilter's
// own files.
#pragma once

#include <cstddef>

#include "language/sentence/sentence.h"

namespace newsgraph {

// Whether a hyphen joins the token to what is before it: "state-owned".
bool follows_hyphen(const Sentence& sentence, std::size_t token);
// Whether what stands on both sides of a token looks like a name: "Orion's Vega".
bool joins_names(const Sentence& sentence, std::size_t token);
// Whether one of the words right behind a token may be a name or stand for one.
bool names_behind(const Sentence& sentence, std::size_t token);
// Whether a participle may be a passive: "is held", "held by".
bool may_be_passive(const Sentence& sentence, std::size_t token);
// "has sold", "had never been": the only one that says no in doubt.
bool is_auxiliary(const Sentence& sentence, std::size_t token);
// Whether the sentence holds a relative that may stand for a role: "in which", "whose".
bool holds_relative(const Sentence& sentence);

}  // namespace newsgraph
