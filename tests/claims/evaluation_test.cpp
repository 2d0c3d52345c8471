#include "claims/gold/evaluation.h"

#include "catch.h"
#include "knowledge/knowledge.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

Claim claim(const std::string& subject, const std::string& relation, const std::string& object,
            Status status = Status::asserted) {
  Claim claim;
  claim.document.id = "d";
  claim.subject.name = subject;
  claim.relation = relation;
  claim.object.name = object;
  claim.status = status;
  return claim;
}

Gold gold_of(const std::string& line) {
  Gold gold;
  read_gold_line(line, "gold.jsonl:1", gold);
  return gold;
}

bool same(const char* a, const char* b) {
  return same_name(a, b, Knowledge::built_in());
}

}  // namespace

TEST_CASE("Names are the same whatever their case, marks, articles and company suffixes") {
  CHECK(same("the Société Générale", "societe generale"));
  CHECK(same("ByteDance Ltd.", "Bytedance"));
  CHECK(same("China's Commerce Ministry", "China Commerce Ministry"));
  CHECK(same("U.S.", "United States"));
  CHECK(same("Biden", "Joe Biden"));
  CHECK_FALSE(same("Biden", "Joe Robinette Biden"));
  CHECK_FALSE(same("Bank of China", "Bank of Japan"));
  CHECK_FALSE(same("", "China"));
}

TEST_CASE("Hits, misses, spurious claims and status are counted by relation") {
  const Gold gold = gold_of(
      R"({"id": "d", "claims": [
        {"subject": ["China", "Beijing"], "relation": "bans", "object": ["TikTok"], "status": "planned"},
        {"subject": ["A"], "relation": "owns", "object": ["B"]},
        {"subject": "critics", "relation": "denounces", "object": "B", "core": false}]})");
  const Evaluation result = evaluate(
      gold,
      {{"d",
        {claim("Beijing", "bans", "TikTok"), claim("X", "owns", "Y"), claim("critics", "denounces", "B")}}},
      Knowledge::built_in());
  CHECK(result.by_relation.at("bans").hits == 1);
  CHECK(result.by_relation.at("bans").status == 0);
  CHECK(result.by_relation.at("owns").spurious == 1);
  CHECK(result.by_relation.at("owns").hits == 0);
  CHECK(result.by_relation.at("denounces").gold_core == 0);
  const Tally total = result.total();
  CHECK(total.gold == 3);
  CHECK(total.gold_core == 2);
  CHECK(core_scores(total).precision == 0.5);
  CHECK(core_scores(total).recall == 0.5);
  CHECK(all_scores(total).f1 == Approx(2.0 / 3));
  REQUIRE(result.missed.size() == 1);
  CHECK(result.missed.front().claim.subject.front() == "A");
}

TEST_CASE("A gold claim is matched once, and a repetition counts neither way") {
  const Gold gold =
      gold_of(R"({"id": "d", "claims": [{"subject": "Acme", "relation": "owns", "object": "Bolt"}]})");
  const Evaluation result =
      evaluate(gold,
               {{"d", {claim("Acme", "owns", "Bolt"), claim("the Acme", "owns", "Bolt")}},
                {"other", {claim("Acme", "owns", "Bolt")}}},
               Knowledge::built_in());
  CHECK(result.total().hits == 1);
  CHECK(result.total().spurious == 0);
  CHECK(result.unknown_documents == std::vector<std::string>{"other"});
}

TEST_CASE("A gold line that is not right is refused with its place") {
  CHECK_THROWS_AS(gold_of("{"), Error);
  CHECK_THROWS_AS(gold_of(R"({"id": "d"})"), Error);
  CHECK_THROWS_AS(gold_of(R"({"id": "d", "claims": [{"relation": "owns"}]})"), Error);
  CHECK_THROWS_AS(
      gold_of(
          R"({"id": "d", "claims": [{"subject": "A", "relation": "owns", "object": "B", "status": "?"}]})"),
      Error);
}
