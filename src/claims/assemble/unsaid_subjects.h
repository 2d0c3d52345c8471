// Who is behind a claim where the trigger's own subject does not say: the state that the sentence is about,
// those who hold a protest, the makers of the law that something happens under.
#pragma once

#include <optional>
#include <string_view>

#include "claims/assemble/stated_match.h"

namespace newsgraph {

// "the state" where the sentence, one of those right before it or its subject names one.
std::optional<Reference> the_state(const ResolutionContext& context, Place at);
// Whose "the Russian state-owned agency" is.
Group state_of_owned(const StatedMatch& statement);
// "the banned Union of Patriots" in a sentence about Peru: the only state that it names.
Group local_state(const StatedMatch& statement);

// "protests in Kyiv against the law": those who hold them, named after what they do.
Group implied_subjects(const StatedMatch& statement);
// Those who hold what a noun names: "protesters in Kyiv", `who` where it happens.
Reference participants(const ResolutionContext& context, Place noun, std::string_view who);
// "was barred under a law passed by Britain": who made it.
Group enactors(const StatedMatch& statement);

}  // namespace newsgraph
