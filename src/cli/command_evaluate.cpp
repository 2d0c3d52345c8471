// newsgraph evaluate: claims against a gold standard.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <nlohmann/json.hpp>
#include <string>

#include "claims/gold/evaluation.h"
#include "claims/record/claim_json.h"
#include "cli/choice.h"
#include "cli/commands.h"
#include "cli/context.h"
#include "cli/input_options.h"
#include "cli/text_table.h"
#include "knowledge/knowledge.h"
#include "support/error.h"
#include "support/input_file.h"

namespace newsgraph::cli {
namespace {

using Json = nlohmann::ordered_json;
using ClaimsByDocument = std::map<std::string, std::vector<Claim>>;

// Calls `read(line, where)` for every line that is not blank.
template <typename Read>
void each_line(const std::string& path, Read read) {
  const Limits limits;
  const std::unique_ptr<Input> input = open_input(path, limits);
  Input::Line line;
  for (std::size_t number = 1; input->read_line(line, limits.document_bytes); ++number) {
    const std::string where = input->name() + ":" + std::to_string(number);
    if (line.overlong) throw Error("the line is longer than " + format_size(limits.document_bytes), where);
    if (line.text.find_first_not_of(" \t\r") != std::string_view::npos) read(line.text, where);
  }
}

// "id" and "claims", or "relation" and "evidence": which of the two files a line is of.
bool has_members(std::string_view line, const char* first, const char* second) {
  const Json json = Json::parse(line, nullptr, false);
  return json.is_object() && json.contains(first) && json.contains(second);
}

constexpr const char* kOrder = "The gold standard comes first: newsgraph evaluate GOLD CLAIMS.";

Gold read_gold(const std::string& path) {
  Gold gold;
  each_line(path, [&](std::string_view line, const std::string& where) {
    if (gold.empty() && has_members(line, "relation", "subject"))
      throw UsageError("holds claims, and no gold standard", path, kOrder);
    read_gold_line(line, where, gold);
  });
  return gold;
}

ClaimsByDocument read_claims(const std::string& path) {
  ClaimsByDocument claims;
  each_line(path, [&](std::string_view line, const std::string& where) {
    if (claims.empty() && has_members(line, "id", "claims"))
      throw UsageError("holds a gold standard, and no claims", path, kOrder);
    if (std::optional<Claim> claim = claim_from_json(line, where)) {
      claims[claim->document.id].push_back(std::move(*claim));
    }
  });
  return claims;
}

std::string decimals(double value) {
  return fmt::format("{:.3f}", value);
}

std::vector<std::string> row(const std::string& name, const Tally& tally) {
  const Scores core = core_scores(tally);
  const Scores all = all_scores(tally);
  return {name,
          decimals(core.precision),
          decimals(core.recall),
          decimals(core.f1),
          decimals(all.precision),
          decimals(all.recall),
          decimals(all.f1),
          decimals(status_share(tally)),
          std::to_string(tally.gold),
          std::to_string(tally.gold_core),
          std::to_string(tally.spurious)};
}

std::string table(const Evaluation& evaluation, const Terminal& screen) {
  std::vector<Column> columns{{"relation"}};
  for (const char* title : {"core P", "R", "F1", "all P", "R", "F1", "status", "gold", "core", "wrong"}) {
    columns.push_back({title, Align::right});
  }
  TextTable table(std::move(columns));
  for (const auto& [relation, tally] : evaluation.by_relation) table.add(row(relation, tally));
  table.add(row("total", evaluation.total()));
  return table.render(screen);
}

Json json_of(const Scores& scores) {
  return {{"precision", scores.precision}, {"recall", scores.recall}, {"f1", scores.f1}};
}

Json json_of(const Tally& tally) {
  return {{"core", json_of(core_scores(tally))}, {"all", json_of(all_scores(tally))},
          {"status", status_share(tally)},       {"gold", tally.gold},
          {"gold_core", tally.gold_core},        {"spurious", tally.spurious}};
}

Json json_of(const Evaluation& evaluation) {
  Json json{{"relations", Json::object()}, {"total", json_of(evaluation.total())}};
  for (const auto& [relation, tally] : evaluation.by_relation) json["relations"][relation] = json_of(tally);
  return json;
}

std::string missed_line(const Evaluation::Miss& miss) {
  return printable(fmt::format("missed{}  {}  {} {} {} ({})  {}", miss.claim.core ? "" : " (not core)",
                               miss.document, miss.claim.subject.front(), miss.claim.relation,
                               miss.claim.object.front(), to_string(miss.claim.status),
                               miss.claim.evidence)) +
         "\n";
}

std::string spurious_line(const Claim& claim) {
  return printable(fmt::format("spurious  {}  {} {} {} ({})  {}", claim.document.id, claim.subject.name,
                               claim.relation, claim.object.name, to_string(claim.status),
                               claim.evidence.text)) +
         "\n";
}

class EvaluateCommand final : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("GOLD", gold_, "The gold standard: one document a line")->required();
    app.add_option("CLAIMS", claims_, "What \"newsgraph claims\" wrote, or - for standard input")->required();
    app.add_option("--show", show_, "List the claims that were missed, the ones that are wrong, or both")
        ->option_text("missed|spurious|all")
        ->check(one_of("--show", {"missed", "spurious", "all"}))
        ->group("Output");
    app.add_flag("--json", json_, "Print one JSON object instead of the table")->group("Output");
  }

  ExitCode run(Context& context) override {
    // The gold standard first: whoever gives the two in the wrong order is told the same by every compiler.
    refuse_stdin_twice({gold_, claims_});
    const Gold gold = read_gold(gold_);
    if (gold.empty()) throw UsageError("holds no gold standard", gold_, kOrder);
    const ClaimsByDocument claims = read_claims(claims_);
    if (claims.empty()) context.log().warning(claims_ + ": holds no claims");
    const Evaluation evaluation = evaluate(gold, claims, Knowledge::built_in());
    for (const std::string& document : evaluation.unknown_documents) {
      context.log().warning("document \"" + document +
                            "\" is not in the gold standard: its claims do not count");
    }
    if (show_ == "missed" || show_ == "all") {
      for (const Evaluation::Miss& miss : evaluation.missed) context.print(missed_line(miss));
    }
    if (show_ == "spurious" || show_ == "all") {
      for (const Claim& claim : evaluation.spurious) context.print(spurious_line(claim));
    }
    json_ ? context.print_data(json_of(evaluation).dump(2) + "\n")
          : context.print(table(evaluation, context.screen()));
    return ExitCode::done;
  }

 private:
  std::string gold_;
  std::string claims_;
  std::string show_;
  bool json_ = false;
};

constexpr std::array<Example, 3> kEvaluateExamples{
    {{"newsgraph evaluate gold.jsonl claims.jsonl", "The table."},
     {"newsgraph evaluate gold.jsonl claims.jsonl --show missed", "Also which claims were not found."},
     {"newsgraph evaluate gold.jsonl claims.jsonl --json", "For machines."}}};

}  // namespace

constinit const CommandEntry kEvaluateCommand{
    "evaluate", "measure claims against a gold standard",
    "Compares claims with a gold standard, both JSON lines: precision, recall and F1 by relation, once "
    "over the core claims and once over all, and the share of found claims whose status is right. "
    "docs/claims.md describes the gold's form and when a claim counts as found.",
    kEvaluateExamples, make<EvaluateCommand>};

}  // namespace newsgraph::cli
