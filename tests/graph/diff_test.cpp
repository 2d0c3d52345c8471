#include "graph/diff.h"

#include "graph/chain.h"

namespace newsgraph {

using test::build;
using test::chain;
using test::claim;

TEST_CASE("a difference names what came, went and changed") {
  std::vector<Claim> claims = chain();
  const Graph older = build(claims);
  CHECK(difference(older, older).empty());
  claims[2].status = Status::asserted;
  claims.pop_back();
  claims.erase(claims.begin());
  claims.push_back(claim({.subject = "n_x", .relation = "bans", .object = "n_a"}));
  const Difference result = difference(older, build(claims));
  REQUIRE(result.edges_gained.size() == 1);
  CHECK(result.edges_gained[0].subject == "n_x");
  REQUIRE(result.edges_lost.size() == 1);
  CHECK(result.edges_lost[0].object_name == "b");
  REQUIRE(result.edges_changed.size() == 2);
  CHECK(result.edges_changed[0].fields == std::vector<std::string>{"weight", "last_date"});
  CHECK(result.edges_changed[1].fields == std::vector<std::string>{"status"});
  CHECK(result.edges_changed[1].before.status == "planned");
  CHECK(result.nodes_gained.size() == 1);
  CHECK(result.nodes_lost.empty());
  CHECK(result.claims_gained.size() == 2);
  CHECK(result.claims_lost.size() == 3);
}

}  // namespace newsgraph
