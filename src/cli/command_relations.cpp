// newsgraph relations: prints or checks a relation schema.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <string>

#include "claims/examples.h"
#include "claims/schema/schema.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/input_options.h"
#include "cli/text_table.h"
#include "knowledge/knowledge.h"
#include "language/model.h"
#include "support/error.h"

namespace newsgraph::cli {
namespace {

std::string words(const std::string& subject, const std::string& relation, const std::string& object,
                  Status status) {
  return subject + " " + relation + " " + object + " (" + to_string(status) + ")";
}

std::string failure_of(const ExampleResult& result) {
  const RelationExample& example = result.example;
  const std::string wanted = example.match
                                 ? words(example.subject, result.relation, example.object, example.status)
                                 : "no " + result.relation;
  std::string found;
  for (const Claim& claim : result.found) {
    found += (found.empty() ? "" : "; ") +
             words(claim.subject.name, claim.relation, claim.object.name, claim.status);
  }
  return "\"" + example.text + "\" must give " + wanted + ", but gives " +
         (found.empty() ? "nothing" : found);
}

constexpr std::size_t kHeaviest = 4;

std::string heaviest_of(const LinearWeights& weights) {
  std::string names;
  for (const NamedFeature& feature : heaviest(weights, kHeaviest))
    names += (names.empty() ? "" : ", ") + fmt::format("{} {:+.1f}", feature.name, feature.value);
  return names;
}

// What the examples of the relation teach, and whether they can be told apart. Where `failed`, what is
// printed gets lost, and it is a warning.
void tell_lesson(Context& context, const std::string& relation, const ExampleScorer::Learned& learned,
                 bool failed) {
  const auto& proposals = learned.proposals;
  const auto right = static_cast<std::size_t>(std::ranges::count_if(proposals, &Labelled::right));
  const std::size_t mistaken = confused(proposals);
  const auto tell = [&](const std::string& what) {
    failed ? context.log().warning(relation + ": " + what)
           : context.print(printable(relation + ": " + what) + "\n");
  };
  tell(fmt::format(
      "learned from {} right and {} wrong proposals; judged by the others alone {} of {} come out right",
      right, proposals.size() - right, proposals.size() - mistaken, proposals.size()));
  if (3 * mistaken >= proposals.size())  // guessing mistakes half of them
    context.log().warning(relation + ": the examples can hardly be told apart");
  tell("most weigh " + heaviest_of(learned.weights));
}

ExitCode check(Context& context, const std::string& file) {
  const RelationSchema schema = load_schema(file);
  const auto learned = SharedExamples().get(schema, Knowledge::built_in(), context.model());
  ClaimExtractor extractor(schema, Knowledge::built_in(), Analyzer(context.model()), learned);
  const std::vector<ExampleResult> results = run_examples(schema, extractor);
  std::size_t failures = 0;
  for (const ExampleResult& result : results) {
    if (result.passed) continue;
    ++failures;
    context.log().warning(file + ": " + failure_of(result));
  }
  for (const Relation& relation : schema.relations()) {
    if (const auto* known = learned->find(relation.name))
      tell_lesson(context, relation.name, *known, failures != 0);
  }
  if (failures != 0)
    throw UsageError(fmt::format("{} of {} examples do not hold", failures, results.size()), file);
  context.print(fmt::format("{}: {} relations, {} rules, {} examples: all hold\n", printable(file),
                            schema.relations().size(), schema.rules().size(), results.size()));
  return ExitCode::done;
}

class RelationsCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("--relations", file_, "Print this schema instead of the built-in one")
        ->option_text("FILE")
        ->group("Input");
    app.add_option("--check", check_, "Check this schema and run its examples")
        ->option_text("FILE")
        ->group("Input");
  }

  ExitCode run(Context& context) override {
    if (!check_.empty()) return check(context, check_);
    context.print_data(file_.empty() ? RelationSchema::built_in().text() : load_schema(file_).text());
    return ExitCode::done;
  }

 private:
  std::string file_;
  std::string check_;
};

constexpr std::array<Example, 2> kRelationsExamples{
    {{"newsgraph relations > my-relations.json", "A start for relations of your own."},
     {"newsgraph relations --check my-relations.json", "Are they well-formed, and do their examples hold?"}}};

}  // namespace

constinit const CommandEntry kRelationsCommand{
    "relations", "print or check the relation schema",
    "Without options, prints the built-in relation schema: the words that state a relation and where their "
    "arguments stand in the sentence. A file of your own has the same form (docs/relations.md).\n\n"
    "With --check, reads a file and runs the examples that are written in it: each must give its claim, or "
    "none where it must not match. It tells what claims of relations of your own are judged by, where there "
    "are enough examples to learn from.",
    kRelationsExamples, make<RelationsCommand>};

}  // namespace newsgraph::cli
