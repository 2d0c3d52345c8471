#include "cli/suggestion.h"

#include "catch.h"

using namespace newsgraph::cli;

TEST_CASE("A mistyped word gets the nearest known one, a strange one the general advice") {
  const std::vector<std::string> known{"export", "explain", "stats"};
  CHECK(suggestion("exprt", known, "See help.") == "Did you mean \"export\"?");
  CHECK(suggestion("stat", known, "See help.") == "Did you mean \"stats\"?");
  CHECK(suggestion("frobnicate", known, "See help.") == "See help.");
}
