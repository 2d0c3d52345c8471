// Second names that a text gives: they are aliases of one argument, no claims of their own.
#include <algorithm>

#include "catch.h"
#include "claims/extractor.h"
#include "language/model.h"

using namespace newsgraph;

namespace {

std::vector<Claim> claims_of(const std::string& text) {
  ClaimExtractor extractor(RelationSchema::built_in(), Knowledge::built_in(), Analyzer(Model::built_in()));
  Document document;
  document.id = "alias";
  document.text = text;
  return extractor.extract(document);
}

bool has_alias(const Argument& argument, const std::string& alias) {
  return std::find(argument.aliases.begin(), argument.aliases.end(), alias) != argument.aliases.end();
}

}  // namespace

TEST_CASE("a former name in brackets is an alias") {
  const auto claims =
      claims_of("Vinhais Chemicals (formerly Amaral Chemicals) is a subsidiary of Tolmin Group.");
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].object.name == "Vinhais Chemicals");
  CHECK(has_alias(claims[0].object, "Amaral Chemicals"));
}

TEST_CASE("an acronym in brackets is an alias, and the pair is claimed once") {
  const auto claims = claims_of("Vinhais Asset Management (VAM) is a subsidiary of Tolmin Group.");
  REQUIRE(claims.size() == 1);
  CHECK(has_alias(claims[0].object, "VAM"));
}

TEST_CASE("another company in brackets is no alias") {
  const auto claims = claims_of("Orion Bank (Adria Group) is a subsidiary of Tolmin Group.");
  for (const Claim& claim : claims) CHECK_FALSE(has_alias(claim.object, "Adria Group"));
}
