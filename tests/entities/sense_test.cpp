#include "catch.h"
#include "resolved.h"

using namespace newsgraph;

TEST_CASE("Georgia is the country or the US state, as the text has it") {
  CHECK(id_of("Georgia", "place", "Georgia condemned the shelling near Tbilisi.") == "n_georgia");
  CHECK(id_of("Georgia", "place", "Georgia banned the drug, the governor said in Atlanta.") ==
        "n_georgia-us-state");
  CHECK(id_of("Georgia", "place", "") == "n_georgia");
}

TEST_CASE("a person is no place of the same name") {
  CHECK(id_of("Washington", "person") == "n_washington");
  CHECK(id_of("Jordan", "person") == "n_jordan-person");
  CHECK(id_of("Chad", "person") == "n_chad-person");
  CHECK(id_of("Jordan", "place") == "n_jordan");
}

TEST_CASE("a company is no common word and no place") {
  CHECK(id_of("Apple", "organization") == "n_apple");
  CHECK(id_of("Apple", "product") == "n_apple");
  CHECK(id_of("Amazon", "organization") == "n_amazon");
  CHECK(id_of("Amazon", "place") == "n_amazon-place");
  CHECK(id_of("Orange", "organization") == "n_orange-company");
}

TEST_CASE("a name that is not ambiguous keeps its meaning where the language analysis errs") {
  CHECK(id_of("Hamas", "person") == "n_hamas");
  CHECK(id_of("Codelco", "person") == "n_codelco");
  CHECK(id_of("China", "organization") == "n_china");
}

TEST_CASE("one acronym of two organisations needs context") {
  CHECK(id_of("RSF", "organization", "The RSF attacked El Fasher, the Sudanese army said.") ==
        "n_rapid-support-forces");
  CHECK(id_of("RSF", "organization", "RSF condemned the arrest of the journalist.") ==
        "n_reporters-without-borders");
}

TEST_CASE("a surname stands for a known person only where no other has it") {
  CHECK(id_of("Trump", "person") == "n_donald-trump");
  std::vector<Claim> claims{
      claim(argument("Trump", "person"), "denounces", argument("Ivanka Trump", "person"))};
  EntityResolver(Knowledge::built_in()).resolve(claims);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].subject.entity != "n_donald-trump");
  CHECK(id_of("Xi", "person") != "n_xi-jinping");  // many are called so
  CHECK(id_of("Xi Jinping", "person") == "n_xi-jinping");
}
