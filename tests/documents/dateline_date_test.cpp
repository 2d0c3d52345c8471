#include "documents/date.h"

#include "catch.h"

using namespace newsgraph;

TEST_CASE("a dateline dates an article") {
  CHECK(date_of_dateline("LONDON, November 22, 2025 - The owner has agreed.") == "2025-11-22");
  CHECK(date_of_dateline("TOKYO/PITTSBURGH, June 18, 2025 (Wire) -- The firm said.") == "2025-06-18");
  CHECK(date_of_dateline("\nThursday, August 29, 2019\n\nThe firm said.") == "2019-08-29");
  CHECK(date_of_dateline("PARIS, le Marais, 3 May 2021 — The firm said.") == "2021-05-03");
}

TEST_CASE("a date further on, or half a date, dates nothing") {
  CHECK(date_of_dateline("The owner agreed on November 22, 2025 - and paid.").empty());
  CHECK(date_of_dateline("LONDON (Wire) - On November 22, 2025 the owner agreed.").empty());
  CHECK(date_of_dateline("LONDON, 2025 - The owner agreed.").empty());
  CHECK(date_of_dateline("").empty());
  CHECK(date_of_dateline("LONDON, " + std::string(500, 'x') + ", May 3, 2021 - The owner").empty());
}
