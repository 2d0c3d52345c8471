#include "claims/repair/tree_repair.h"

namespace newsgraph::tree_repair {

int child(Sentence& sentence, int head, Deprel relation) {
  for (int c = 0; c < sentence.size(); ++c) {
    if (at(sentence, c).head == head && at(sentence, c).deprel == relation) return c;
  }
  return -1;
}

bool is_below(Sentence& sentence, int token, int ancestor) {
  for (int above = token; above >= 0; above = at(sentence, above).head) {
    if (above == ancestor) return true;
  }
  return false;
}

}  // namespace newsgraph::tree_repair
