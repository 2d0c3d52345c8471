#include "cli/schema_examples.h"

#include <algorithm>

#include "claims/evaluation.h"
#include "claims/extractor.h"
#include "claims/schema.h"
#include "documents/document.h"
#include "knowledge/knowledge.h"
#include "language/analyzer.h"
#include "language/model.h"

namespace newsgraph::cli {
namespace {

std::string words(const std::string& subject, const std::string& relation, const std::string& object,
                  Status status) {
  return subject + " " + relation + " " + object + " (" + to_string(status) + ")";
}

bool names(const Argument& argument, const std::string& name) {
  const Knowledge& knowledge = Knowledge::built_in();
  return same_name(argument.name, name, knowledge) || same_name(argument.text, name, knowledge);
}

// What is wrong, or empty.
std::string failure_of(const Relation& relation, const RelationExample& example,
                       const std::vector<Claim>& claims) {
  std::string found;
  bool holds = !example.match;
  for (const Claim& claim : claims) {
    if (claim.relation != relation.name) continue;
    found += (found.empty() ? "" : "; ") +
             words(claim.subject.name, claim.relation, claim.object.name, claim.status);
    const bool expected = names(claim.subject, example.subject) && names(claim.object, example.object) &&
                          claim.status == example.status;
    holds = example.match ? holds || expected : false;
  }
  if (holds) return {};
  const std::string wanted = example.match
                                 ? words(example.subject, relation.name, example.object, example.status)
                                 : "no " + relation.name;
  return "\"" + example.text + "\" must give " + wanted + ", but gives " +
         (found.empty() ? "nothing" : found);
}

}  // namespace

ExampleReport run_examples(const RelationSchema& schema, std::shared_ptr<const Model> model) {
  ExampleReport report;
  ClaimExtractor extractor(schema, Knowledge::built_in(), Analyzer(std::move(model)));
  for (const Relation& relation : schema.relations()) {
    for (const RelationExample& example : relation.examples) {
      Document document;
      document.id = "example";
      document.text = example.text;
      const std::string failure = failure_of(relation, example, extractor.extract(document));
      if (!failure.empty()) report.failures.push_back(failure);
      ++report.examples;
    }
  }
  return report;
}

}  // namespace newsgraph::cli
