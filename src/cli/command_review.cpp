// newsgraph review: claims one after another, each decided with a key.
#include <signal.h>

#include <CLI/CLI.hpp>
#include <array>
#include <filesystem>
#include <string>

#include "claims/schema/schema.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/counted.h"
#include "cli/input_options.h"
#include "cli/kept_files.h"
#include "cli/reading_progress.h"
#include "cli/review_keys.h"
#include "cli/text_table.h"
#include "decisions/decision_file.h"
#include "decisions/decision_log.h"
#include "pipeline/pipeline.h"

namespace newsgraph::cli {
namespace {

std::vector<Decision> made_before(const std::string& path) {
  return std::filesystem::exists(path) ? load_decisions(path) : std::vector<Decision>();
}

std::vector<std::string> names_of(const RelationSchema& schema) {
  std::vector<std::string> names;
  for (const Relation& relation : schema.relations()) names.push_back(relation.name);
  return names;
}

// What is left to do, in the order in which it would be shown.
std::string list_of(ReviewSession& session, const Terminal& screen) {
  TextTable table({{"Subject", Align::left, Style::name},
                   {"Relation", Align::left, Style::relation},
                   {"Object", Align::left, Style::name},
                   {"Status"},
                   {"Sure", Align::right},
                   {"Why to look at it"}});
  for (; !session.at_end(); session.skip()) {
    const Claim claim = session.claim();
    std::string doubts;
    for (const Doubt doubt : session.doubts())
      doubts += (doubts.empty() ? "" : "; ") + std::string(to_string(doubt));
    const int percent = static_cast<int>(claim.confidence * 100 + 0.5);
    table.add({claim.subject.name, claim.relation, claim.object.name, to_string(claim.status),
               std::to_string(percent) + "%", doubts});
  }
  return table.empty() ? "" : table.render(screen);
}

class ReviewCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    add_input_options(app, input_, "Articles, tables or claims: files, folders, or - for standard input");
    app.add_option("--decisions", decisions_,
                   "File that decisions are read from and appended to (default: decisions.jsonl)")
        ->option_text("FILE")
        ->group("Review");
    app.add_flag("--list", list_, "Print what is not decided yet instead of asking")->group("Review");
    add_knowledge_options(app, knowledge_);
  }

  ExitCode run(Context& context) override {
    ReadOptions options = read_options(input_);
    options.sort_inputs = true;
    refuse_reading(decisions_, input_, options, knowledge_);
    if (!list_) require_terminal();  // before anything that takes time
    const std::vector<Decision> made = made_before(decisions_);
    const LoadedKnowledge loaded(knowledge_);

    std::vector<Claim> claims;
    ReadingProgress progress(context, input_.inputs, options);
    PipelineHandlers handlers;
    handlers.on_claim = [&](Claim&& claim) { claims.push_back(std::move(claim)); };
    handlers.on_document = [&] { progress.add_document(); };
    const ReadReport report = run_pipeline(input_.inputs, options, loaded.tools(context), handlers);
    progress.stop();
    report_reading(context, report);

    if (list_) {
      ReviewSession session(std::move(claims), made, [](const Decision&) {});
      context.print(list_of(session, context.screen()));
      return context.exit_code();
    }
    const ReviewNames names(claims, loaded.knowledge());
    DecisionLog log(decisions_);
    ReviewSession session(std::move(claims), made, [&](const Decision& decision) { log.append(decision); });
    int signal = 0;
    {
      ReviewScreen screen(context.screen().colored());
      ReviewKeys(screen, session, names, names_of(loaded.schema())).run();
      signal = screen.signal();
    }
    if (signal != 0) ::raise(signal);  // as if nobody had asked for keys
    context.log().info(progress_text(session.count()) + " (" + decisions_ + ")");
    return context.exit_code();
  }

 private:
  InputOptions input_;
  KnowledgeOptions knowledge_;
  std::string decisions_ = "decisions.jsonl";
  bool list_ = false;
};

constexpr std::array<Example, 2> kReviewExamples{
    {{"newsgraph review news/ --decisions decisions.jsonl --list",
      "What is to be decided, the doubtful first."},
     {"newsgraph review claims.jsonl --list", "The same of claims that were found before."}}};

}  // namespace

constinit const CommandEntry kReviewCommand{
    "review", "decide about claims, one after another, in the terminal",
    "Shows one claim after another with its sentence, the doubtful ones first: those that another claim "
    "contradicts, days and numbers as names, low confidence, arguments that are no names. A key decides: a "
    "accept, r reject, x swap, l relation, t status, s and o rename, m merge, i ignore, u undo, ? all "
    "keys.\n\n"
    "Every decision is appended to the file at once; the review may end at any time, and the next one goes "
    "on with what is not decided. \"newsgraph export --decisions FILE\" applies it.",
    kReviewExamples, make<ReviewCommand>};

}  // namespace newsgraph::cli
