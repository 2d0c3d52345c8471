#include "claims/grammar/calendar.h"

#include "catch.h"

using newsgraph::names_day;

TEST_CASE("days, months and years say when") {
  for (const char* word : {"Thursday", "Sept.", "May", "yesterday", "Today", "2019", "1987"}) {
    INFO(word);
    CHECK(names_day(word));
  }
}

TEST_CASE("what only looks like a day does not") {
  for (const char* word : {"may", "march", "Thursdays", "2119", "12019", "201x", "Marchetti", ""}) {
    INFO(word);
    CHECK_FALSE(names_day(word));
  }
}
