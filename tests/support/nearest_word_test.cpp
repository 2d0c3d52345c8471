#include <array>

#include "catch.h"
#include "support/nearest_word.h"

using namespace newsgraph;

TEST_CASE("The edit distance counts insertions, deletions, replacements and changed places") {
  CHECK(edit_distance("", "") == 0);
  CHECK(edit_distance("export", "export") == 0);
  CHECK(edit_distance("exprot", "export") == 1);
  CHECK(edit_distance("stat", "stats") == 1);
  CHECK(edit_distance("abc", "") == 3);
}

TEST_CASE("Behind a sentence stands the nearest word, or nothing") {
  constexpr std::array<std::string_view, 3> known{"asserted", "ended", "denied"};
  CHECK(did_you_mean("assertd", known) == " Did you mean \"asserted\"?");
  CHECK(did_you_mean("denyed", known, ".") == ". Did you mean \"denied\"?");
  CHECK(did_you_mean("frobnicated", known, ".").empty());
  CHECK(nearest_word("", known).empty());
  CHECK(nearest_word(std::string(100'000, 'e'), known).empty());
}

TEST_CASE("A mistyped word gets the nearest known one, a strange one the general advice") {
  const std::vector<std::string> known{"export", "explain", "stats"};
  CHECK(suggestion("exprt", known, "See help.") == "Did you mean \"export\"?");
  CHECK(suggestion("stat", known, "See help.") == "Did you mean \"stats\"?");
  CHECK(suggestion("frobnicate", known, "See help.") == "See help.");
}
