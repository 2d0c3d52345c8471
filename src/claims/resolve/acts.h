// Acts and their actors: whom "US attacks on TikTok", "a decision also criticised by Beijing" or "a law
// banning X" blame or put in charge; and what "the law", "the move", "the operation" take up from before.
#pragma once

#include <optional>
#include <vector>

#include "claims/resolve/reference.h"

namespace newsgraph {

// Whether the phrase is an act rather than an actor: "attacks", "the decision".
bool is_act(const ResolutionContext& context, Place at);
// Whom the text blames for an act, most directly first; several for "the policy of A and B". `except` is a
// verb whose agent does not count: the trigger in "a decision criticised by Beijing".
std::vector<Reference> actors_of_act(const ResolutionContext& context, Place at,
                                     std::optional<Place> except = std::nullopt);
// Who makes a law, order or decision: its possessor, "by", adjective, or who passes it.
std::vector<Reference> makers_of(const ResolutionContext& context, Place at);

// Who made what "the law", "the new rules" take up from the sentences before.
std::vector<Reference> makers_before(const ResolutionContext& context, Place at);
// The actor of the event that "the decision" or "the move" takes up from before.
std::optional<Reference> actor_of_event_before(const ResolutionContext& context, Place at);
// Who does what the document is about, for "the move": the subject of its title, or of its first sentence.
std::optional<Reference> actor_of_the_news(const ResolutionContext& context, int sentence);

}  // namespace newsgraph
