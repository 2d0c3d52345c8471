// The verbs, each in a file command_<verb>.cpp of its own.
#pragma once

#include <span>

#include "cli/command.h"

namespace newsgraph::cli {

extern const CommandEntry kExportCommand;
extern const CommandEntry kClaimsCommand;
extern const CommandEntry kReadCommand;
extern const CommandEntry kReviewCommand;
extern const CommandEntry kExplainCommand;
extern const CommandEntry kViewCommand;
extern const CommandEntry kStatsCommand;
extern const CommandEntry kDiffCommand;
extern const CommandEntry kDecideCommand;
extern const CommandEntry kRelationsCommand;
extern const CommandEntry kEntitiesCommand;
extern const CommandEntry kEvaluateCommand;
extern const CommandEntry kAnalyzeCommand;
extern const CommandEntry kFormatsCommand;
extern const CommandEntry kCompletionCommand;
extern const CommandEntry kManCommand;
extern const CommandEntry kExamplesCommand;

// All of them. Help, man pages, completions and the tests of examples go through this.
std::span<const CommandEntry* const> commands();

}  // namespace newsgraph::cli
