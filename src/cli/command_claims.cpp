#include "cli/command_claims.h"

#include <CLI/CLI.hpp>

#include "claims/claim_csv.h"
#include "claims/claim_json.h"
#include "cli/choice.h"
#include "cli/context.h"
#include "cli/counted.h"
#include "cli/reading_progress.h"
#include "pipeline.h"
#include "support/input_file.h"
#include "support/output.h"

namespace newsgraph::cli {

std::string_view ClaimsCommand::description() const {
  return "Writes one claim a line, in the order of the input, while it reads; memory does not grow with the "
         "input. A "
         "person can review the lines and \"newsgraph export\" reads them again: a line with \"verdict\": "
         "\"reject\" is "
         "dropped, edited names and relations are taken over.";
}

std::vector<Example> ClaimsCommand::examples() const {
  return {{"newsgraph claims news/ -o claims.jsonl", "The claims of a folder of articles, as JSON lines."},
          {"newsgraph claims news/ -o claims.csv", "The same as a table for a spreadsheet."},
          {"newsgraph claims news/ | head -n 1", "The first claim."}};
}

void ClaimsCommand::setup(CLI::App& app) {
  add_input_options(app, input_, "Articles, tables or claims: files, folders, or - for standard input");
  app.add_option("-o,--output", output_, "File to write (default: standard output)")
      ->option_text("FILE")
      ->group("Writing");
  add_choice(app, "--to", form_, Choices<Form>{{"json", Form::json}, {"csv", Form::csv}},
             "JSON lines, or a table; by default the file's name tells")
      ->each([this](const std::string&) { form_given_ = true; })
      ->group("Writing");
  add_knowledge_options(app, knowledge_);
}

ExitCode ClaimsCommand::run(Context& context) {
  if (!form_given_ && without_compression(output_).ends_with(".csv")) form_ = Form::csv;
  ReadOptions options = read_options(input_);
  refuse_overwriting_inputs(output_, input_, options);
  const LoadedKnowledge loaded(knowledge_);
  const std::unique_ptr<Output> file = output_ == "-" ? nullptr : open_output(output_);
  Sink& sink = file ? *file : context.out();
  if (form_ == Form::csv) sink.write(claim_csv_header());

  ReadingProgress progress(context, input_.inputs, options);
  std::uint64_t count = 0;
  PipelineHandlers handlers;
  handlers.on_claim = [&](Claim&& claim) {
    ++count;
    sink.write(form_ == Form::csv ? claim_to_csv(claim) : claim_to_json(claim) + "\n");
  };
  // Whoever reads the pipe sees the claims of a document as soon as it is done.
  handlers.on_document = [&] {
    if (!file) sink.flush();
    progress.add_document();
  };
  const ReadReport report = run_pipeline(input_.inputs, options, loaded.tools(context), handlers);
  progress.stop();
  report_reading(context, report);
  if (file) file->finish();
  context.log().info(counted(count, "claim") + " from " + counted(report.documents, "article"));
  return context.exit_code();
}

}  // namespace newsgraph::cli
