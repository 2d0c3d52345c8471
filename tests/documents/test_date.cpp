#include "catch.h"
#include "documents/date.h"

using namespace newsgraph;

TEST_CASE("dates are read as they are written") {
  for (const char* text : {"2023-03-16",
                           "2023-03-16T10:00:00Z",
                           "2023-03-16T23:59:59-08:00",
                           "2023-03-16 10:00",
                           "20230316",
                           "2023/03/16",
                           "20230316T100000Z",
                           "16 March 2023",
                           "16th March, 2023",
                           "March 16, 2023",
                           "Mar. 16, 2023",
                           "MARCH 16 2023",
                           "Thursday, 16 March 2023",
                           "Thu, 16 Mar 2023 10:00:00 +0100",
                           "Thu Mar 16 10:00:00 2023",
                           "16 Mar 2023 10:00:00 GMT",
                           "March 16, 2023 at 10 p.m. EST",
                           "10:30 GMT, 16 March 2023",
                           "16.03.2023",
                           "16.3.2023",
                           "03/16/2023",
                           "16/03/2023",
                           "  2023-03-16\n",
                           "Published: March 16, 2023",
                           "2023.03.16"}) {
    CAPTURE(text);
    CHECK(normalize_date(text) == "2023-03-16");
  }
}

TEST_CASE("what is not said is not made up") {
  CHECK(normalize_date("2023") == "2023");
  CHECK(normalize_date("2023-03") == "2023-03");
  CHECK(normalize_date("March 2023") == "2023-03");
}

TEST_CASE("what has no reading, or two, is no date") {
  for (const char* text : {"", "yesterday", "03/04/2023", "2023-13-01", "2023-02-30", "31 April 2023",
                           "16 March", "32.01.2023", "16 March 23", "16 March 2023 or 17 March 2023",
                           "March or April 2023", "0000-01-01", "12345", "16/03/23"}) {
    CAPTURE(text);
    CHECK(normalize_date(text).empty());
  }
  CHECK(normalize_date(std::string(1'000'000, '9')).empty());
}

TEST_CASE("both orders of one date agree") {
  CHECK(normalize_date("05/05/2023") == "2023-05-05");
  CHECK(normalize_date("05.04.2023") == "2023-04-05");
}

TEST_CASE("time stamps are days in UTC") {
  CHECK(date_of_timestamp(1678924800) == "2023-03-16");
  CHECK(date_of_timestamp(1678924800000) == "2023-03-16");
  CHECK(date_of_timestamp(0).empty());
  CHECK(date_of_timestamp(-5).empty());
  CHECK(date_of_timestamp(9223372036854775807).empty());
}
