// The project's own evaluation set (docs/gold.md) through the whole extraction: fails when it gets worse.
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "catch.h"
#include "claims/examples.h"
#include "claims/extractor.h"
#include "claims/gold/evaluation.h"
#include "claims/gold/gold.h"
#include "language/model.h"

using namespace newsgraph;

namespace {

const std::string kGold = std::string(NEWSGRAPH_SOURCE_DIR) + "/tests/gold/";

Document document_of(const nlohmann::json& json) {
  Document document;
  document.id = json.at("id");
  document.title = json.value("title", "");
  document.date = json.value("date", "");
  if (!document.title.empty()) {
    document.text = document.title + "\n\n";
    document.body = document.text.size();
  }
  document.text += json.at("text").get<std::string>();
  return document;
}

Evaluation evaluate_set(const std::string& name) {
  ClaimExtractor extractor(RelationSchema::built_in(), Knowledge::built_in(), Analyzer(Model::built_in()));
  std::map<std::string, std::vector<Claim>> claims;
  std::ifstream documents(kGold + name + ".docs.jsonl");
  REQUIRE(documents);
  for (std::string line; std::getline(documents, line);) {
    const Document document = document_of(nlohmann::json::parse(line));
    claims[document.id] = extractor.extract(document);
  }
  Gold gold;
  std::ifstream answers(kGold + name + ".gold.jsonl");
  REQUIRE(answers);
  for (std::string line; std::getline(answers, line);) read_gold_line(line, name, gold);
  return evaluate(gold, claims, Knowledge::built_in());
}

void report(const Evaluation& evaluation) {
  for (const auto& [relation, tally] : evaluation.by_relation) {
    const Scores core = core_scores(tally);
    UNSCOPED_INFO(relation << ": core precision " << core.precision << ", recall " << core.recall << ", F1 "
                           << core.f1 << ", status " << status_share(tally));
  }
  for (const auto& miss : evaluation.missed) {
    UNSCOPED_INFO("missed " << miss.document << ": " << miss.claim.subject.front() << " "
                            << miss.claim.relation << " " << miss.claim.object.front());
  }
  for (const Claim& claim : evaluation.spurious) {
    UNSCOPED_INFO("invented " << claim.document.id << ": " << claim.subject.name << " " << claim.relation
                              << " " << claim.object.name);
  }
}

}  // namespace

TEST_CASE("single sentences for every construction") {
  const Evaluation evaluation = evaluate_set("sentences");
  report(evaluation);
  const Scores core = core_scores(evaluation.total());
  CHECK(core.f1 >= 0.87);
  CHECK(core.precision >= 0.93);
  CHECK(status_share(evaluation.total()) >= 0.93);
}

TEST_CASE("sentences as the news writes them") {
  const Evaluation evaluation = evaluate_set("news");
  report(evaluation);
  const Scores core = core_scores(evaluation.total());
  CHECK(core.f1 >= 0.89);
  CHECK(core.precision >= 0.91);
}

TEST_CASE("short documents") {
  const Evaluation evaluation = evaluate_set("documents");
  report(evaluation);
  CHECK(core_scores(evaluation.total()).f1 >= 0.72);
  CHECK(core_scores(evaluation.total()).precision >= 0.85);
}

TEST_CASE("little in the graph of the sample articles is wrong") {
  const Evaluation evaluation = evaluate_set("sample");
  report(evaluation);
  CHECK(evaluation.spurious.size() <= 8);
  CHECK(core_scores(evaluation.total()).recall >= 0.72);
}

TEST_CASE("the examples of every schema that ships hold") {
  for (const char* name : {"owns-bans-denounces", "supports-sues-sanctions", "employs-leads"}) {
    const auto schema =
        RelationSchema::load(std::string(NEWSGRAPH_SOURCE_DIR) + "/data/relations/" + name + ".json");
    const auto learned = SharedExamples().get(schema, Knowledge::built_in(), Model::built_in());
    ClaimExtractor extractor(schema, Knowledge::built_in(), Analyzer(Model::built_in()), learned);
    const auto results = run_examples(schema, extractor);
    CHECK(results.size() >= 7);
    for (const ExampleResult& result : results) {
      INFO(name << ": " << result.example.text);
      CHECK(result.passed);
    }
  }
}
