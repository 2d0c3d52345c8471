// What arguments may be and mean, apart from how they were found, and what the words around them say that
// they are.
#pragma once

#include <string>
#include <string_view>

#include "claims/assemble/stated_match.h"
#include "claims/record/claim.h"
#include "claims/schema/schema.h"
#include "knowledge/knowledge.h"

namespace newsgraph {

bool same_entity(const Argument& a, const Argument& b);

// Whether two stretches of the text have a byte in common.
bool overlaps(const Extent& a, const Extent& b);

// Whether an argument may be a subject; an unnamed one has to be somebody: "critics", not "the rain".
bool may_be_subject(const Argument& argument);

// Makes a name of unclear type what the relation asks for: what is bought is no person. Known entities and
// names with a given name are clear; `said` is the type that the noun right before the name says, if any;
// `places` lets places become companies.
void coerce(const WordSet& types, const Knowledge& knowledge, bool places, std::string_view said,
            Argument& argument);

// Who owns is a place that is known as one, or a company that looks like a place: "Cleveland-Cliffs".
void take_for_company(const Relation& relation, const Knowledge& knowledge, Argument& argument);

// What the noun right before a name says that it is, "person", "organization", …; empty where none does.
std::string_view type_before(const ResolutionContext& context, int sentence, const Argument& argument);
// Whether somebody takes over companies rather than towns: no army, no armed group, no state.
bool trades(const ResolutionContext& context, const Argument& argument);
// "sold Cole Palmer": two words that the recogniser is sure of are somebody, unless what states the relation
// can only be said of companies ("its subsidiary").
bool surely_person(const StatedMatch& statement, const Argument& argument);

}  // namespace newsgraph
