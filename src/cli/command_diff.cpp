#include "cli/command_diff.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/context.h"
#include "cli/text_table.h"
#include "graph/diff.h"
#include "pipeline.h"

namespace newsgraph::cli {
namespace {

using Json = nlohmann::ordered_json;

Graph load(Context& context, const std::string& path, const LoadedKnowledge& loaded) {
  PipelineGraph made = build_graph({path}, ReadOptions{}, loaded.tools(context), BuildOptions{});
  report_reading(context, made.read);
  return std::move(made.graph);
}

std::string words(const EdgeKey& key) {
  return key.subject_name + " " + key.relation + " " + key.object_name +
         (key.status.empty() ? "" : " (" + key.status + ")");
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

std::string text_of(const Difference& difference, const Terminal& screen) {
  const auto line = [&](char sign, Style style, const std::string& text) {
    return screen.paint(style, std::string(1, sign) + " " + printable(text)) + "\n";
  };
  std::string out;
  for (const EdgeKey& node : difference.nodes_lost) out += line('-', Style::error, node.subject_name);
  for (const EdgeKey& node : difference.nodes_gained) out += line('+', Style::name, node.subject_name);
  for (const EdgeKey& edge : difference.edges_lost) out += line('-', Style::error, words(edge));
  for (const EdgeKey& edge : difference.edges_gained) out += line('+', Style::name, words(edge));
  for (const EdgeChange& change : difference.edges_changed) {
    out += line('~', Style::warning,
                fmt::format("{} -> {}: {}, weight {} -> {}", words(change.before), words(change.after),
                            joined(change.fields), change.old_weight, change.new_weight));
  }
  for (const ClaimChange& claim : difference.claims_lost) {
    out += line('-', Style::faint, words(claim.edge) + ": " + claim.text);
  }
  for (const ClaimChange& claim : difference.claims_gained) {
    out += line('+', Style::faint, words(claim.edge) + ": " + claim.text);
  }
  return out;
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

}  // namespace

std::string_view DiffCommand::description() const {
  return "Lists nodes, edges and statements that the new graph gained (+) and lost (-), and edges that "
         "changed (~).";
}

std::vector<Example> DiffCommand::examples() const {
  return {{"newsgraph diff graph.json merged.graphml", "What a merge added."},
          {"newsgraph diff graph.json merged.graphml --json", "For machines."}};
}

void DiffCommand::setup(CLI::App& app) {
  app.add_option("OLD", older_, "The graph before, or anything that \"newsgraph export\" reads")->required();
  app.add_option("NEW", newer_, "The graph after")->required();
  app.add_flag("--json", json_, "Print one JSON object")->group("Output");
  add_knowledge_options(app, knowledge_);
}

ExitCode DiffCommand::run(Context& context) {
  const LoadedKnowledge loaded(knowledge_);
  const Graph older = load(context, older_, loaded);
  const Graph newer = load(context, newer_, loaded);
  const Difference changes = difference(older, newer);
  if (json_) {
    context.print(json_of(changes).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  } else if (changes.empty()) {
    context.log().info("no difference");
  } else {
    context.print(text_of(changes, context.screen()));
  }
  return context.exit_code();
}

}  // namespace newsgraph::cli
