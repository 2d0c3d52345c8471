#include "documents/edition.h"

#include "catch.h"

using namespace newsgraph;

TEST_CASE("the last change of an article, in UTC where a time is said") {
  const std::pair<const char*, const char*> rows[] = {
      {"2026-05-04T10:15:00Z", "2026-05-04T10:15Z"},
      {"2026-05-04T23:30:00.125-02:00", "2026-05-05T01:30Z"},
      {"2026-05-04T00:10+0100", "2026-05-03T23:10Z"},
      {"2026-05-04 10:15", "2026-05-04T10:15Z"},
      {"2026-05-04", "2026-05-04"},
      {"4 May 2026", "2026-05-04"},
      {"2026-05-04T99:15:00Z", "2026-05-04"},
      {"2026-05-04T10", "2026-05-04"},
      {"2026-05-04T1015", "2026-05-04T10:15Z"},
      {"2026-05-04T1015+0100", "2026-05-04T09:15Z"},
      {"lately", ""},
      {"", ""},
  };
  for (const auto& [written, moment] : rows) {
    CAPTURE(written);
    CHECK(moment_of(written) == moment);
  }
}

TEST_CASE("the later of two copies, where it can be told") {
  const struct {
    const char* date;
    const char* modified;
    const char* other_date;
    const char* other_modified;
    int order;
  } rows[] = {
      {"2026-05-04", "", "2026-05-05", "", -1},
      {"2026-06-01", "", "2026-05-31", "", 1},
      {"2000-01-01", "", "2001-01-01", "", -1},
      {"2026-05-04", "2026-05-09", "2026-05-05", "2026-05-06", -1},  // the publication counts first
      {"2026-05-04", "2026-05-04T10:15Z", "2026-05-04", "2026-05-04T09:00Z", 1},
      {"2026-05-04", "2026-05-04", "2026-05-04", "2026-05-04T09:00Z", 0},  // of one day nothing is known
      {"2026-05-04", "2026-05-05", "2026-05-04", "2026-05-04T09:00Z", 1},
      {"2026-05", "", "2026-05-04", "", 0},
      {"2026-04", "", "2026-05-04", "", -1},
      {"2026", "", "2026-05-04", "", 0},
      {"2026-05-04", "", "2026-05-04", "2026-05-05", 0},
      {"", "", "2026-05-04", "", 0},
      {"", "2026-05-04", "", "2026-05-05", -1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.date, row.modified, row.other_date, row.other_modified);
    const Edition one = edition_of(row.date, row.modified);
    const Edition other = edition_of(row.other_date, row.other_modified);
    CHECK(compare(one, other) == row.order);
    CHECK(compare(other, one) == -row.order);
  }
}
