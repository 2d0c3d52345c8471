// Lists whose members stand or fall together.
#pragma once

#include "claims/assemble/finding.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// Whether both say the same by the same word but for one argument, and the two that differ are members of one
// list of the sentence: "condemnation came from Ankara, Cairo and Amman".
bool are_of_one_list(const Sentence& sentence, const Finding& one, const Finding& other);

}  // namespace newsgraph
