// The words that have to stand in a sentence beside a trigger, as forms that TriggerScanner takes. For the
// prefilter's own files.
#pragma once

#include <string>
#include <vector>

#include "claims/schema/schema.h"

namespace newsgraph {

using Forms = std::vector<std::string>;

// Of each list one form has to be there for the rule to hold.
std::vector<Forms> needed_forms(const RelationSchema& schema, const TriggerRule& rule);

// What says that something is a part: "percent", "half", "eleven". Numbers in digits come on top.
Forms part_forms(const RelationSchema& schema);

// "similar", "likewise", and what may be so: "decision". A sentence needs one of each to state something
// again.
Forms repeating_forms(const RelationSchema& schema);
Forms repeated_forms(const RelationSchema& schema);
// "echoed", and what may be: "criticism", of relations about acts.
Forms echoing_forms(const RelationSchema& schema);
Forms echoed_forms(const RelationSchema& schema);

}  // namespace newsgraph
