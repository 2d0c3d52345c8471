// What arguments may be and mean, apart from how they were found.
#pragma once

#include <string>
#include <string_view>

#include "claims/record/claim.h"
#include "claims/schema/schema.h"
#include "knowledge/knowledge.h"

namespace newsgraph {

bool same_entity(const Argument& a, const Argument& b);

// Whether two stretches of the text have a byte in common.
bool overlaps(const Extent& a, const Extent& b);

// Whether an argument may be a subject; an unnamed one has to be somebody: "critics", not "the rain".
bool may_be_subject(const Argument& argument);

// "21.8 percent" of something that the sentence does not name.
bool is_measure(const std::string& name);

// Makes a name of unclear type what the relation asks for: what is bought is no person. Known entities and
// names with a given name are clear; `said` is the type that the noun right before the name says, if any;
// `places` lets places become companies.
void coerce(const WordSet& types, const Knowledge& knowledge, bool places, std::string_view said,
            Argument& argument);

// Who owns is a place that is known as one, or a company that looks like a place: "Cleveland-Cliffs".
void take_for_company(const Relation& relation, const Knowledge& knowledge, Argument& argument);

}  // namespace newsgraph
