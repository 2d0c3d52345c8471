// Whom "the company", "the ministry" and "the government" mean. Nothing is guessed: where two fit equally
// well, none is taken.
#pragma once

#include <optional>

#include "claims/resolve/reference.h"

namespace newsgraph {

// `known`: the noun is definite though no article says so, as in "a ministry spokesman".
const Actor* actor_of_class_noun(const ResolutionContext& context, Place at, bool known = false);
std::optional<Reference> resolve_class_noun(const ResolutionContext& context, Place at);

// "the government" where the text is about one state only: that state's.
std::optional<Reference> state_power(const ResolutionContext& context, Place at, bool known);
std::optional<Reference> resolve_state_power(const ResolutionContext& context, Place at);

// "The ministry", of which the text has said before whose it is: "the Norwegian health ministry".
std::optional<Reference> resolve_body(const ResolutionContext& context, Place at);

// "Peru's transport regulator", a body of a state that the text has by name nearby: the Peruvian Railway
// Authority.
std::optional<Reference> named_body(const ResolutionContext& context, Place at, const KnownEntity& state);

// "the council" of the town named before it.
std::optional<Reference> resolve_local_body(const ResolutionContext& context, Place at);

// "Bulgaria's football federation", "the Leeds council": a body of the place or people named with it.
std::optional<Reference> resolve_own_body(const ResolutionContext& context, Place at);

// "the decision", with nothing that says which.
bool is_bare_definite(const ResolutionContext& context, Place at);
// "the company" of which nobody can say which: it names nothing. An act is something in itself.
bool stands_for_unknown(const ResolutionContext& context, Place at);

// "the British company", of which the text does not say which: nobody can be told that it owns something.
bool is_unknown_company(const ResolutionContext& context, Place at);

}  // namespace newsgraph
