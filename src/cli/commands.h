// The table of verbs. Help, man pages, completions and the tests of examples go through it.
#pragma once

#include <span>

#include "cli/command.h"

namespace newsgraph::cli {

std::span<const CommandEntry> commands();

}  // namespace newsgraph::cli
