#include "cli/commands.h"

#include <array>

#include "cli/command_analyze.h"
#include "cli/command_claims.h"
#include "cli/command_completion.h"
#include "cli/command_decide.h"
#include "cli/command_diff.h"
#include "cli/command_entities.h"
#include "cli/command_evaluate.h"
#include "cli/command_examples.h"
#include "cli/command_explain.h"
#include "cli/command_export.h"
#include "cli/command_formats.h"
#include "cli/command_man.h"
#include "cli/command_read.h"
#include "cli/command_relations.h"
#include "cli/command_review.h"
#include "cli/command_stats.h"
#include "cli/command_view.h"

namespace newsgraph::cli {
namespace {

template <typename T>
std::unique_ptr<Command> make() {
  return std::make_unique<T>();
}

// In the order in which a newcomer meets them.
constexpr std::array<CommandEntry, 17> kCommands{{
    {"export", "make graph files from articles, tables, claims and graphs", make<ExportCommand>},
    {"claims", "list the claims that articles make, one a line", make<ClaimsCommand>},
    {"read", "show what is understood of articles: title, date, text, what is left out", make<ReadCommand>},
    {"review", "decide about claims, one after another, in the terminal", make<ReviewCommand>},
    {"explain", "show the sentences behind the edges of a graph", make<ExplainCommand>},
    {"view", "look at a graph in the browser", make<ViewCommand>},
    {"stats", "count what is in a graph", make<StatsCommand>},
    {"diff", "show what changed between two graphs", make<DiffCommand>},
    {"decide", "make lasting decisions of a review of claims", make<DecideCommand>},
    {"relations", "print or check the relation schema", make<RelationsCommand>},
    {"entities", "print, look up or check the entity tables", make<EntitiesCommand>},
    {"evaluate", "measure claims against a gold standard", make<EvaluateCommand>},
    {"analyze", "print the language analysis of articles as CoNLL-U", make<AnalyzeCommand>},
    {"formats", "list what can be read and written", make<FormatsCommand>},
    {"completion", "print the completions for a shell", make<CompletionCommand>},
    {"man", "print the man pages", make<ManCommand>, true},
    {"examples", "print the examples of all help texts", make<ExamplesCommand>, true},
}};

}  // namespace

std::span<const CommandEntry> commands() {
  return kCommands;
}

}  // namespace newsgraph::cli
