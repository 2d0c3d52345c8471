// Decisions as JSON, one object a line. The fields are those of docs/decisions.md.
#pragma once

#include <string>
#include <string_view>

#include "decisions/decision.h"

namespace newsgraph {

// One line without its line end. Equal decisions give equal bytes; reading them back gives the decision.
std::string decision_to_json(const Decision& decision);

// The text is not trusted: throws Error with `where` ("decisions.jsonl:17"), what is wrong and what to do.
// Unknown fields are an error, too: a decision that is passed over in silence is worse than none.
Decision decision_from_json(std::string_view line, const std::string& where);

}  // namespace newsgraph
