// newsgraph explain: the sentences behind the edges of a graph.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <tuple>

#include "cli/commands.h"
#include "cli/context.h"
#include "cli/graph_input.h"
#include "cli/text_table.h"
#include "graph/explain.h"
#include "graph/lookup.h"
#include "graph/statistics.h"
#include "graph/view.h"
#include "support/error.h"

namespace newsgraph::cli {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kIndent = 4;
constexpr std::size_t kEvidenceIndent = 8;

Style style_of(MarkRole role) {
  return role == MarkRole::trigger ? Style::trigger : Style::name;
}

// The sentence with its arguments and its trigger in colour, or in brackets where there is no colour.
std::string marked(const StatementView& statement, const Terminal& screen) {
  const std::string_view text = statement.text();
  std::string out;
  std::size_t done = 0;
  for (const Mark& mark : marks_of(statement)) {
    out += printable(text.substr(done, mark.begin - done));
    const std::string part = printable(text.substr(mark.begin, mark.end - mark.begin));
    out += screen.colored() ? screen.paint(style_of(mark.role), part) : "[" + part + "]";
    done = mark.end;
  }
  return out + printable(text.substr(done));
}

std::string source_line(const StatementView& statement) {
  std::string line = std::string(statement.date().empty() ? "no date" : statement.date());
  std::string_view title = statement.title();
  if (title.empty() && statement.file().empty()) title = statement.document();
  if (!title.empty()) line += ", " + std::string(title);
  for (const std::string_view place : {statement.url(), statement.file()})
    if (!place.empty() && place != title) line += ", " + std::string(place);
  return printable(line);
}

std::string how_found(const StatementView& statement) {
  std::string line = fmt::format("found by {}, confidence {:.2f}",
                                 statement.rule().empty() ? "?" : statement.rule(), statement.confidence());
  if (!statement.scope().empty()) line += ", scope: " + std::string(statement.scope());
  if (!statement.speaker().empty()) line += ", said by " + std::string(statement.speaker());
  return printable(line);
}

std::string statement_text(const StatementView& statement, const Terminal& screen) {
  const auto width = static_cast<std::size_t>(screen.width());
  std::string out = wrap(source_line(statement), width, kIndent / 2);
  if (!statement.text().empty()) out += wrap(marked(statement, screen), width, kIndent);
  return out + wrap(how_found(statement), width, kIndent);
}

std::string heading(const EdgeView& edge, const Terminal& screen) {
  const std::string status = edge.status().empty() ? "" : fmt::format(" ({})", printable(edge.status()));
  return screen.paint(Style::name, printable(edge.source().name())) + " " +
         screen.paint(Style::relation, printable(edge.relation())) + " " +
         screen.paint(Style::name, printable(edge.target().name())) + status +
         fmt::format(": {} statement{}\n", edge.statement_count(), edge.statement_count() == 1 ? "" : "s");
}

// The strongest first: by weight, confidence, date, the later first, and id.
void sort_by_strength(const Graph& graph, std::vector<EdgeDescriptor>& edges) {
  const auto rank = [&](const EdgeDescriptor& descriptor) {
    const EdgeView edge(graph, descriptor);
    return std::tuple(edge.weight(), edge.confidence(), std::string(edge.last_date()));
  };
  std::sort(edges.begin(), edges.end(), [&](const auto& a, const auto& b) {
    const auto left = rank(a);
    const auto right = rank(b);
    return left != right ? left > right : EdgeView(graph, a).id() < EdgeView(graph, b).id();
  });
}

// Who says it: the host of the address, else the file. Of several the first in the alphabet, and how many
// more.
std::string sources_of(const EdgeView& edge) {
  std::set<std::string> sources;
  for (std::size_t i = 0; i < edge.statement_count(); ++i) sources.emplace(source_of(edge.statement(i)));
  sources.erase("");
  if (sources.empty()) return "";
  return *sources.begin() + (sources.size() == 1 ? "" : fmt::format(" +{}", sources.size() - 1));
}

// A line an edge, and below it what its best sentence says.
std::string edge_table(const Graph& graph, std::vector<EdgeDescriptor> edges, const Terminal& screen) {
  sort_by_strength(graph, edges);
  TextTable table({{"Weight", Align::right},
                   {"Subject", Align::left, Style::name},
                   {"Relation", Align::left, Style::relation},
                   {"Object", Align::left, Style::name},
                   {"Status"},
                   {"Conf.", Align::right},
                   {"Last"},
                   {"Source"}});
  for (const EdgeDescriptor& descriptor : edges) {
    const EdgeView edge(graph, descriptor);
    table.add({fmt::format("{}", edge.weight()), std::string(edge.source().name()),
               std::string(edge.relation()), std::string(edge.target().name()), std::string(edge.status()),
               edge.confidence() == 0 ? "" : fmt::format("{:.2f}", edge.confidence()),
               std::string(edge.last_date()), sources_of(edge)});
  }
  std::istringstream rows(table.render(screen));
  std::string line;
  std::getline(rows, line);
  std::string out = line + "\n";
  const std::string margin(kEvidenceIndent, ' ');
  for (const EdgeDescriptor& descriptor : edges) {
    std::getline(rows, line);
    const std::size_t width = screen.table_width() - kEvidenceIndent;
    const std::string evidence = fit(printable(EdgeView(graph, descriptor).evidence()), width);
    out += line + "\n" + (evidence.empty() ? "" : margin + screen.paint(Style::faint, evidence) + "\n");
  }
  return out;
}

// The number that the float's shortest spelling says: 0.91, not 0.9100000262.
Json shortest(float number) {
  return Json::parse(fmt::format("{}", number));
}

Json statement_json(const StatementView& statement) {
  return {{"claim", statement.claim()},
          {"document", statement.document()},
          {"title", statement.title()},
          {"date", statement.date()},
          {"url", statement.url()},
          {"file", statement.file()},
          {"text", statement.text()},
          {"subject_text", statement.subject_text()},
          {"object_text", statement.object_text()},
          {"trigger", statement.trigger()},
          {"scope", statement.scope()},
          {"speaker", statement.speaker()},
          {"rule", statement.rule()},
          {"confidence", shortest(statement.confidence())}};
}

Json edge_json(const EdgeView& edge) {
  Json statements = Json::array();
  for (std::size_t i = 0; i < edge.statement_count(); ++i)
    statements.push_back(statement_json(edge.statement(i)));
  return {{"subject", edge.source().name()}, {"relation", edge.relation()},
          {"object", edge.target().name()},  {"status", edge.status()},
          {"weight", edge.weight()},         {"statements", std::move(statements)}};
}

// A name that is not there is most often a typo.
void require_entity(const Graph& graph, const std::string& name) {
  if (name.empty() || !find_nodes(graph, name).empty()) return;
  const std::string nearest = nearest_name(graph, name);
  throw UsageError(
      "the graph has no entity \"" + name + "\"", {},
      nearest.empty() ? "`newsgraph stats` shows what it has." : "Did you mean \"" + nearest + "\"?");
}

class ExplainCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("--subject", query_.subject, "Who: a name, an alias or an id")
        ->option_text("NAME")
        ->group("Edges");
    app.add_option("--object", query_.object, "To whom: a name, an alias or an id")
        ->option_text("NAME")
        ->group("Edges");
    app.add_flag("--table", table_,
                 "Print a table: one line an edge, the strongest first, with the best sentence")
        ->group("Edges");
    app.add_flag("--json", json_, "Print JSON, one edge a line")->excludes("--table")->group("Edges");
    add_graph_input(app, input_);
  }

  ExitCode run(Context& context) override {
    const Graph graph = load_graph(context, input_);
    for (const std::string* name : {&query_.subject, &query_.object}) require_entity(graph, *name);
    const std::vector<EdgeDescriptor> edges = find_edges(graph, query_);
    if (edges.empty()) context.log().info("no edge matches");
    if (table_ && !edges.empty()) {
      context.print(edge_table(graph, edges, context.screen()));
      return context.exit_code();
    }
    for (const EdgeDescriptor& descriptor : edges) {
      const EdgeView edge(graph, descriptor);
      if (json_) {
        context.print_data(edge_json(edge).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n");
        continue;
      }
      context.print(heading(edge, context.screen()));
      for (std::size_t i = 0; i < edge.statement_count(); ++i) {
        context.print(statement_text(edge.statement(i), context.screen()));
      }
      context.print("\n");
    }
    return context.exit_code();
  }

 private:
  GraphInput input_;
  ExplainQuery query_;
  bool json_ = false;
  bool table_ = false;
};

constexpr std::array<Example, 3> kExplainExamples{
    {{"newsgraph explain graph.json --object TikTok", "All that is done to one actor."},
     {"newsgraph explain graph.json --subject \"United States\" --relation bans",
      "What a state bans, and who says so."},
     {"newsgraph explain graph.json --status planned --json", "For machines: one JSON object an edge."}}};

}  // namespace

constinit const CommandEntry kExplainCommand{
    "explain", "show the sentences behind the edges of a graph",
    "Prints every statement behind the chosen edges: document, date, the sentence with its arguments and "
    "the word that states the relation marked, how it was found and how sure that is. Names are matched "
    "whatever their case, and aliases count.",
    kExplainExamples, make<ExplainCommand>};

}  // namespace newsgraph::cli
