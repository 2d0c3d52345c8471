#include "support/progress.h"

#include "catch.h"
#include "support/error.h"

using namespace newsgraph;

TEST_CASE("the bar shows the share, the speed and the time left") {
  CHECK(format_progress({12, 5'000'000, 10'000'000, 2.0}) ==
        "[##########..........] 50%  12 documents  2.5 MB/s  0:02 left");
}

TEST_CASE("without a known size there is no share") {
  CHECK(format_progress({1, 1'000'000, 0, 1.0}) == "1 document  1.0 MB/s");
}

TEST_CASE("long work has hours, and nothing exceeds all") {
  CHECK(format_progress({0, 1'000'000, 7201'000'000, 1.0}).find("2:00:00 left") != std::string::npos);
  CHECK(format_progress({0, 30, 20, 1.0}).find("100%") != std::string::npos);
  CHECK(format_progress({0, 0, 20, 0.0}).find("left") == std::string::npos);
}

TEST_CASE("progress modes have names") {
  CHECK(parse_progress_mode("auto") == ProgressMode::kAuto);
  CHECK(parse_progress_mode("never") == ProgressMode::kNever);
  CHECK_THROWS_AS(parse_progress_mode("sometimes"), UsageError);
}
