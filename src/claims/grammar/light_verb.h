// The verb that carries a noun trigger: "imposed a ban on", "drew criticism from".
#pragma once

#include <optional>
#include <string>

#include "claims/grammar/tree.h"
#include "claims/schema/schema.h"

namespace newsgraph {

// The verb of which the noun (or the coordination it is in) is object, passive subject or oblique;
// -1 where there is none. Goes through a noun in between that only measures: "a
// number of bans", "the lifting of a ban" is not.
int carrying_verb(const Tree& tree, int noun);

// Of a noun that "part of", "a wave of" or "sanctions, including" stands before: that; else the noun.
int measured_by(const Tree& tree, int noun);

// "call off": the lemma of a verb with its particle, if it has one.
std::string with_particle(const Tree& tree, int verb);

// What the carrying verb makes of the relation; nothing where the rule does not list it.
std::optional<Status> light_status(const TriggerRule& rule, const Tree& tree, int verb);

}  // namespace newsgraph
