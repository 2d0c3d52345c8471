// Whether what a trigger states is in force, only planned, over, or denied.
#pragma once

#include "claims/grammar/tree.h"
#include "claims/record/claim.h"
#include "claims/schema/schema.h"

namespace newsgraph {

// What a statement of status `inner` becomes inside a context of status `outer`: a planned lifting
// of a ban leaves the ban in force, a denied refusal to ban asserts it.
Status compose(Status outer, Status inner) noexcept;

// The context of a word: its own negation, modals and modifiers, and everything above it that
// governs it. `stative`: what is past is over ("formerly owned").
struct StatusContext {
  const Tree& tree;
  const RelationSchema& schema;
  bool stative = false;
};
Status status_of_verb(const StatusContext& context, int verb, bool transaction);
Status status_of_noun(const StatusContext& context, int noun, const TriggerRule& rule);
// For a noun or adjective as predicate: "is the owner", "would be illegal".
Status status_of_predicate(const StatusContext& context, int predicate);

// Whether the verb of a noun says that nothing comes of it: "The deal fell through", "talks collapsed",
// "walked away from its plan".
bool comes_to_nothing(const StatusContext& context, int noun);

// Whether its verb says that the time of a noun is over: "The ban expired".
bool lapses(const StatusContext& context, int noun);

// "owned", "was a subsidiary"; not "has banned", "is banned", which holds.
bool is_past(const Tree& tree, int predicate);

// Part of a direct question: nothing is stated.
bool in_question(const Tree& tree, int token);

}  // namespace newsgraph
