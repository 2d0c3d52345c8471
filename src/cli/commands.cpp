#include "cli/commands.h"

#include <array>

namespace newsgraph::cli {
namespace {

// In the order in which a newcomer meets them.
constexpr std::array kCommands{&kExportCommand,  &kClaimsCommand,    &kReadCommand,       &kReviewCommand,
                               &kExplainCommand, &kViewCommand,      &kStatsCommand,      &kDiffCommand,
                               &kDecideCommand,  &kRelationsCommand, &kEntitiesCommand,   &kEvaluateCommand,
                               &kAnalyzeCommand, &kFormatsCommand,   &kCompletionCommand, &kManCommand,
                               &kExamplesCommand};

}  // namespace

std::span<const CommandEntry* const> commands() {
  return kCommands;
}

}  // namespace newsgraph::cli
