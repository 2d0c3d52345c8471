#include "targets.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "documents/registry.h"
#include "graphs.h"
#include "other_targets.h"
#include "read_articles.h"
#include "support/error.h"

namespace newsgraph::fuzz {
namespace {

Target target_of(const ReaderRow& row) {
  if (row.kind == InputKind::kClaims) return {row.name, run_claims};
  if (row.kind == InputKind::kClaimTable) return {row.name, run_claim_table};
  if (row.kind == InputKind::kStore) return {row.name, run_store};
  if (handed_on(row.kind))
    return {row.name, [&row](std::string_view bytes) { read_graph_of(row.name, bytes); }};
  return {row.name, [&row](std::string_view bytes) { read_articles(row, bytes); }};
}

std::vector<Target> make_targets() {
  std::vector<Target> all = {
      {"input", run_input},          {"analysis", run_analysis},   {"relations", run_relations},
      {"entities", run_entities},    {"model", run_model},         {"gold", run_gold},
      {"conllu", run_conllu},        {"decisions", run_decisions}, {"dates", run_dates},
      {"decoding", run_decoding},    {"page-data", run_page_data}, {"brotli", run_brotli},
      {"7z", run_seven_zip},         {"scorer", run_scorer},       {"antecedents", run_antecedents},
      {"stating-words", run_stating}};
  for (const ReaderRow& row : readers()) all.push_back(target_of(row));
  std::sort(all.begin(), all.end(), [](const Target& a, const Target& b) { return a.name < b.name; });
  return all;
}

}  // namespace

std::span<const Target> targets() {
  static const std::vector<Target> all = make_targets();
  return all;
}

const Target* find_target(std::string_view name) {
  const auto found = std::find_if(targets().begin(), targets().end(),
                                  [&](const Target& target) { return target.name == name; });
  return found == targets().end() ? nullptr : &*found;
}

bool run(const Target& target, std::string_view bytes) {
  try {
    target.run(bytes);
    return true;
  } catch (const Error& error) {
    require(!error.message().empty(), "an error says what is wrong");
    return false;
  }
}

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

}  // namespace newsgraph::fuzz
