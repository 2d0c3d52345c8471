// Prints what the ranker of antecedents sees, to train it: for phrases of articles the names that they may
// mean, with their features, and whether the rules have an answer.
//
//   antecedent_features ARTICLES.jsonl PHRASES.jsonl > features.jsonl
//
// PHRASES: {"document": id, "key": anything, "evidence": "words of the text", "phrase": "words of the
// evidence"}
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "claims/document_analysis.h"
#include "claims/resolve/antecedent_ranker.h"
#include "claims/resolve/resolve.h"
#include "documents/reader.h"
#include "knowledge/knowledge.h"
#include "language/model.h"

namespace {

using namespace newsgraph;

// The head of the phrase, where the text has it.
std::optional<Place> find_phrase(Discourse& discourse, const nlohmann::json& phrase) {
  const std::string& text = discourse.document().text;
  const auto evidence = phrase.at("evidence").get<std::string>(),
             words = phrase.at("phrase").get<std::string>();
  const auto at = text.find(evidence);
  if (at == std::string::npos) return std::nullopt;
  auto begin = text.find(words, at);
  for (int s = 0; s < discourse.size(); ++s) {
    const Sentence& sentence = discourse.sentence(s);
    if (at < sentence.begin || at >= sentence.end) continue;
    if (begin == std::string::npos || begin >= sentence.end) begin = text.find(words, sentence.begin);
    if (begin == std::string::npos || begin >= sentence.end) return std::nullopt;
    const Tree& tree = discourse.tree(s);
    const auto inside = [&](int t) {
      return t >= 0 && tree.token(t).begin >= begin && tree.token(t).end <= begin + words.size();
    };
    for (int t = 0; t < tree.size(); ++t) {
      if (inside(t) && !inside(tree.head(t))) return Place{s, t};
    }
  }
  return std::nullopt;
}

nlohmann::json row_of(Discourse& discourse, Place place) {
  nlohmann::json row{{"candidates", nlohmann::json::array()}};
  const auto reference = resolve_by_rules({discourse, RelationSchema::built_in()}, place);
  const std::string said = reference && reference->argument.named ? reference->argument.name : "";
  for (const auto& candidate : antecedent_candidates(discourse, RelationSchema::built_in(), place, said)) {
    nlohmann::json names = nlohmann::json::array(), features = nlohmann::json::object();
    if (candidate.actor != nullptr) names = candidate.actor->names;
    for (const auto& feature : candidate.features) features[feature.name] = feature.value;
    row["candidates"].push_back({{"names", names}, {"features", features}});
  }
  row["rules"] = said;
  row["mention"] = discourse.mention_at(place) != nullptr;
  return row;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: antecedent_features ARTICLES.jsonl PHRASES.jsonl\n";
    return 2;
  }
  std::multimap<std::string, nlohmann::json> phrases;
  std::ifstream file(argv[2]);
  for (std::string line; std::getline(file, line);) {
    auto phrase = nlohmann::json::parse(line);
    const auto document = phrase.at("document").get<std::string>();
    phrases.emplace(document, std::move(phrase));
  }
  const Prefilter prefilter(RelationSchema::built_in());
  Analyzer analyzer(Model::built_in());
  ReadHandlers handlers;
  handlers.on_document = [&](Document&& document) {
    const auto [first, last] = phrases.equal_range(document.id);
    if (first == last) return;
    DocumentAnalysis analysis(document, prefilter, Knowledge::built_in(), analyzer, true);
    analysis.name(std::vector<bool>(analysis.sentences().size(), true));
    Discourse discourse(document, analysis.sentences(), Knowledge::built_in(),
                        [&](const std::vector<Sentence*>& more) { analysis.parse(more); });
    for (auto phrase = first; phrase != last; ++phrase) {
      const auto place = find_phrase(discourse, phrase->second);
      if (!place) continue;
      auto row = row_of(discourse, *place);
      row["document"] = document.id;
      row["key"] = phrase->second.at("key");
      std::cout << row.dump() << '\n';
    }
  };
  handlers.on_relation = [](const RelationRow&) {};
  for (const SkippedInput& skipped : read_inputs({argv[1]}, {}, handlers).skipped)
    std::cerr << skipped.where << ": " << skipped.reason << "\n";
  return std::cout.flush() ? 0 : 3;
}
