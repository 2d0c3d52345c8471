// newsgraph diff: what changed between two graphs.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/diff_text.h"
#include "cli/graph_options.h"
#include "cli/input_options.h"
#include "cli/kept_files.h"
#include "formats/registry.h"
#include "graph/diff.h"
#include "graph/filter.h"
#include "graph/lookup.h"
#include "graph/view.h"
#include "pipeline/pipeline.h"
#include "support/error.h"
#include "support/output.h"

namespace newsgraph::cli {
namespace {

using Json = nlohmann::ordered_json;

Graph load(Context& context, const std::string& path, const LoadedKnowledge& loaded) {
  ReadOptions options;
  options.sort_inputs = true;
  PipelineGraph made = build_graph({path}, options, loaded.tools(context), BuildOptions{});
  report_reading(context, loaded, made.read);
  return std::move(made.graph);
}

// An entity that only one of the graphs has is no mistake.
Graph chosen(const Graph& graph, const Graph& other, const Filter& filter) {
  if (filter.takes_all()) return graph;
  Filter own = filter;
  std::erase_if(own.entities, [&](const std::string& name) {
    return find_nodes(graph, name).empty() && !find_nodes(other, name).empty();
  });
  if (own.entities.empty() && !filter.entities.empty()) return empty_like(graph);
  return filter_graph(graph, own);
}

std::string last_date(const Graph& graph) {
  std::string_view last;
  for (const EdgeView edge : edge_views(graph)) last = std::max(last, edge.last_date());
  return std::string(last);
}

void warn_when_swapped(Context& context, const Graph& older, const Graph& newer) {
  const std::string old_date = last_date(older);
  const std::string new_date = last_date(newer);
  if (new_date.empty() || old_date <= new_date) return;
  context.log().warning("OLD has statements up to " + old_date + ", NEW only up to " + new_date +
                        ". Is it the other way round? OLD comes first.");
}

// The changes under the name of a graph would be taken for one, or be written over it.
void refuse_no_page(const std::string& output) {
  const Format* format = format_of_file(output);
  if (output == "-" || (format != nullptr && format->name == "html")) return;
  throw UsageError("the changes are written as a page", "-o " + output,
                   "Name a .html file; --json prints them for machines.");
}

Json json_of(const EdgeKey& key) {
  return {{"subject", key.subject_name}, {"subject_id", key.subject}, {"relation", key.relation},
          {"object", key.object_name},   {"object_id", key.object},   {"status", key.status}};
}

Json json_of(const ClaimChange& change) {
  Json json = json_of(change.edge);
  json["document"] = change.document;
  json["text"] = change.text;
  return json;
}

Json json_of(const EdgeChange& change) {
  return {{"before", json_of(change.before)},
          {"after", json_of(change.after)},
          {"fields", change.fields},
          {"old_weight", change.old_weight},
          {"new_weight", change.new_weight}};
}

template <typename Item>
Json list(const std::vector<Item>& items) {
  Json json = Json::array();
  for (const Item& item : items) json.push_back(json_of(item));
  return json;
}

Json nodes(const std::vector<EdgeKey>& keys) {
  Json json = Json::array();
  for (const EdgeKey& key : keys) json.push_back({{"id", key.subject}, {"name", key.subject_name}});
  return json;
}

Json json_of(const Difference& difference) {
  return {
      {"nodes_gained", nodes(difference.nodes_gained)},  {"nodes_lost", nodes(difference.nodes_lost)},
      {"edges_gained", list(difference.edges_gained)},   {"edges_lost", list(difference.edges_lost)},
      {"edges_changed", list(difference.edges_changed)}, {"claims_gained", list(difference.claims_gained)},
      {"claims_lost", list(difference.claims_lost)}};
}

class DiffCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("OLD", older_, "The graph before, or anything that \"newsgraph export\" reads")
        ->required();
    app.add_option("NEW", newer_, "The graph after")->required();
    app.add_flag("--statements", statements_, "Print also the sentences that came and went")->group("Output");
    app.add_flag("--json", json_, "Print one JSON object")->group("Output");
    app.add_option("-o,--output", output_, "File to write the changes to, as a page (.html)")
        ->option_text("FILE")
        ->excludes("--json")
        ->group("Output");
    app.add_option("--page", page_, "The page of the new graph, to which the changes in FILE link")
        ->option_text("PAGE")
        ->needs("--output")
        ->group("Output");
    add_filter_options(app, graph_);
    add_knowledge_options(app, knowledge_);
    add_decision_options(app, knowledge_);
  }

  ExitCode run(Context& context) override {
    refuse_stdin_twice({older_, newer_});
    if (!output_.empty()) {
      InputOptions inputs;
      inputs.inputs = {older_, newer_};
      refuse_losing(output_, inputs, ReadOptions(), knowledge_);
      refuse_no_page(output_);
    }
    const LoadedKnowledge loaded(knowledge_, {older_, newer_});
    const Graph older = load(context, older_, loaded);
    const Graph newer = load(context, newer_, loaded);
    warn_when_swapped(context, older, newer);
    const Filter filter = filter_of(graph_);
    check_filter(filter, {&older, &newer}, loaded.schema());
    const Graph old_part = chosen(older, newer, filter);
    const Graph new_part = chosen(newer, older, filter);
    if (boost::num_edges(old_part) + boost::num_edges(new_part) == 0)
      context.log().warning("neither graph has an edge that is asked for");
    const Difference changes = difference(old_part, new_part);
    if (json_) {
      context.print_data(json_of(changes).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    } else if (!output_.empty()) {
      const auto file = open_output(output_);
      file->write(page_of(changes, page_));
      file->finish();
      context.log().info(totals(changes));
    } else if (changes.empty()) {
      context.log().info("no difference");
    } else {
      context.print(text_of(changes, context.screen(), statements_));
    }
    return context.exit_code();
  }

 private:
  std::string older_;
  std::string newer_;
  KnowledgeOptions knowledge_;
  GraphOptions graph_;
  std::string output_;
  std::string page_;
  bool statements_ = false;
  bool json_ = false;
};

constexpr std::array<Example, 4> kDiffExamples{
    {{"newsgraph diff graph.json merged.graphml", "What a merge added."},
     {"newsgraph diff graph.json merged.graphml --entity TikTok --statements",
      "Around one actor, with the sentences."},
     {"newsgraph diff graph.json merged.graphml -o diff.html", "To hand to a colleague."},
     {"newsgraph diff graph.json merged.graphml --json", "For machines."}}};

}  // namespace

constinit const CommandEntry kDiffCommand{
    "diff", "show what changed between two graphs",
    "Says how much two graphs differ, then each edge that the new one gained (+), lost (-) or has changed "
    "(~), a line each, and the nodes. An edge that has another status has changed.",
    kDiffExamples, make<DiffCommand>};

}  // namespace newsgraph::cli
