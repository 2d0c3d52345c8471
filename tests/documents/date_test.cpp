#include "documents/date.h"

#include "catch.h"

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
                           "2023.03.16",
                           "16-Mar-2023",
                           "16-Mar-2023 10:00:00",
                           "16-MAR-23",
                           "Mar-16-2023",
                           "3/16/23",
                           "03/16/23 10:00",
                           "16.03.23",
                           "20230316101500",
                           "202303161015",
                           "1678924800",
                           "1678924800.5",
                           "1678924800123",
                           "1678924800123456",
                           "1678924800123456789",
                           "/Date(1678924800123)/",
                           "2023年3月16日 08:30",
                           "16\u00a0Mar\u00a02023",
                           "16 Mar 23 09:00 EST",
                           "Thu, 16 Mar 23 09:00:00 GMT",
                           "16 Mar '23",
                           "16mar2023:10:15:00",
                           "16/Mar/2023:10:15:00 +0000",
                           "16. März 2023",
                           "Donnerstag, 16. März 2023, 10:15 Uhr",
                           "16 mars 2023 à 10h15",
                           "16 de marzo de 2023",
                           "['2023-03-16']",
                           "'2023-03-16",
                           "datetime.datetime(2023, 3, 16, 10, 15)",
                           "Timestamp('2023-03-16 10:15:00')",
                           "Date: 2023-03-16",
                           "Published 16.03.2023",
                           "1.678924800e9",
                           "1.6789248E+12",
                           "Thu, 03/16/2023 - 10:15",
                           "Thursday 16/03/2023",
                           "10:15 | 16.03.2023",
                           "| 16/03/2023 a les 10:15h",
                           "10:15, 2023-03-16",
                           "Thursday 16 March 2023 10.15 GMT",
                           "Mar 16, '23",
                           "Mar 16, \u201923 10:15",
                           "https://a.example/world/2023/03/16/name-of-it.html",
                           "https://a.example/2023-03-16/name"}) {
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
  for (const char* text :
       {"", "yesterday", "03/04/2023", "2023-13-01", "2023-02-30", "31 April 2023", "16 March", "32.01.2023",
        "16 March 23", "16 March 2023 or 17 March 2023", "March or April 2023", "0000-01-01", "12345",
        "16/03/23", "March 272 2023", "2023年3月272日"}) {
    CAPTURE(text);
    CHECK(normalize_date(text).empty());
  }
  CHECK(normalize_date(std::string(1'000'000, '9')).empty());
}

TEST_CASE("a weekday tells which number is the month") {
  CHECK(normalize_date("Tue, 04/03/2018 - 17:57") == "2018-04-03");
  CHECK(normalize_date("Wed, 04/03/2018 - 17:57").empty());  // neither
  CHECK(normalize_date("Sunday 04/03/2018") == "2018-03-04");
  CHECK(normalize_date("Mon, 03/12/2018").empty());  // both
  CHECK(normalize_date("Mon, 01/01/2018") == "2018-01-01");
  CHECK(normalize_date("17:57 04/03/2018").empty());
  CHECK(normalize_date("17:57").empty());
}

TEST_CASE("both orders of one date agree") {
  CHECK(normalize_date("05/05/2023") == "2023-05-05");
  CHECK(normalize_date("05.04.2023") == "2023-04-05");
}

TEST_CASE("an order decides where a date has two readings") {
  CHECK(normalize_date("03/04/2023", DateOrder::kDayFirst) == "2023-04-03");
  CHECK(normalize_date("03/04/2023", DateOrder::kMonthFirst) == "2023-03-04");
  CHECK(normalize_date("03/04/23", DateOrder::kDayFirst) == "2023-04-03");
  CHECK(normalize_date("16/03/23", DateOrder::kDayFirst) == "2023-03-16");
  CHECK(normalize_date("03/16/2023", DateOrder::kDayFirst) == "2023-03-16");  // it has one only
  CHECK(shown_order("03/16/2023") == DateOrder::kMonthFirst);
  CHECK(shown_order("16/03/2023") == DateOrder::kDayFirst);
  CHECK(shown_order("2/19/18") == DateOrder::kMonthFirst);
  for (const char* text : {"03/04/2023", "16.03.2023", "05/05/2023", "16/03/23", "2023-03-16", "", "x"}) {
    CHECK(shown_order(text) == DateOrder::kUnknown);
  }
  CHECK(is_ambiguous_date("03/04/2023"));
  CHECK_FALSE(is_ambiguous_date("03/16/2023"));
  CHECK_FALSE(is_ambiguous_date("33/44/2023"));
}

TEST_CASE("two digits of a year are of this century or the last") {
  CHECK(normalize_date("31-Dec-68") == "2068-12-31");
  CHECK(normalize_date("31-Dec-69") == "1969-12-31");
}

TEST_CASE("addresses say the day or the month, or nothing") {
  CHECK(date_of_url("https://a.example/2018/02/name.html") == "2018-02");
  CHECK(date_of_url("https://a.example/2018/02/19/") == "2018-02-19");
  for (const char* url :
       {"https://a.example/1234/56/78", "https://a.example/2018", "https://a.example/20180219",
        "/2018/02/19/", "", "https://a.example/2018/13/01/x", "https://2018/02/"}) {
    CAPTURE(url);
    CHECK(date_of_url(url).empty());
  }
}

TEST_CASE("days of a spreadsheet are counted from 1900") {
  CHECK(date_of_serial("43150") == "2018-02-19");
  CHECK(date_of_serial("45001.4375") == "2023-03-16");
  for (const char* text : {"", "4315", "431500", "19999", "80001", "43150.x", "43150,5"})
    CHECK(date_of_serial(text).empty());
}

TEST_CASE("time stamps are days in UTC") {
  CHECK(date_of_timestamp(1678924800) == "2023-03-16");
  CHECK(date_of_timestamp(1678924800000) == "2023-03-16");
  CHECK(date_of_timestamp(1678924800123456789) == "2023-03-16");
  CHECK(date_of_timestamp(0).empty());
  CHECK(date_of_timestamp(-5).empty());
  CHECK(date_of_timestamp(9223372036854775807).empty());
}

TEST_CASE("parts of a date that stand apart are joined") {
  CHECK(joined_date("2023", "3", "16") == "2023-03-16");
  CHECK(joined_date("2023.0", "3.0", "16") == "2023-03-16");
  CHECK(joined_date("2023", "March", "") == "2023-03");
  CHECK(joined_date("2023", "", "") == "2023");
  CHECK(joined_date("", "3", "16").empty());
  CHECK(joined_date("2023", "2", "30").empty());
  CHECK(joined_date("2023", "x", "16").empty());
}
