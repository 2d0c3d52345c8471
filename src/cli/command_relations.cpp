#include "cli/command_relations.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "claims/schema.h"
#include "cli/context.h"
#include "cli/schema_examples.h"
#include "support/error.h"

namespace newsgraph::cli {

std::string_view RelationsCommand::description() const {
  return "Without options, prints the built-in relation schema: the words that state a relation and where "
         "their arguments "
         "stand in the sentence. A file of your own has the same form (docs/relations.md).\n\n"
         "With --check, reads a file and runs the examples that are written in it: each must give its claim, "
         "or none "
         "where it must not match.";
}

std::vector<Example> RelationsCommand::examples() const {
  return {
      {"newsgraph relations > my-relations.json", "A start for relations of your own."},
      {"newsgraph relations --check my-relations.json", "Are they well-formed, and do their examples hold?"}};
}

void RelationsCommand::setup(CLI::App& app) {
  app.add_option("--relations", file_, "Print this schema instead of the built-in one")
      ->option_text("FILE")
      ->group("Input");
  app.add_option("--check", check_, "Check this schema and run its examples")
      ->option_text("FILE")
      ->group("Input");
}

ExitCode RelationsCommand::run(Context& context) {
  if (check_.empty()) {
    context.print(file_.empty() ? RelationSchema::built_in().text() : RelationSchema::load(file_).text());
    return ExitCode::done;
  }
  const RelationSchema schema = RelationSchema::load(check_);
  const ExampleReport report = run_examples(schema, context.model());
  for (const std::string& failure : report.failures) context.log().warning(check_ + ": " + failure);
  if (!report.failures.empty()) {
    throw UsageError(fmt::format("{} of {} examples do not hold", report.failures.size(), report.examples),
                     check_);
  }
  context.print(fmt::format("{}: {} relations, {} rules, {} examples: all hold\n", check_,
                            schema.relations().size(), schema.rules().size(), report.examples));
  return ExitCode::done;
}

}  // namespace newsgraph::cli
