// Names and relations that decisions go with.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "decisions/decisions.h"
#include "knowledge/knowledge.h"

namespace newsgraph {

// The built-in tables with the user's (`own`; may be null) and, over both, the names that decisions keep
// apart. Null where there is neither: then the built-in tables are meant. `decisions_file` names the
// decisions in messages. Throws UsageError as Knowledge does.
std::unique_ptr<const Knowledge> decided_knowledge(const Knowledge::Source* own, const Decisions& decisions,
                                                   const std::string& decisions_file);

// The first decision that makes a claim one of a relation that is not `known`; null where there is none.
const Decision* with_unknown_relation(const Decisions& decisions, const std::vector<std::string>& known);

}  // namespace newsgraph
