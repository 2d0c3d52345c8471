// What the examples of a user's own relation teach.
#include "claims/confidence/example_scorer.h"

#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "catch.h"
#include "claims/examples.h"
#include "claims/extractor.h"
#include "claims/record/claim_json.h"
#include "language/model.h"

using namespace newsgraph;

namespace {

Labelled proposal(bool right, const std::string& feature) {
  return {{{"always"}, {feature}}, 2, right};
}

std::vector<Labelled> proposals(std::size_t right, std::size_t wrong) {
  std::vector<Labelled> all(right, proposal(true, "word lawsuit"));
  all.insert(all.end(), wrong, proposal(false, "word complaint"));
  return all;
}

const std::vector<std::string> kStated{
    "Orion filed a lawsuit against Vega.", "Kestrel filed a lawsuit against Halden.",
    "Peru filed a lawsuit against Chile.", "Acme filed a lawsuit against Sorel."};
const std::vector<std::string> kNotStated{
    "Orion filed a complaint against Vega.", "Kestrel filed a complaint against Halden.",
    "Peru filed a complaint against Chile.", "Acme filed a complaint against Sorel."};

// A schema with the first examples of either kind.
RelationSchema suing(std::size_t stated, std::size_t not_stated) {
  std::string examples;
  const auto add = [&](const std::string& text, const std::string& rest) {
    examples += (examples.empty() ? "" : ", ") + std::string(R"({"text": ")") + text + "\", " + rest + "}";
  };
  for (std::size_t k = 0; k < stated; ++k) {
    const std::string& text = kStated[k];
    const auto object = text.rfind(' ') + 1;
    add(text, R"("subject": ")" + text.substr(0, text.find(' ')) + R"(", "object": ")" +
                  text.substr(object, text.size() - 1 - object) + "\"");
  }
  for (std::size_t k = 0; k < not_stated; ++k) add(kNotStated[k], R"("match": false)");
  return RelationSchema::parse(
      R"({"format": "newsgraph relations", "version": 1, "relations": [{"name": "sues",
    "triggers": [{"id": "noun:lawsuit", "pos": "noun", "lemmas": ["lawsuit", "complaint"], "subject": ["light"],
                  "object": ["nmod:against"], "light": {"asserted": ["file"]}}],
    "examples": [)" +
          examples + "]}]}",
      "test");
}

ExampleScorer learned_from(const RelationSchema& schema) {
  ClaimExtractor extractor(schema, Knowledge::built_in(), Analyzer(Model::built_in()));
  return learn_from_examples(schema, extractor);
}

std::string claims_of(const RelationSchema& schema, const std::string& text,
                      std::shared_ptr<const ExampleScorer> learned) {
  ClaimExtractor extractor(schema, Knowledge::built_in(), Analyzer(Model::built_in()), std::move(learned));
  Document document;
  document.id = "test";
  document.text = text;
  std::string lines;
  for (const Claim& claim : extractor.extract(document)) lines += claim_to_json(claim) + "\n";
  return lines;
}

const std::string kArticle =
    "Tesla filed a lawsuit against Rivian on Monday. Later Sanofi filed a complaint against Bayer.";

}  // namespace

TEST_CASE("a relation needs four proposals of either kind") {
  ExampleScorer scorer;
  scorer.learn("sues", proposals(3, 30));
  CHECK(scorer.find("sues") == nullptr);
  scorer.learn("sues", proposals(30, 3));
  CHECK(scorer.find("sues") == nullptr);
  scorer.learn("sues", proposals(30, 0));
  CHECK(scorer.find("sues") == nullptr);
  scorer.learn("sues", proposals(4, 4));
  REQUIRE(scorer.find("sues") != nullptr);
  CHECK(scorer.find("supports") == nullptr);
}

TEST_CASE("what right proposals have raises, what wrong ones have lowers the confidence of the rule") {
  ExampleScorer scorer;
  scorer.learn("sues", proposals(4, 4));
  const LinearWeights& weights = scorer.find("sues")->weights;
  CHECK(probability(weights, proposal(true, "word lawsuit").features, 2) > 0.88);
  CHECK(probability(weights, proposal(false, "word complaint").features, 2) < ExampleScorer::kLeast);
  CHECK(confused(scorer.find("sues")->proposals) == 0);
  const auto most = heaviest(weights, 1);
  REQUIRE(most.size() == 1);
  CHECK(most.front().name == "word complaint");
}

TEST_CASE("examples that contradict one another cannot be told apart") {
  std::vector<Labelled> both(6, proposal(true, "word suit"));
  both.insert(both.end(), 6, proposal(false, "word suit"));
  ExampleScorer scorer;
  scorer.learn("sues", both);
  REQUIRE(scorer.find("sues") != nullptr);
  CHECK(std::abs(probability(scorer.find("sues")->weights, both.front().features, 2) - 0.5) < 0.1);
  CHECK(confused(both) >= 6);
}

TEST_CASE("of very many examples the first are enough") {
  ExampleScorer scorer;
  scorer.learn("sues", proposals(5000, 5000));
  REQUIRE(scorer.find("sues") != nullptr);
  CHECK(scorer.find("sues")->proposals.size() == 2 * ExampleScorer::kMostOfEach);
}

TEST_CASE("with few examples all is as without") {
  const RelationSchema schema = suing(4, 3);
  const auto learned = std::make_shared<const ExampleScorer>(learned_from(schema));
  CHECK(learned->find("sues") == nullptr);
  const std::string without = claims_of(schema, kArticle, nullptr);
  CHECK(without.find("Sanofi") != std::string::npos);
  CHECK(claims_of(schema, kArticle, learned) == without);
}

TEST_CASE("a claim that is like the wrong examples is left out") {
  const RelationSchema schema = suing(4, 4);
  const std::string claims =
      claims_of(schema, kArticle, std::make_shared<const ExampleScorer>(learned_from(schema)));
  CHECK(claims.find("Rivian") != std::string::npos);
  CHECK(claims.find("Sanofi") == std::string::npos);
}

TEST_CASE("the same examples teach the same bits") {
  const RelationSchema schema = suing(4, 4);
  const ExampleScorer one = learned_from(schema), other = learned_from(schema);
  REQUIRE(one.find("sues") != nullptr);
  CHECK(one.find("sues")->weights.table() == other.find("sues")->weights.table());
}

TEST_CASE("what extractors of a run share is learned once") {
  SharedExamples shared;
  const RelationSchema schema = suing(4, 4);
  const auto learned = shared.get(schema, Knowledge::built_in(), Model::built_in());
  CHECK(learned->find("sues") != nullptr);
  CHECK(shared.get(schema, Knowledge::built_in(), Model::built_in()) == learned);
  CHECK(SharedExamples().get(suing(4, 0), Knowledge::built_in(), Model::built_in())->find("sues") == nullptr);
}
