// newsgraph analyze: the language analysis of documents as CoNLL-U.
#include <CLI/CLI.hpp>
#include <array>
#include <string>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/input_options.h"
#include "cli/reading_progress.h"
#include "knowledge/knowledge.h"
#include "language/analyzer.h"
#include "language/conllu/conllu.h"
#include "language/model.h"
#include "language/split/split.h"
#include "pipeline/ordered_workers.h"
#include "support/error.h"
#include "support/input_file.h"

namespace newsgraph::cli {
namespace {

void analyse(Analyzer& analyzer, std::vector<Sentence>& sentences) {
  std::vector<Sentence*> all;
  all.reserve(sentences.size());
  for (Sentence& sentence : sentences) all.push_back(&sentence);
  analyzer.parse(all);
  analyzer.name(all);
  for (Sentence& sentence : sentences) {
    std::erase_if(sentence.names, [](const Name& name) { return name.confidence < kSureName; });
  }
}

std::string conllu_of(Analyzer& analyzer, const Document& document) {
  std::vector<Sentence> sentences = split(document.text, document.title.size());
  analyse(analyzer, sentences);
  std::string out;
  append_conllu(out, document.id, sentences);
  return out;
}

// A file that is split into sentences and tokens already.
void analyse_tokenised(Context& context, Analyzer& analyzer, const std::string& path, const Limits& limits) {
  const std::unique_ptr<Input> input = open_input(path, limits);
  const std::string bytes = input->read_all(limits.input_bytes);
  for (ConlluDocument& document : read_conllu(bytes, input->name(), ConlluColumns::tokens)) {
    analyse(analyzer, document.sentences);
    std::string out;
    append_conllu(out, document);
    context.print_data(out);
  }
}

class AnalyzeCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    add_input_options(app, input_, "Articles: files, folders, or - for standard input");
    app.add_flag("--conllu", conllu_,
                 "The inputs are CoNLL-U: keep their sentences and tokens, fill in the rest")
        ->group("Reading");
  }

  ExitCode run(Context& context) override {
    ReadOptions options = read_options(input_);
    const std::shared_ptr<const Model> model = context.model();
    if (conllu_) {
      Analyzer analyzer(model);
      for (const std::string& path : input_.inputs) {
        try {
          analyse_tokenised(context, analyzer, path, options.limits);
        } catch (const Error& error) {
          context.skip(error.where(), error.what());
        }
      }
      return context.exit_code();
    }
    options.known_word = [&](std::string_view word) {
      return !Knowledge::built_in().look_up(word).empty() || knows_word(*model, word);
    };
    ReadingProgress progress(context, input_.inputs, options);
    const auto make_work = [&] {
      return [analyzer = std::make_shared<Analyzer>(model)](Document&& document) {
        return conllu_of(*analyzer, document);
      };
    };
    OrderedWorkers<Document, std::string> workers(threads(context.options()), make_work,
                                                  [&](std::string&& text) {
                                                    context.print_data(text);
                                                    progress.add_document();
                                                  });
    ReadHandlers handlers;
    handlers.on_document = [&](Document&& document) { workers.push(std::move(document)); };
    handlers.on_relation = [&](const RelationRow& row) {
      context.skip(row.where(), "a row of relations has no text");
    };
    const ReadReport report = read_inputs(input_.inputs, options, handlers);
    workers.finish();
    progress.stop();
    report_reading(context, report);
    return context.exit_code();
  }

 private:
  InputOptions input_;
  bool conllu_ = false;
};

constexpr std::array<Example, 2> kAnalyzeExamples{
    {{"newsgraph analyze news/ > news.conllu", "The analysis of a folder of articles."},
     {"newsgraph analyze --conllu news.conllu > again.conllu",
      "The same for text that is split into tokens already."}}};

}  // namespace

constinit const CommandEntry kAnalyzeCommand{
    "analyze", "print the language analysis of articles as CoNLL-U",
    "Prints sentences, tokens, lemmas, parts of speech, dependency trees (Universal Dependencies) and "
    "names as CoNLL-U; names stand in the last column as Name=B-person, Name=I-person.",
    kAnalyzeExamples, make<AnalyzeCommand>};

}  // namespace newsgraph::cli
