// "made similar decisions", "followed suit", "the ban also covers": a claim again.
#pragma once

#include <vector>

#include "claims/assemble/stated_match.h"

namespace newsgraph {

inline constexpr int kRepeatWindow = 3;  // sentences back to what "made a similar decision" repeats

// Whether something before a sentence is near enough to be stated by it again.
bool may_repeat(const RelationSchema& schema, int sentence, const std::vector<Finding>& found);

// Appends what a sentence states again for a new subject: the last claim before.
void add_repeats(const ResolutionContext& context, const Quotations& quotations, int sentence,
                 std::vector<Finding>& found);

// "Peru banned guns. The ban also covers knives", "Knives were banned, too": whose the ban is.
Group authors_before(const StatedMatch& statement);

}  // namespace newsgraph
