// Raw text to sentences and tokens.
#pragma once

#include <string_view>
#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

// Cuts UTF-8 text into sentences and tokens after the conventions of UD English EWT.
// `title_end` is the byte at which a leading title ends (0 where there is none): no sentence
// crosses it. The views in the result point into `text`.
std::vector<Sentence> split(std::string_view text, std::size_t title_end = 0);

}  // namespace newsgraph
