#include "knowledge/word_lists.h"

#include "catch.h"

using namespace newsgraph;

namespace {

const WordLists& words() {
  return WordLists::built_in();
}

}  // namespace

TEST_CASE("nouns say what they head, in singular and plural, in any case") {
  CHECK(words().role("spokeswoman"));
  CHECK(words().role("Spokesmen"));
  CHECK(words().role("Secretary of State"));
  CHECK(words().role("ministers"));
  CHECK_FALSE(words().role("ministry"));
  CHECK(words().people_of("officials"));
  CHECK(words().people_of("authorities"));
  CHECK_FALSE(words().people_of("critics"));
  CHECK(words().body("ministry"));
  CHECK(words().body("embassies"));
  CHECK_FALSE(words().body("company"));
  CHECK_FALSE(words().body(""));
}

TEST_CASE("what may open a sentence right before a name") {
  CHECK(words().opening_adjective("Former"));
  CHECK_FALSE(words().opening_adjective("Formers"));
  CHECK_FALSE(words().opening_adjective("New"));
  CHECK(words().opening_noun("Conglomerate"));
  CHECK(words().share("Shares"));
  CHECK(words().share("stake"));
  CHECK_FALSE(words().share("Bonds"));
}

TEST_CASE("company suffixes, with and without dot") {
  for (const char* suffix : {"Inc.", "Inc", "Ltd", "PLC", "GmbH", "S.A.", "Corp.,", "AG"}) {
    CAPTURE(suffix);
    CHECK(words().company_suffix(suffix));
  }
  CHECK_FALSE(words().company_suffix("Bank"));
}

TEST_CASE("titles and given names tell the gender") {
  CHECK(words().title("President"));
  CHECK(words().title("Sen."));
  CHECK(words().title_gender("Mrs.") == Gender::female);
  CHECK(words().title_gender("King") == Gender::male);
  CHECK(words().title_gender("Dr") == Gender::unknown);
  CHECK(words().given_name("Maria") == Gender::female);
  CHECK(words().given_name("Vladimir") == Gender::male);
  CHECK(words().given_name("Robin") == Gender::both);
  CHECK(words().given_name("Kremlin") == Gender::unknown);
}

TEST_CASE("descriptions tell types") {
  CHECK(words().type_of("app") == "product");
  CHECK(words().type_of("companies") == "organization");
  CHECK(words().kind_of("company") == "company");
  CHECK(words().type_of("country") == "place");
  CHECK(words().kind_of("country") == "state");
  CHECK(words().type_of("newspaper") == "organization");
  CHECK(words().type_of("minister") == "person");
  CHECK(words().type_of("idea").empty());
}
