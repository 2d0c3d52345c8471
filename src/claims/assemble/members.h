// Phrases that mean several: "the chains Coles and Woolworths", "both", "six channels, including RTR".
#pragma once

#include <vector>

#include "claims/assemble/stated_match.h"

namespace newsgraph {

// Leaves the first of each name.
void keep_once(Group& group);

// The phrases with those that mean several names in place of their nouns.
std::vector<int> named_members(const ResolutionContext& context, int sentence,
                               const std::vector<int>& tokens);

// Others whom a phrase stands for: empty where it means itself. As object "six channels, including RTR" may
// mean all of them, and those named.
Group members_for_subject(const ResolutionContext& context, Place at);
Group members_for_object(const ResolutionContext& context, Place at, const Relation& relation);

}  // namespace newsgraph
