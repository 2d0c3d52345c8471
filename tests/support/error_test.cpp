#include "support/error.h"

#include "catch.h"

using namespace newsgraph;

TEST_CASE("an error says where, what and what to do") {
  CHECK(Error("is empty", "a.txt").message() == "a.txt: is empty");
  CHECK(Error("is empty").message() == "is empty");
  CHECK(Error("too large", "a.txt:3", "Raise the limit.").message() ==
        "a.txt:3: too large. Raise the limit.");
}

TEST_CASE("a wrong call is an error of its own kind") {
  CHECK_THROWS_AS(throw UsageError("no such option"), UsageError);
  CHECK_THROWS_AS(throw UsageError("no such option"), Error);
}
