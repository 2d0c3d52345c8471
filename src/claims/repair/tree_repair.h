// What the repair of trees works with: a tree that is still being changed, so that Tree cannot read it. For
// the repair files only. Indices are those of Sentence::tokens, -1 stands for none.
#pragma once

#include "language/sentence/sentence.h"

namespace newsgraph::tree_repair {

inline Token& at(Sentence& sentence, int token) {
  return sentence.token(token);
}

// The first dependent with the relation, or -1.
int child(Sentence& sentence, int head, Deprel relation);

// Whether a token is `ancestor` or hangs somewhere below it.
bool is_below(Sentence& sentence, int token, int ancestor);

}  // namespace newsgraph::tree_repair
