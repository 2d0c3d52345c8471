// What the whole stage lets through.
#include "catch.h"
#include "stated.h"

using newsgraph::testing::stated_in;

TEST_CASE("of an owner and what it owns, read both ways, the likelier stays") {
  CHECK(stated_in("Rally, part-owned by Vega Group, grew.") ==
        std::vector<std::string>{"Vega Group owns Rally"});
}
