#include "support/limits.h"

#include "catch.h"
#include "support/error.h"

using namespace newsgraph;

TEST_CASE("sizes are written with the unit that divides them") {
  CHECK(format_size(16 << 20) == "16 MiB");
  CHECK(format_size(1000) == "1000 bytes");
  CHECK(format_size(std::uint64_t{3} << 30) == "3 GiB");
}

TEST_CASE("sizes are read with and without a unit") {
  CHECK(parse_size("1000") == 1000);
  CHECK(parse_size("64K") == 65536);
  CHECK(parse_size("16m") == 16u << 20);
  CHECK(parse_size("2GiB") == std::uint64_t{2} << 30);
}

TEST_CASE("what is no size is refused") {
  for (const char* text : {"", "K", "12X", "-1", "1.5M", "99999999999999999999", "99999999T", "12 M"}) {
    CHECK_THROWS_AS(parse_size(text), UsageError);
  }
}
