// "They have betrayed us," said Mara Doe of the Lumen union: who speaks says "we" of himself and his own.
#include <algorithm>

#include "claims/discourse/quotations.h"
#include "claims/resolve/antecedents.h"

namespace newsgraph {

namespace {

// Whether a name stands with a speaker as himself, his body or what he leads; the plan of somebody that he
// speaks of is another's: "said Mara Doe of Orion's plan".
bool stands_with(const Tree& tree, int speaker, int name) {
  for (int at = name; at >= 0 && at != speaker; at = tree.head(at)) {
    const int above = tree.head(at);
    const bool spoken_of =
        tree.deprel(at) == Deprel::nmod_poss && above >= 0 && tree.preposition(above) == "of";
    if (spoken_of) return false;
  }
  return tree.dominates(speaker, name);
}

}  // namespace

std::vector<const Actor*> speakers_own(const ResolutionContext& context, Place at) {
  const auto speaker = context.quotations == nullptr ? std::nullopt : context.quotations->speaker(at);
  std::vector<const Actor*> own;
  if (!speaker) return own;
  const Tree& tree = context.tree(*speaker);
  for (const Mention* mention : context.discourse.mentions_in(speaker->sentence)) {
    if (stands_with(tree, speaker->token, tree.head_of(mention->first, mention->last)))
      own.push_back(&context.discourse.actor_of(*mention));
  }
  return own;
}

}  // namespace newsgraph
