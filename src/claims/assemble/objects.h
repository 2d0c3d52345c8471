// Whom or what a claim is about; an act stands for whom it is blamed on.
#pragma once

#include <optional>

#include "claims/assemble/stated_match.h"

namespace newsgraph {

// Whom or what, with the types that the rule asks for; `by` is who does it.
Group patients_of(const StatedMatch& statement, const Group& by);

// Whom one phrase means as the object of a statement; `by` is null where it is not known.
Group object_of(const StatedMatch& statement, Place given, const Group* by);

// Whether the object is the subject's own: "suspended its flights".
bool owned_by_subject(const StatedMatch& statement);

// Of a phrase that is an act.
Group blamed_for_act(const StatedMatch& statement, Place act);
// "the remarks", "the accusations": of whoever accused or spoke last, but for those who judge them.
Group authors_of_utterance(const StatedMatch& statement, Place act, const Group& judges);
// Of any phrase: nothing where it is to be read for itself.
std::optional<Group> blamed_for(const StatedMatch& statement, Place at);

}  // namespace newsgraph
