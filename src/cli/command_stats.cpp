// newsgraph stats: what is in a graph.
#include <CLI/CLI.hpp>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/bar_chart.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/graph_input.h"
#include "graph/statistics.h"

namespace newsgraph::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kMost = 1'000'000;

struct Section {
  const char* title;
  const char* key;
  const std::vector<Count>* counts;
};

std::vector<Section> sections(const Statistics& statistics) {
  return {{"Edges by relation", "edges_by_relation", &statistics.edges_by_relation},
          {"Edges by status", "edges_by_status", &statistics.edges_by_status},
          {"Nodes by type", "nodes_by_type", &statistics.nodes_by_type},
          {"Most connected", "most_connected", &statistics.most_connected},
          {"Statements by source", "statements_by_source", &statistics.statements_by_source},
          {"Statements by year", "statements_by_year", &statistics.statements_by_year}};
}

std::vector<std::pair<const char*, std::uint64_t>> totals(const Statistics& statistics) {
  return {{"nodes", statistics.nodes},           {"edges", statistics.edges},
          {"statements", statistics.statements}, {"documents", statistics.documents},
          {"components", statistics.components}, {"largest component", statistics.largest_component},
          {"isolated", statistics.isolated}};
}

// A folder of a thousand text files has a thousand sources: the others are counted together.
void name_most(CountSection& section, std::size_t most) {
  if (section.counts.size() <= most + 1) return;
  std::uint64_t others = 0;
  for (std::size_t i = most; i < section.counts.size(); ++i) others += section.counts[i].second;
  const std::size_t left = section.counts.size() - most;
  section.counts.resize(most);
  section.counts.emplace_back("(" + std::to_string(left) + " others)", others);
}

std::string text_of(const Statistics& statistics, std::size_t most, const Terminal& screen) {
  CountSection overview{"Graph", {}, false};
  for (const auto& [name, count] : totals(statistics)) overview.counts.emplace_back(name, count);
  std::vector<CountSection> result{std::move(overview)};
  for (const Section& section : sections(statistics)) {
    CountSection counts{section.title, {}};
    for (const auto& [text, count] : *section.counts)
      counts.counts.emplace_back(text.empty() ? "(unknown)" : text, count);
    if (section.counts == &statistics.statements_by_source) name_most(counts, most);
    result.push_back(std::move(counts));
  }
  return count_sections(result, screen);
}

Json json_of(const Statistics& statistics) {
  Json json;
  for (const auto& [name, count] : totals(statistics)) {
    std::string key = name;
    std::replace(key.begin(), key.end(), ' ', '_');
    json[key] = count;
  }
  for (const Section& section : sections(statistics)) {
    Json& counts = json[section.key] = Json::object();
    for (const auto& [text, count] : *section.counts) counts[text] = count;
  }
  return json;
}

class StatsCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("--most", top_,
                   "How many of the most connected entities and of the sources to name (default: 10)")
        ->option_text("N")
        ->check(CLI::Range(std::size_t{1}, kMost))
        ->group("Output");
    app.add_flag("--json", json_, "Print one JSON object")->group("Output");
    add_graph_input(app, input_);
  }

  ExitCode run(Context& context) override {
    const Statistics statistics = statistics_of(load_graph(context, input_), top_);
    if (json_) {
      context.print_data(json_of(statistics).dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
      return context.exit_code();
    }
    context.print(text_of(statistics, top_, context.screen()));
    return context.exit_code();
  }

 private:
  GraphInput input_;
  std::size_t top_ = 10;
  bool json_ = false;
};

constexpr std::array<Example, 3> kStatsExamples{
    {{"newsgraph stats graph.json", "Tables for the terminal."},
     {"newsgraph stats graph.json --relation denounces --most 3", "Of one relation only."},
     {"newsgraph stats graph.json --json", "For machines."}}};

}  // namespace

constinit const CommandEntry kStatsCommand{
    "stats", "count what is in a graph",
    "Counts nodes, edges, statements and documents, by relation, type, status, source and year, and names "
    "the entities with the most edges.",
    kStatsExamples, make<StatsCommand>};

}  // namespace newsgraph::cli
