#include <string>

#include "catch.h"
#include "support/error.h"
#include "support/json.h"

using namespace newsgraph;

TEST_CASE("an error in JSON is found by line and column") {
  try {
    parse_json("{\n  \"a\": 1,\n  b\n}", "f.json");
    FAIL("accepted");
  } catch (const Error& error) {
    CHECK(error.where() == "f.json:3:3");
    CHECK(std::string(error.what()).find("json.exception") == std::string::npos);
  }
}

TEST_CASE("nesting has a limit, in strings it does not count") {
  CHECK(parse_json(std::string(64, '[') + std::string(64, ']'), "f").is_array());
  CHECK_THROWS_AS(parse_json(std::string(65, '[') + std::string(65, ']'), "f"), Error);
  CHECK_THROWS_AS(parse_json(std::string(10'000'000, '['), "f"), Error);
  CHECK(parse_json("\"" + std::string(100, '[') + "\\\"[\"", "f").is_string());
}

TEST_CASE("ordered JSON keeps the order of its keys") {
  CHECK(parse_ordered_json(R"({"b":1,"a":2})", "f").dump() == R"({"b":1,"a":2})");
}

TEST_CASE("positions count from one") {
  CHECK(position_of("ab\ncd", 4).line == 2);
  CHECK(position_of("ab\ncd", 4).column == 2);
  CHECK(position_of("", 0).column == 1);
}
