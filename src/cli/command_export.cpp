// newsgraph export: inputs of any kind to graph files.
#include <CLI/CLI.hpp>
#include <array>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/confidence_option.h"
#include "cli/context.h"
#include "cli/counted.h"
#include "cli/graph_options.h"
#include "cli/input_options.h"
#include "cli/kept_files.h"
#include "cli/outputs.h"
#include "cli/reading_progress.h"
#include "cli/store_update.h"
#include "graph/filter.h"
#include "graph/graph.h"
#include "pipeline/pipeline.h"
#include "support/error.h"

namespace newsgraph::cli {
namespace {

void report_graph(Context& context, const PipelineGraph& made, const Graph& graph, const FilterReport& cut) {
  if (made.build.unnamed != 0) {
    context.log().info(counted(made.build.unnamed, "statement") +
                       " of unnamed actors left out; --unnamed keeps them");
  }
  if (cut.edges_left_out != 0) context.log().info(counted(cut.edges_left_out, "edge") + " left out as asked");
  const std::string source =
      made.read.documents == 0 ? "" : " from " + counted(made.read.documents, "article");
  context.log().info(counted(boost::num_vertices(graph), "node") + ", " +
                     counted(boost::num_edges(graph), "edge") + source);
}

class ExportCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    add_input_options(app, input_,
                      "Articles, tables, claims or graphs: files, folders, or - for standard input");
    app.add_option("-o,--output", outputs_,
                   "File to write, or - for standard output; may be given more than once")
        ->option_text("FILE")
        ->allow_extra_args(false)
        ->group("Writing");
    app.add_option("--to", format_,
                   "Format to write; by default the file's name tells (see \"newsgraph formats\")")
        ->option_text("FORMAT")
        ->group("Writing");
    app.add_option("--flavor", flavor_, "Variant of the format, for one program: gephi, yed")
        ->option_text("NAME")
        ->group("Writing");
    app.add_option(
           "--update", store_,
           "Store (a .sqlite file) to add the inputs to; articles that are in it are not read again, and the "
           "outputs are made of the whole store")
        ->option_text("FILE")
        ->group("Writing");
    add_filter_options(app, graph_);
    add_build_options(app, graph_);
    add_knowledge_options(app, knowledge_);
    add_decision_options(app, knowledge_);
  }

  ExitCode run(Context& context) override {
    const bool printing = outputs_.empty() && !format_.empty();
    if (outputs_.empty() && !printing && store_.empty()) {
      throw UsageError("no output is given", "", "Add -o FILE, for example -o graph.graphml.");
    }
    const std::vector<std::string> paths = printing ? std::vector<std::string>{"-"} : outputs_;
    const std::vector<Target> targets = find_targets(paths, format_, flavor_);
    const ReadOptions options = read_options(input_);
    check_dates(filter_of(graph_));  // before anything is added to a store
    for (const Target& target : targets) {
      if (!store_.empty() && same_output(target.path, store_))
        throw UsageError("the store is named as an output, too", "-o " + target.path,
                         "--update alone writes it.");
      refuse_losing(target.path, input_, options, knowledge_);
    }
    std::vector<std::string> inputs = input_.inputs;
    if (!store_.empty()) {
      refuse_reading(store_, input_, options, knowledge_);
      refuse_no_store(store_);
      update_store(context, store_, input_, knowledge_, graph_.min_confidence);
      inputs = {store_};
      if (targets.empty()) return context.exit_code();
    }
    PipelineGraph made;
    FilterReport cut;
    const Graph graph = read(context, inputs, made, cut);
    write_targets(context, targets, graph);
    report_graph(context, made, graph, cut);
    return context.exit_code();
  }

 private:
  Graph read(Context& context, const std::vector<std::string>& inputs, PipelineGraph& made,
             FilterReport& cut) const {
    ReadOptions options = read_options(input_);
    options.sort_inputs = true;
    const LoadedKnowledge loaded(knowledge_, inputs);
    ReadingProgress progress(context, inputs, options);
    PipelineTools tools = loaded.tools(context);
    tools.min_confidence = graph_.min_confidence;
    made = build_graph(inputs, options, tools, graph_.build, [&] { progress.add_document(); });
    progress.stop();
    report_reading(context, loaded, made.read);
    report_unsure(context, made.read);
    return finish_graph(std::move(made.graph), graph_, loaded.schema(), &cut);
  }

  InputOptions input_;
  KnowledgeOptions knowledge_;
  GraphOptions graph_;
  std::vector<std::string> outputs_;
  std::string format_;
  std::string flavor_;
  std::string store_;
};

constexpr std::array<Example, 5> kExportExamples{
    {{"newsgraph export news/ -o graph.graphml -o graph.json",
      "From a folder of articles to two graph files."},
     {"newsgraph export graph.json table.csv -o merged.graphml", "Merges a graph and a table of relations."},
     {"newsgraph export graph.json -o - --to json --relation bans --since 2020",
      "The bans since 2020, to standard output."},
     {"newsgraph export news/ --update all.sqlite -o graph.json",
      "Adds to a store what is new, and writes a graph of all that is in it."},
     {"newsgraph export graph.json -o around.json --entity TikTok --hops 2 --measure pagerank,community",
      "What lies around one actor, with measures of its nodes."}}};

}  // namespace

constinit const CommandEntry kExportCommand{
    "export", "make graph files from articles, tables, claims and graphs",
    "All inputs of one call make one graph: exporting several inputs merges them, exporting a graph "
    "converts it. The graph's nodes are the named actors, its edges what articles say that they do to one "
    "another, each with the sentences that say so.\n\n"
    "The files appear whole or not at all: a failed run leaves older ones as they were.",
    kExportExamples, make<ExportCommand>};

}  // namespace newsgraph::cli
