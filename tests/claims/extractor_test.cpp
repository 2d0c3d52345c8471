// What the whole stage lets through.
#include "catch.h"
#include "stated.h"

using newsgraph::testing::stated_in;

TEST_CASE("of an owner and what it owns, read both ways, the likelier stays") {
  CHECK(stated_in("Rally, part-owned by Vega Group, grew.") ==
        std::vector<std::string>{"Vega Group owns Rally"});
}

TEST_CASE("a noun with a name of its own is one more of the list") {
  CHECK(stated_in("The African Union, the bank Dexia, and Ghana condemned Peru.") ==
        std::vector<std::string>{"African Union denounces Peru", "Dexia denounces Peru",
                                 "Ghana denounces Peru"});
  CHECK(stated_in("Peru condemned Mara Velasco, her son Ilja, and Ghana.").size() == 3);
}
