#include "claims/repair/repairs.h"

#include "support/ascii.h"

namespace newsgraph {

void repair_closed_classes(Sentence& sentence) {
  for (Token& token : sentence.tokens) {
    if (equals_ignoring_case(token.form, "whose")) token.xpos = Xpos::wp_poss;
  }
}

}  // namespace newsgraph
