#include "decisions/corrected_claims.h"

#include "catch.h"
#include "claims/record/claim_json.h"
#include "decisions/decision_json.h"

using namespace newsgraph;

namespace {

Claim claim(const std::string& subject, const std::string& relation, const std::string& object) {
  Claim claim;
  claim.document.id = "d-1";
  for (const auto& [argument, name] :
       {std::pair(&claim.subject, subject), std::pair(&claim.object, object)}) {
    argument->name = argument->text = name;
    argument->type = "organization";
    argument->named = true;
  }
  claim.relation = relation;
  claim.evidence.text = subject + " " + relation + " " + object + ".";
  claim.id = claim_id(claim);
  return claim;
}

struct Corrected {
  std::vector<Claim> claims;
  std::vector<Entity> entities;
};

Corrected correct(std::vector<Claim> claims, const std::vector<std::string>& lines) {
  std::vector<Decision> made;
  for (const std::string& line : lines) made.push_back(decision_from_json(line, "test"));
  const Decisions decisions(std::move(made));
  const EntityResolver resolver(Knowledge::built_in());
  Corrected result{std::move(claims), {}};
  result.entities = ClaimCorrector(decisions, resolver).resolve(result.claims);
  CHECK(decisions.unused().empty());
  return result;
}

}  // namespace

TEST_CASE("a rejected claim goes, and no other") {
  const Corrected result =
      correct({claim("Orla", "owns", "Pim"), claim("Orla", "bans", "Pim")},
              {R"({"decision":"reject","sentence":"Orla owns Pim.","relation":"owns"})"});
  REQUIRE(result.claims.size() == 1);
  CHECK(result.claims[0].relation == "bans");
}

TEST_CASE("an edited claim keeps its id, and its arguments are resolved by their new names") {
  const Claim before = claim("Orla", "owns", "Pim");
  const Corrected result = correct(
      {before},
      {R"({"decision":"edit","claim":")" + before.id +
       R"(","set":{"subject":"Pim","object":"USA","relation":"bans","status":"planned","scope":"in May"}})"});
  REQUIRE(result.claims.size() == 1);
  const Claim& after = result.claims[0];
  CHECK(after.id == before.id);
  CHECK(after.subject.entity == "n_pim");
  CHECK(after.object.name == "United States");
  CHECK(after.object.text == "Pim");
  CHECK(after.relation == "bans");
  CHECK(after.status == Status::planned);
  CHECK(after.scope == "in May");
}

TEST_CASE("applying twice is applying once") {
  std::vector<Claim> claims = {claim("Orla", "owns", "Pim"), claim("Quux Ltd", "bans", "Orla")};
  const std::vector<std::string> lines = {
      R"({"decision":"edit","claim":")" + claims[0].id + R"(","set":{"subject":"Pim","object":"Orla"}})",
      R"({"decision":"merge","names":["Quux Ltd"],"into":"Pim"})"};
  const Corrected once = correct(claims, lines);
  std::vector<Claim> again = once.claims;
  std::vector<Decision> made{decision_from_json(lines[0], "test"), decision_from_json(lines[1], "test")};
  const Decisions decisions(std::move(made));
  ClaimCorrector(decisions, EntityResolver(Knowledge::built_in())).resolve(again);
  REQUIRE(again.size() == once.claims.size());
  for (std::size_t i = 0; i < again.size(); ++i)
    CHECK(claim_to_json(again[i]) == claim_to_json(once.claims[i]));
}

TEST_CASE("merged names are one entity, also names that only the tables give") {
  const Corrected result = correct({claim("Orla Media", "owns", "Pim"), claim("America", "bans", "Pim")},
                                   {R"({"decision":"merge","names":["Orla Media"],"into":"Orla"})",
                                    R"({"decision":"merge","names":["United States"],"into":"Quux"})"});
  REQUIRE(result.claims.size() == 2);
  CHECK(result.claims[0].subject.entity == "n_orla");
  CHECK(result.claims[0].subject.aliases == std::vector<std::string>{"Orla Media"});
  CHECK(result.claims[1].subject.entity == "n_quux");
}

TEST_CASE("ignored names go with their claims") {
  const Corrected result = correct(
      {claim("Monday", "owns", "Pim"), claim("America", "bans", "Pim")},
      {R"({"decision":"ignore","names":["Monday"]})", R"({"decision":"ignore","names":["United States"]})"});
  CHECK(result.claims.empty());
  CHECK(result.entities.empty());
}

TEST_CASE("what is decided about an edge counts for its claims, unless one is decided about itself") {
  const Claim first = claim("America", "bans", "Pim");
  Claim second = claim("U.S.", "bans", "Pim");
  const std::string edge =
      R"({"decision":"reject","edge":{"subject":"United States","relation":"bans","object":"Pim"}})";
  CHECK(correct({first, second}, {edge}).claims.empty());
  const Corrected kept =
      correct({first, second}, {edge, R"({"decision":"accept","claim":")" + second.id + "\"}"});
  REQUIRE(kept.claims.size() == 1);
  CHECK(kept.claims[0].id == second.id);
}

TEST_CASE("an edge is renamed") {
  const Corrected result = correct(
      {claim("Orla", "owns", "Pim")},
      {R"({"decision":"edit","edge":{"subject":"Orla","relation":"owns","object":"Pim"},"set":{"relation":"bans","object":"Quux"}})"});
  REQUIRE(result.claims.size() == 1);
  CHECK(result.claims[0].relation == "bans");
  CHECK(result.claims[0].object.entity == "n_quux");
}
