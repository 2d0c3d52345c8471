#include "claims/examples.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace newsgraph {

namespace {

using ExamplesByText = std::map<std::string, std::vector<const RelationExample*>>;

bool is_called(const Argument& argument, const std::string& name) {
  return argument.name == name || argument.text == name ||
         std::find(argument.aliases.begin(), argument.aliases.end(), name) != argument.aliases.end();
}

bool is_between(const Claim& claim, const RelationExample& example) {
  return example.match && is_called(claim.subject, example.subject) &&
         is_called(claim.object, example.object);
}

bool states(const Claim& claim, const RelationExample& example) {
  return is_between(claim, example) && claim.status == example.status;
}

Document document_of(const std::string& text) {
  Document document;
  document.id = "example";
  document.text = text;
  document.source = "example";
  return document;
}

ExampleResult run(const Relation& relation, const RelationExample& example, ClaimExtractor& extractor) {
  ExampleResult result{relation.name, example, false, {}};
  for (Claim& claim : extractor.extract(document_of(example.text))) {
    if (claim.relation == relation.name) result.found.push_back(std::move(claim));
  }
  result.passed = example.match ? std::any_of(result.found.begin(), result.found.end(),
                                              [&](const Claim& claim) { return states(claim, example); })
                                : result.found.empty();
  return result;
}

// The first examples of the relation that match, and of those that must not; none where either are too few,
// or the model was taught it.
std::vector<const RelationExample*> teaching(const Relation& relation) {
  if (Scorer::built_in().knows(relation.name)) return {};
  std::array<std::size_t, 2> count{};
  std::vector<const RelationExample*> examples;
  for (const RelationExample& example : relation.examples) {
    if (++count[example.match ? 1 : 0] <= ExampleScorer::kMostOfEach) examples.push_back(&example);
  }
  if (*std::ranges::min_element(count) < ExampleScorer::kLeastOfEach) examples.clear();
  return examples;
}

bool teaches(const RelationSchema& schema) {
  return std::ranges::any_of(schema.relations(), [](const Relation& r) { return !teaching(r).empty(); });
}

// What the extractor proposes of the relation in a text, as far as the text's examples say what it is.
void add_proposals(const Relation& relation, const std::string& text,
                   const std::vector<const RelationExample*>& examples, ClaimExtractor& extractor,
                   std::vector<Labelled>& proposals) {
  const bool may_match =
      std::ranges::all_of(examples, [](const RelationExample* example) { return example->match; });
  for (ClaimExtractor::Explained& explained : extractor.explain(document_of(text))) {
    if (explained.claim.relation != relation.name) continue;
    const bool right = std::ranges::any_of(
        examples, [&](const RelationExample* example) { return is_between(explained.claim, *example); });
    if (right || !may_match) proposals.push_back({std::move(explained.features), explained.odds, right});
  }
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

ExampleScorer learn_from_examples(const RelationSchema& schema, ClaimExtractor& extractor) {
  ExampleScorer scorer;
  for (const Relation& relation : schema.relations()) {
    const auto examples = teaching(relation);
    ExamplesByText by_text;
    for (const RelationExample* example : examples) by_text[example->text].push_back(example);
    std::vector<Labelled> proposals;
    for (const RelationExample* example : examples) {
      const auto text = by_text.find(example->text);
      if (text == by_text.end()) continue;  // read already
      add_proposals(relation, text->first, text->second, extractor, proposals);
      by_text.erase(text);
    }
    scorer.learn(relation.name, proposals);
  }
  return scorer;
}

std::shared_ptr<const ExampleScorer> SharedExamples::get(const RelationSchema& schema,
                                                         const Knowledge& knowledge,
                                                         const std::shared_ptr<const Model>& model) {
  const std::lock_guard lock(mutex_);
  if (!learned_ && !teaches(schema)) learned_ = std::make_shared<const ExampleScorer>();
  if (!learned_) {
    ClaimExtractor extractor(schema, knowledge, Analyzer(model));
    learned_ = std::make_shared<const ExampleScorer>(learn_from_examples(schema, extractor));
  }
  return learned_;
}

}  // namespace newsgraph
