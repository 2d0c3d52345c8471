// "BEIJING (Reuters) - ": where an agency's report begins before its first sentence does.
#pragma once

#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

// Cuts datelines and agency marks off sentences, as sentences of their own, so that they do not
// become subjects. Offsets stay what they are.
void cut_datelines(std::vector<Sentence>& sentences);

}  // namespace newsgraph
