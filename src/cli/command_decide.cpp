// newsgraph decide: what a person did to a file of claims, as decisions.
#include <CLI/CLI.hpp>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/counted.h"
#include "cli/input_options.h"
#include "cli/kept_files.h"
#include "decisions/decision_file.h"
#include "decisions/decision_json.h"
#include "decisions/decision_log.h"
#include "decisions/decisions.h"
#include "decisions/reviewed_claims.h"
#include "pipeline/pipeline.h"
#include "pipeline/pipeline_claims.h"
#include "support/error.h"

namespace newsgraph::cli {
namespace {

struct ReadClaims {
  std::vector<Claim> claims;  // in the order of the input
  bool whole = true;          // nothing had to be skipped
};

// Claims as they were found, whatever is decided already.
ReadClaims claims_of(Context& context, const std::string& input, const LoadedKnowledge& loaded) {
  ReadClaims read;
  PipelineTools tools = loaded.tools(context);
  tools.decisions = nullptr;
  PipelineHandlers handlers;
  handlers.on_claim = [&](Claim&& claim) { read.claims.push_back(std::move(claim)); };
  ReadOptions options;
  options.sort_inputs = true;
  const ReadReport report = run_pipeline({input}, options, tools, handlers);
  report_reading(context, report);
  read.whole = report.skipped.empty();
  return read;
}

void write(Context& context, const std::string& output, const std::vector<Decision>& decisions) {
  if (output == "-") {
    for (const Decision& decision : decisions) context.print_data(decision_to_json(decision) + "\n");
    return;
  }
  DecisionLog log(output);
  for (const Decision& decision : decisions) log.append(decision);
}

class DecideCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("BEFORE", before_, "Claims as they were found, or the articles that they were found in")
        ->required();
    app.add_option("AFTER", after_, "The same claims, reviewed")->required();
    app.add_option("-o,--output", output_, "File of decisions to append to (default: print them)")
        ->option_text("FILE")
        ->group("Writing");
    app.add_option("--by", by_, "Who has reviewed them, to be noted with each")
        ->option_text("NAME")
        ->group("Writing");
    add_knowledge_options(app, knowledge_);
  }

  ExitCode run(Context& context) override {
    refuse_stdin_twice({before_, after_});
    InputOptions inputs;
    inputs.inputs = {before_, after_};
    refuse_reading(output_, inputs, ReadOptions(), knowledge_);
    // Throws where it is a file of something else.
    const Decisions decided(holds_something(output_) ? load_decisions(output_) : std::vector<Decision>());
    const LoadedKnowledge loaded(knowledge_);
    const std::vector<Claim> before = claims_of(context, before_, loaded).claims;
    const ReadClaims after = claims_of(context, after_, loaded);
    if (!after.whole) {
      throw Error("holds what cannot be read, and claims that are gone count as rejected", after_,
                  "Mend what was skipped. No decision was written.");
    }
    const ReviewedClaims outcome = reviewed_claims(before, after.claims, by_);
    if (outcome.kept == 0 && !before.empty() && count_verdicts(after_) == 0) {
      throw UsageError("has no claim of " + before_ + ": all of them would be rejected", after_,
                       "Give the same claims before and after the review; their ids have to be kept.");
    }
    check_relations(Decisions(outcome.decisions), loaded.schema(), after_);
    if (outcome.decisions.empty() && count_verdicts(before_) != 0) {
      context.log().warning(before_ + " holds verdicts, and " + after_ +
                            " changes nothing. Is it the other way round? BEFORE comes first.");
    }
    if (outcome.beside != 0) {
      context.log().warning(counted(outcome.beside, "claim") +
                            " with another date, sentence or speaker: decisions do not hold these");
    }
    const std::vector<Decision> undecided = without_decided(outcome.decisions, decided);
    if (!undecided.empty() || outcome.decisions.empty()) write(context, output_, undecided);
    context.log().info(counted(outcome.rejected, "claim") + " rejected, " + std::to_string(outcome.edited) +
                       " edited, " + std::to_string(outcome.accepted) + " accepted" +
                       decided_before(outcome.decisions.size() - undecided.size(), undecided.size()));
    if (outcome.added != 0) {
      context.log().warning(after_ + " has " + counted(outcome.added, "claim") + " that " + before_ +
                            " has not, and no decision adds a claim. Write them into a table with the "
                            "columns source, relation and target, and export it with the articles.");
    }
    return context.exit_code();
  }

 private:
  // Reading the same review once more decides nothing new.
  std::string decided_before(std::size_t before, std::size_t now) const {
    if (before == 0) return {};
    if (now == 0) return "; all of it is decided already in " + output_ + ", and nothing was written";
    return "; of this " + std::to_string(before) + " decided already in " + output_ +
           ", and not written again";
  }

  std::string before_;
  std::string after_;
  std::string output_ = "-";
  std::string by_;
  KnowledgeOptions knowledge_;
};

constexpr std::array<Example, 2> kDecideExamples{
    {{"newsgraph decide claims.jsonl reviewed.jsonl -o decisions.jsonl",
      "Appends what a review in an editor has changed."},
     {"newsgraph decide news/ claims.csv", "What a spreadsheet has changed, to standard output."}}};

}  // namespace

constinit const CommandEntry kDecideCommand{
    "decide", "make lasting decisions of a review of claims",
    "Compares claims as they were found with the same claims after somebody has reviewed them, in an "
    "editor or in a spreadsheet, and writes what was done as decisions, which last: a claim that is gone, "
    "or whose verdict is \"reject\", is rejected; changed names, types, relations, states and scopes are "
    "edits; the verdict \"accept\" is kept. Claims are the same where their ids are. What the output has "
    "decided so already is not written again.",
    kDecideExamples, make<DecideCommand>};

}  // namespace newsgraph::cli
