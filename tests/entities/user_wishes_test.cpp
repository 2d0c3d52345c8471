// A user's entity file decides over everything.
#include "catch.h"
#include "resolved.h"

using namespace newsgraph;

namespace {

// A small table of ours with the user's over it.
Knowledge with(const char* user) {
  const Knowledge::Source sources[] = {{R"({"entities": [
    {"id": "zedia", "name": "Zedia", "type": "place", "kind": "state", "adjectives": ["Zedian"], "capitals": ["zed-city"]},
    {"id": "zed-city", "name": "Zed City", "type": "place", "kind": "city", "part_of": ["zedia"]},
    {"id": "quillon", "name": "Quillon", "type": "organization", "aliases": ["Quillon Works"]}]})",
                                        "tables"},
                                       {user, "user"}};
  return Knowledge::from_json(sources);
}

}  // namespace

TEST_CASE("two names become one entity") {
  const Knowledge known = with(R"({"entities": [{"name": "Vander Mills", "same_as": "Quillon"}]})");
  const Argument found = resolved(argument("Vander Mills"), "", known);
  CHECK(found.entity == "n_quillon");
  CHECK(found.name == "Quillon");
}

TEST_CASE("one entity becomes two") {
  const Knowledge apart =
      with(R"({"never_merge": [["Quillon", "Quillon Works"], ["Vander Ltd", "Vander Inc"]]})");
  CHECK(resolved(argument("Quillon Works"), "", apart).entity !=
        resolved(argument("Quillon"), "", apart).entity);
  CHECK(resolved(argument("Vander Ltd"), "", apart).entity !=
        resolved(argument("Vander Inc"), "", apart).entity);
  const Knowledge plain = with("{}");
  CHECK(resolved(argument("Quillon Works"), "", plain).entity ==
        resolved(argument("Quillon"), "", plain).entity);
  CHECK(resolved(argument("Vander Ltd"), "", plain).entity ==
        resolved(argument("Vander Inc"), "", plain).entity);
}

TEST_CASE("an ignored name takes its claims with it") {
  const Knowledge known = with(R"({"ignore": ["Staff Reporter"]})");
  std::vector<Claim> claims{claim(argument("Staff Reporter"), "denounces", argument("Zedia", "place")),
                            claim(argument("Quillon"), "denounces", argument("Staff Reporter")),
                            claim(argument("Quillon"), "denounces", argument("Zedia", "place"))};
  EntityResolver(known).resolve(claims);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].object.entity == "n_zedia");
}

TEST_CASE("a capital can be made a mere city") {
  CHECK(resolved(argument("Zed City", "place"), "", with("{}")).entity == "n_zedia");
  const Knowledge known = with(R"({"entities": [{"id": "zed-city", "name": "Zed City"}]})");
  CHECK(resolved(argument("Zed City", "place"), "", known).entity == "n_zed-city");
}

TEST_CASE("an entity is renamed and retyped") {
  const Knowledge known =
      with(R"({"entities": [{"id": "quillon", "name": "Quillon Group", "type": "product"}]})");
  const Argument found = resolved(argument("Quillon Works"), "", known);
  CHECK(found.entity == "n_quillon");
  CHECK(found.name == "Quillon Group");
  CHECK(found.type == "product");
}
