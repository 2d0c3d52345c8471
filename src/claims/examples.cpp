#include "claims/examples.h"

#include <algorithm>

namespace newsgraph {

namespace {

bool is_called(const Argument& argument, const std::string& name) {
  return argument.name == name || argument.text == name ||
         std::find(argument.aliases.begin(), argument.aliases.end(), name) != argument.aliases.end();
}

bool states(const Claim& claim, const RelationExample& example) {
  return is_called(claim.subject, example.subject) && is_called(claim.object, example.object) &&
         claim.status == example.status;
}

ExampleResult run(const Relation& relation, const RelationExample& example, ClaimExtractor& extractor) {
  ExampleResult result{relation.name, example, false, {}};
  Document document;
  document.id = "example";
  document.text = example.text;
  document.source = "example";
  for (Claim& claim : extractor.extract(document)) {
    if (claim.relation == relation.name) result.found.push_back(std::move(claim));
  }
  result.passed = example.match ? std::any_of(result.found.begin(), result.found.end(),
                                              [&](const Claim& claim) { return states(claim, example); })
                                : result.found.empty();
  return result;
}

}  // namespace

std::vector<ExampleResult> run_examples(const RelationSchema& schema, ClaimExtractor& extractor) {
  std::vector<ExampleResult> results;
  for (const Relation& relation : schema.relations()) {
    for (const RelationExample& example : relation.examples)
      results.push_back(run(relation, example, extractor));
  }
  return results;
}

}  // namespace newsgraph
