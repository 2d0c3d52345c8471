// Which words show that a sentence may state something: what a table of weights makes of a sentence.
#include "claims/prefilter/stating_words.h"

#include <string>

#include "catch.h"
#include "language/split/split.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

StatingWords words() {
  return {"# of the tests\n-200\tbias\n150\t1 shame\n100\t2 a shame\n25\t1 0\n300\t1 élan\n40\t1 bias\n",
          "test"};
}

int score(const std::string& text) {
  return words().score(split(text).front());
}

}  // namespace

TEST_CASE("a sentence has the sum of its words and pairs, each counted once, in any case") {
  CHECK(score("Nothing here.") == -200);
  CHECK(score("Shame!") == -50);
  CHECK(score("It is a shame.") == 50);
  CHECK(score("Shame, a Shame, a SHAME!") == 50);
  CHECK(score("ÉLAN") == 100);
  CHECK(score("Bias.") == -160);
}

TEST_CASE("numbers are alike") {
  CHECK(score("In 1999 and 2004.") == -175);
}

TEST_CASE("a sentence passes from nought on") {
  CHECK_FALSE(words().may_state(split("Shame!").front()));
  CHECK(words().may_state(split("It is a shame.").front()));
}

TEST_CASE("of a word that stands in the table twice the first weight counts") {
  const StatingWords twice("30\t1 shame\n-5\t1 shame", "twice");
  CHECK(twice.score(split("Shame!").front()) == 30);
}

TEST_CASE("what is no table of weights is refused") {
  for (const char* text : {"{}", "shame", "1.5", "x\t1 shame", "0\t1 shame", "7\t", "1000001\t1 shame",
                           "-2147483648\tbias", "2147483648\t1 shame"})
    CHECK_THROWS_AS(StatingWords(text, "broken.tsv"), Error);
}
