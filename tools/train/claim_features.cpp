// Prints what the scorer of claims sees, to train it: for every claim that is proposed of some articles, also
// those that it would leave out, the claim and its features.
//
//   claim_features ARTICLES.jsonl > features.jsonl
#include <iostream>
#include <nlohmann/json.hpp>

#include "claims/extractor.h"
#include "claims/record/claim_json.h"
#include "documents/reader.h"
#include "knowledge/knowledge.h"
#include "language/model.h"

int main(int argc, char** argv) {
  using namespace newsgraph;
  if (argc != 2) {
    std::cerr << "usage: claim_features ARTICLES.jsonl\n";
    return 2;
  }
  ClaimExtractor extractor(RelationSchema::built_in(), Knowledge::built_in(), Analyzer(Model::built_in()));
  ReadHandlers handlers;
  handlers.on_document = [&](Document&& document) {
    for (const auto& explained : extractor.explain(document)) {
      nlohmann::json row{{"claim", nlohmann::json::parse(claim_to_json(explained.claim))}};
      for (const NamedFeature& feature : explained.features) row["features"][feature.name] = feature.value;
      std::cout << row.dump() << '\n';
    }
  };
  handlers.on_relation = [](const RelationRow&) {};
  for (const SkippedInput& skipped : read_inputs({argv[1]}, {}, handlers).skipped)
    std::cerr << skipped.where << ": " << skipped.reason << "\n";
  return std::cout.flush() ? 0 : 3;
}
