// newsgraph read: what was understood of each document.
#include <CLI/CLI.hpp>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/counted.h"
#include "cli/input_options.h"
#include "cli/reading_progress.h"
#include "documents/reader.h"
#include "pipeline/pipeline.h"

namespace newsgraph::cli {
namespace {

using Json = nlohmann::ordered_json;

std::string line_of(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string line_of(const Document& document) {
  Json left_out = Json::array();
  for (const LeftOut& part : document.left_out) left_out.push_back({{"text", part.text}, {"why", part.why}});
  Json json{{"id", document.id},         {"title", document.title},
            {"date", document.date},     {"url", document.url},
            {"author", document.author}, {"text", document.text.substr(document.body)},
            {"source", document.source}, {"left_out", std::move(left_out)},
            {"notes", document.notes}};
  if (!document.modified.empty()) json["modified"] = document.modified;
  return line_of(json);
}

std::string line_of(const RelationRow& row) {
  Json json{{"source", row.source}, {"relation", row.relation}, {"target", row.target}};
  const auto add = [&](const char* name, std::string_view value) {
    if (!value.empty()) json[name] = value;
  };
  add("source_type", row.source_type);
  add("target_type", row.target_type);
  add("date", row.date);
  add("status", row.status);
  add("scope", row.scope);
  add("evidence", row.evidence);
  add("url", row.url);
  add("title", row.title);
  if (row.confidence) json["confidence"] = *row.confidence;
  json["row"] = row.where();
  return line_of(json);
}

class ReadCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    add_input_options(app, input_, "Articles or tables: files, folders, or - for standard input");
  }

  ExitCode run(Context& context) override {
    ReadOptions options = read_options(input_);
    options.explain = true;
    const LoadedKnowledge loaded({});
    const PipelineTools tools = loaded.tools(context);
    options.known_word = known_words(tools);
    ReadingProgress progress(context, input_.inputs, options);
    ReadHandlers handlers;
    handlers.on_document = [&](Document&& document) {
      context.print_data(line_of(document));
      context.flush();
      progress.add_document();
    };
    handlers.on_relation = [&](const RelationRow& row) { context.print_data(line_of(row)); };
    const ReadReport report = read_inputs(input_.inputs, options, handlers);
    progress.stop();
    report_reading(context, report);
    context.log().info(counted(report.documents, "article") + ", " +
                       counted(report.relation_rows, "row of relations", "rows of relations"));
    return context.exit_code();
  }

 private:
  InputOptions input_;
};

constexpr std::array<Example, 2> kReadExamples{
    {{"newsgraph read news/tiktok-devices.html", "Title, date and text that a saved page gave."},
     {"newsgraph read news/ > articles.jsonl", "A folder of any kinds as one file of articles."}}};

}  // namespace

constinit const CommandEntry kReadCommand{
    "read", "show what is understood of articles: title, date, text, what is left out",
    "Prints one JSON object a line for each document: id, title, date, url, author, text, where it was "
    "read (source), what was left out of it and why (left_out), and what was changed or stayed unclear "
    "(notes). A row of a table of relations is printed as it was understood.\n\n"
    "Look here first where claims are missing: what is not in \"text\" or \"title\" is not searched.",
    kReadExamples, make<ReadCommand>};

}  // namespace newsgraph::cli
