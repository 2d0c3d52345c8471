// newsgraph claims: documents to claims, streaming.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <string>

#include "claims/record/claim_csv.h"
#include "claims/record/claim_json.h"
#include "claims/schema/schema.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/confidence_option.h"
#include "cli/context.h"
#include "cli/counted.h"
#include "cli/input_options.h"
#include "cli/kept_files.h"
#include "cli/reading_progress.h"
#include "cli/version.h"
#include "formats/registry.h"
#include "pipeline/pipeline.h"
#include "support/error.h"
#include "support/hash.h"
#include "support/input_file.h"
#include "support/nearest_word.h"
#include "support/resumable_output.h"

namespace newsgraph::cli {
namespace {

class ClaimsCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    add_input_options(app, input_, "Articles, tables or claims: files, folders, or - for standard input");
    app.add_option("-o,--output", output_, "File to write (default: standard output)")
        ->option_text("FILE")
        ->group("Writing");
    app.add_option_function<std::string>(
           "--resume",
           [this](const std::string& file) {
             output_ = file;
             resume_ = true;
           },
           "File to write, going on where an interrupted run with the same inputs and options stopped; what "
           "is done is kept in FILE.partial and FILE.progress")
        ->option_text("FILE")
        ->excludes("--output")
        ->group("Writing");
    add_choice(app, "--to", form_, Choices<Form>{{"json", Form::json}, {"csv", Form::csv}},
               "JSON lines, or a table; by default the file's name tells")
        ->each([this](const std::string&) { form_given_ = true; })
        ->group("Writing");
    add_confidence_option(app, min_confidence_)->group("Choosing");
    add_knowledge_options(app, knowledge_);
    add_decision_options(app, knowledge_);
  }

  ExitCode run(Context& context) override {
    if (!form_given_ && output_.ends_with(".parquet")) {
      throw UsageError(
          "claims as Parquet are written by the Python package", output_,
          "Use python -m newsgraph claims in place of newsgraph claims, or write .jsonl or .csv.");
    }
    refuse_other_format();
    if (!form_given_ && without_compression(output_).ends_with(".csv")) form_ = Form::csv;
    ReadOptions options = read_options(input_);
    refuse_losing(output_, input_, options, knowledge_);
    refuse_other_name();
    const LoadedKnowledge loaded(knowledge_, input_.inputs);
    PipelineTools tools = loaded.tools(context);
    tools.min_confidence = min_confidence_;
    std::unique_ptr<Output> file;
    ResumableOutput* resumable = nullptr;
    if (resume_) {
      auto opened = ResumableOutput::open(output_, job(context, loaded));
      tools.done = opened->done();
      resumable = opened.get();
      file = std::move(opened);
    } else if (output_ != "-") {
      file = open_output(output_);
    }
    Sink& sink = file ? *file : context.data();
    if (form_ == Form::csv && tools.done.items == 0) sink.write(claim_csv_header());
    if (tools.done.items != 0) context.log().info("going on behind " + counted(tools.done.items, "item"));

    ReadingProgress progress(context, input_.inputs, options);
    std::uint64_t count = 0;
    PipelineHandlers handlers;
    handlers.on_claim = [&](Claim&& claim) {
      if (claim.confidence < min_confidence_.value_or(0)) return;
      ++count;
      sink.write(form_ == Form::csv ? claim_to_csv(claim) : claim_to_json(claim) + "\n");
    };
    // Whoever reads the pipe sees the claims of a document as soon as it is done.
    handlers.on_document = [&] {
      if (!file) sink.flush();
      progress.add_document();
    };
    if (resumable) handlers.on_progress = [&](const RunProgress& done) { resumable->checkpoint(done); };
    const ReadReport report = run_pipeline(input_.inputs, options, tools, handlers);
    progress.stop();
    report_reading(context, loaded, report);
    report_unsure(context, report);
    if (count == 0 && !resume_ && holds_something(output_)) {
      throw Error("no claim was found, and the file that is there would be empty", output_,
                  "It was not replaced.");
    }
    if (file) file->finish();
    const bool read_articles = report.documents != 0 || count == 0;  // else claims or a store
    context.log().info(counted(count, "claim") +
                       (read_articles ? " from " + counted(report.documents, "article") : ""));
    return context.exit_code();
  }

 private:
  enum class Form { json, csv };

  // JSON lines under the name of a graph are read by nobody.
  void refuse_other_format() const {
    const Format* format = format_of_file(output_);
    if (form_given_ || format == nullptr || format->name == "csv" || format->name == "json") return;
    throw UsageError("claims are written as .jsonl or .csv", "-o " + output_,
                     "\"newsgraph export\" writes " + std::string(format->name) + "; or give --to json.");
  }

  // Neither are they under that of a workbook or of a mistyped table.
  void refuse_other_name() const {
    const std::string extension = std::filesystem::path(without_compression(output_)).extension().string();
    const std::vector<std::string> known{".jsonl", ".csv", ".ndjson", ".json"};
    if (form_given_ || extension.empty() || std::find(known.begin(), known.end(), extension) != known.end())
      return;
    throw UsageError("claims are written as .jsonl or .csv", "-o " + output_,
                     suggestion(extension, known, "Give --to json for JSON lines under this name."));
  }

  // Everything that the claims depend on but the content of the inputs.
  std::uint64_t job(const Context& context, const LoadedKnowledge& loaded) const {
    const auto joined = [](const std::vector<std::string>& words) {
      std::string all;
      for (const std::string& word : words) all += word + '\0';
      return all;
    };
    const std::string& model = context.options().model;
    const std::string entities = knowledge_.entities.empty() ? "" : read_file(knowledge_.entities);
    const std::string decisions = knowledge_.decisions.empty() ? "" : read_file(knowledge_.decisions);
    return hash_fields({version(), form_ == Form::csv ? "csv" : "json", joined(input_.inputs), input_.from,
                        joined(input_.columns), input_.max_input_size, input_.max_document_size,
                        std::to_string(min_confidence_.value_or(-1)), std::to_string(input_.max_depth),
                        std::to_string(input_.max_columns), loaded.schema().text(), entities, decisions,
                        model, std::to_string(model.empty() ? 0 : file_size(model))});
  }

  InputOptions input_;
  std::optional<double> min_confidence_;
  KnowledgeOptions knowledge_;
  std::string output_ = "-";
  bool resume_ = false;
  Form form_ = Form::json;
  bool form_given_ = false;
};

constexpr std::array<Example, 4> kClaimsExamples{
    {{"newsgraph claims news/ -o claims.jsonl", "The claims of a folder of articles, as JSON lines."},
     {"newsgraph claims news/ -o claims.csv", "The same as a table for a spreadsheet."},
     {"newsgraph claims news/ --resume claims.jsonl", "The same; interrupted, it goes on where it was."},
     {"newsgraph claims news/ | head -n 1", "The first claim."}}};

}  // namespace

constinit const CommandEntry kClaimsCommand{
    "claims", "list the claims that articles make, one a line",
    "Writes one claim a line, in the order of the input, while it reads; memory does not grow with the "
    "input. A person can review the lines and \"newsgraph export\" reads them again: a line with "
    "\"verdict\": \"reject\" is dropped, edited names and relations are taken over.",
    kClaimsExamples, make<ClaimsCommand>};

}  // namespace newsgraph::cli
