// Where names begin and end, and what they are called.
#include "catch.h"
#include "stated.h"

using newsgraph::testing::states;

TEST_CASE("no-break spaces hold a name together like spaces") {
  CHECK(states("The\u00a0Canadian\u00a0government banned TikTok.", "Canadian government bans TikTok"));
  CHECK(states("Orion\u202fMining\u00a0Ltd. owns Vega Shipping.", "Orion Mining Ltd. owns Vega Shipping"));
}

TEST_CASE("a company is called without the place that has it") {
  CHECK(states("Germany's Deutsche Post owns DHL.", "Deutsche Post owns DHL"));
}

TEST_CASE("a ministry is called with its state") {
  CHECK(states("Turkey's Foreign Ministry denounced Israel.", "Turkish Foreign Ministry denounces Israel"));
}

TEST_CASE("the first word of a company's name stands for it") {
  CHECK(states("Lusenga Copper Ltd. had a good year. Orion Holdings bought Lusenga in March.",
               "Orion Holdings owns Lusenga Copper Ltd."));
}
