// A file of decisions, read whole. It is only ever appended to: decisions/decision_log.h.
#pragma once

#include <string>
#include <vector>

#include "decisions/decision.h"
#include "support/source.h"

namespace newsgraph {

// What the file is called where nothing else is said.
inline constexpr const char* kDecisionsFile = "decisions.jsonl";

// In the order of the file; blank lines do not count. Throws Error with file, line and remedy where any line
// is no decision: half of what somebody decided would be worse than nothing.
std::vector<Decision> read_decisions(Input& input);
// The same of the file at `path`, compressed or not, or standard input where it is "-".
std::vector<Decision> load_decisions(const std::string& path);

}  // namespace newsgraph
