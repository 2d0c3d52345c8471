#include "cli/graph_options.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <set>

#include "claims/record/claim_words.h"
#include "claims/schema/schema.h"
#include "cli/choice.h"
#include "cli/confidence_option.h"
#include "graph/layout.h"
#include "graph/measure.h"
#include "graph/view.h"
#include "support/ascii.h"
#include "support/error.h"
#include "support/nearest_word.h"

namespace newsgraph::cli {
namespace {

constexpr const char* kChoosing = "Choosing";
constexpr const char* kBuilding = "Building";

const Choices<EdgeMode> kEdgeModes{{"merged", EdgeMode::merged}, {"statements", EdgeMode::statements}};
const Choices<Rollup> kRollups{
    {"none", Rollup::none}, {"organization", Rollup::organization}, {"state", Rollup::state}};

void add_list(CLI::App& app, const std::string& name, std::vector<std::string>& values,
              const std::string& value, const std::string& text, std::vector<std::string> known = {}) {
  CLI::Option* option = app.add_option(name, values, text)
                            ->option_text(value)
                            ->delimiter(',')
                            ->allow_extra_args(false)
                            ->group(kChoosing);
  if (!known.empty()) option->check(one_of(name, std::move(known)));
}

std::vector<std::string> measures() {
  return {measure_names().begin(), measure_names().end()};
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ",") + word;
  return text;
}

}  // namespace

void add_filter_options(CLI::App& app, GraphOptions& options) {
  Filter& filter = options.filter;
  add_list(app, "--relation", filter.relations, "NAME,...", "Only these relations, such as owns,bans");
  add_list(app, "--status", filter.statuses, "STATUS,...", "Only these: asserted, planned, ended, denied",
           {kStatuses.begin(), kStatuses.end()});
  add_list(
      app, "--type", filter.types, "TYPE,...",
      "Only entities of these types: person, organization, place, product, group, event, work, act, thing");
  // A name may hold a comma: no list here.
  app.add_option("--entity", filter.entities, "Only what lies near this entity; may be given more than once")
      ->option_text("NAME")
      ->allow_extra_args(false)
      ->group(kChoosing);
  app.add_option("--hops", filter.hops, "How far from --entity, in edges (default: 1)")
      ->option_text("N")
      ->needs("--entity")
      ->group(kChoosing);
  app.add_option("--since", filter.since,
                 "Only statements from this date on: 2023, 2023-03, 2023-03-16, or the last 7d, 4w, 3m, 1y "
                 "up to today")
      ->option_text("DATE")
      ->group(kChoosing);
  app.add_option("--until", filter.until, "Only statements up to this date; 2023 is all of 2023")
      ->option_text("DATE")
      ->group(kChoosing);
  add_confidence_option(app, options.min_confidence)->group(kChoosing);
  app.add_option("--min-statements", filter.min_statements,
                 "Only edges that at least this many statements back")
      ->option_text("N")
      ->group(kChoosing);
  app.add_option("--top", filter.top, "Only the N strongest edges")->option_text("N")->group(kChoosing);
}

void add_build_options(CLI::App& app, GraphOptions& options) {
  add_choice(
      app, "--edges", options.build.edges, kEdgeModes,
      "One edge for equal subject, relation, object and status (merged, the default), or one a statement")
      ->group(kBuilding);
  app.add_flag("--unnamed", options.build.unnamed, "Keep also arguments that are no names (\"critics\")")
      ->group(kBuilding);
  add_choice(app, "--rollup", options.build.rollup, kRollups,
             "Put in place of an actor the organisation or the state that it stands for")
      ->group(kBuilding);
  app.add_flag("--links", options.build.links, "Add known part_of and represents links as edges")
      ->group(kBuilding);
  app.add_option("--measure", options.measures, "Add measures to the nodes: any of " + joined(measures()))
      ->option_text("NAME,...")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(one_of("--measure", measures()))
      ->group(kBuilding);
  app.add_flag("--layout", options.layout, "Compute coordinates, for formats that hold them")
      ->group(kBuilding);
}

namespace {

// Seconds since 1970; that of the environment where a run has to be repeatable (reproducible-builds.org).
std::chrono::seconds now() {
  if (const char* given = std::getenv("SOURCE_DATE_EPOCH")) return std::chrono::seconds(std::atoll(given));
  return std::chrono::duration_cast<std::chrono::seconds>(
      std::chrono::system_clock::now().time_since_epoch());
}

}  // namespace

std::string absolute_date(const std::string& text) {
  std::size_t digits = 0;
  while (digits < text.size() && is_ascii_digit(text[digits])) ++digits;
  if (digits == 0 || digits > 5 || digits + 1 != text.size()) return text;
  const std::size_t unit = std::string_view("dwmy").find(text[digits]);
  if (unit == std::string_view::npos) return text;
  constexpr std::array kDays{1, 7, 30, 365};
  const std::chrono::days back(std::atoi(text.c_str()) * kDays[unit]);
  const std::chrono::year_month_day day(
      std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(now())) - back);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

Filter filter_of(const GraphOptions& options) {
  Filter filter = options.filter;
  filter.min_confidence = options.min_confidence.value_or(0);
  filter.since = absolute_date(filter.since);
  filter.until = absolute_date(filter.until);
  return filter;
}

namespace {

// What the graph has and what the word may be otherwise.
template <typename Known>
void check_words(const char* option, const char* what, const std::vector<std::string>& words,
                 const Known& known) {
  if (words.empty()) return;
  const std::vector<std::string> all = known();
  for (const std::string& word : words) {
    if (std::find(all.begin(), all.end(), word) != all.end()) continue;
    constexpr std::size_t kFew = 12;
    const std::string otherwise = all.size() > kFew
                                      ? "\"newsgraph stats\" shows what the graph has."
                                      : std::string("A ") + what + " is one of " + joined(all) + ".";
    throw UsageError(std::string("neither the graph nor newsgraph knows the ") + what + " \"" + word + "\"",
                     option, suggestion(word, all, otherwise));
  }
}

}  // namespace

void check_filter(const Filter& filter, const std::vector<const Graph*>& graphs,
                  const RelationSchema& schema) {
  check_words("--relation", "relation", filter.relations, [&] {
    std::set<std::string, std::less<>> known;
    for (const Relation& relation : schema.relations()) known.insert(relation.name);
    for (const Graph* graph : graphs)
      for (const EdgeView edge : edge_views(*graph)) known.emplace(edge.relation());
    return std::vector<std::string>(known.begin(), known.end());
  });
  check_words("--type", "type", filter.types, [&] {
    std::set<std::string, std::less<>> known(kArgumentTypes.begin(), kArgumentTypes.end());
    for (const Graph* graph : graphs)
      for (const NodeView node : node_views(*graph)) known.emplace(node.type());
    known.erase("");
    return std::vector<std::string>(known.begin(), known.end());
  });
  if (!filter.since.empty() && !filter.until.empty() &&
      filter.until < filter.since.substr(0, filter.until.size()))
    throw UsageError("--until " + filter.until + " lies before --since " + filter.since, {},
                     "No statement is in between.");
}

Graph finish_graph(Graph&& graph, const GraphOptions& options, const RelationSchema& schema,
                   FilterReport* report) {
  const Filter filter = filter_of(options);
  check_filter(filter, {&graph}, schema);
  Graph chosen = filter.takes_all() ? std::move(graph) : filter_graph(graph, filter, report);
  for (const std::string& name : options.measures) measure(chosen, name);
  if (options.layout) layout(chosen);
  return chosen;
}

}  // namespace newsgraph::cli
