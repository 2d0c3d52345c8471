// Which words show that a sentence may state something: what a table of weights makes of a sentence.
#include "claims/prefilter/stating_words.h"

#include <string>

#include "catch.h"
#include "language/split/split.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

StatingWords words() {
  return StatingWords::parse(
      R"({"format": "newsgraph stating words", "version": 1, "constant": -2, "least": 0,
    "weights": {"shame": 1.5, "a shame": 1, "0": 0.25, "élan": 3}})",
      "test");
}

double score(const std::string& text) {
  return words().score(split(text).front());
}

}  // namespace

TEST_CASE("a sentence has the sum of its words and pairs, each counted once, in any case") {
  CHECK(score("Nothing here.") == -2);
  CHECK(score("Shame!") == -0.5);
  CHECK(score("It is a shame.") == 0.5);
  CHECK(score("Shame, a Shame, a SHAME!") == 0.5);
  CHECK(score("ÉLAN") == 1);
}

TEST_CASE("numbers are alike") {
  CHECK(score("In 1999 and 2004.") == -1.75);
}

TEST_CASE("a sentence passes from the least score on") {
  CHECK_FALSE(words().may_state(split("Shame!").front()));
  CHECK(words().may_state(split("It is a shame.").front()));
}

TEST_CASE("what is no table of words is refused with its name") {
  for (const char* text : {"", "[]", "{}", R"({"constant": 1, "least": 2, "weights": {"a": "b"}})"})
    CHECK_THROWS_AS(StatingWords::parse(text, "broken.json"), Error);
}
