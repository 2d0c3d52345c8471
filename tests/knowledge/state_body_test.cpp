#include <string>

#include "catch.h"
#include "knowledge/state_body.h"

using namespace newsgraph;

namespace {

std::optional<StateBody> parse(const char* name) {
  return parse_state_body(Knowledge::built_in(), name);
}

std::string name_of(const char* name) {
  const auto body = parse(name);
  return body ? body->name : "";
}

}  // namespace

TEST_CASE("one body has one name, however it is put") {
  CHECK(name_of("Kenyan Foreign Ministry") == "Kenyan Foreign Ministry");
  CHECK(name_of("Kenya's foreign ministry") == "Kenyan Foreign Ministry");
  CHECK(name_of("the Kenyan Ministry of Foreign Affairs") == "Kenyan Foreign Ministry");
  CHECK(name_of("Ministry of Foreign Affairs of the Republic of Kenya") == "Kenyan Foreign Ministry");
  CHECK(name_of("Peru's Ministry of Defence") == name_of("Peruvian defense ministry"));
  CHECK(name_of("Norwegian Ministry of Fisheries") == "Norwegian Fisheries Ministry");
}

TEST_CASE("governments and what is called so") {
  CHECK(name_of("the government of Canada") == "Canadian government");
  CHECK(name_of("Canada's federal government") == "Canadian government");
  CHECK(name_of("the Damascus regime") == "Syrian government");
  CHECK(name_of("the US administration") == "US government");
  const auto body = parse("the Hanoi government");
  REQUIRE(body);
  CHECK(body->state->id == "vietnam");
  CHECK(body->link == KnownLink::Relation::represents);
}

TEST_CASE("a parliament or an army is a part of its state, it does not speak for it") {
  const auto parliament = parse("Turkey's parliament");
  REQUIRE(parliament);
  CHECK(parliament->name == "Turkish parliament");
  CHECK(parliament->link == KnownLink::Relation::part_of);
  CHECK(name_of("Peruvian troops") == "Peruvian military");
  CHECK(name_of("Peruvian troops") == name_of("the Peruvian armed forces"));
}

TEST_CASE("an authority that is said to be one for something is a body of its state") {
  const auto authority = parse("Peru's consumer authority");
  REQUIRE(authority);
  CHECK(authority->name == "Peruvian Consumer Authority");
  CHECK(authority->link == KnownLink::Relation::part_of);
  CHECK(name_of("the Norwegian fisheries directorate") == "Norwegian fisheries directorate");
  CHECK(name_of("Bulgaria's energy authorities") == "Bulgaria");
  CHECK(name_of("Peru's authority") == "Peru");
}

TEST_CASE("an embassy keeps its place") {
  CHECK(name_of("Chinese embassy in London") == "Chinese embassy in London");
  CHECK(name_of("Chinese embassy in London") != name_of("Chinese embassy in Paris"));
}

TEST_CASE("people of a state stand for it") {
  for (const char* name :
       {"Chinese officials", "the Chinese authorities", "Chinese leaders", "Chinese senior officials"}) {
    CAPTURE(name);
    const auto people = parse(name);
    REQUIRE(people);
    CHECK(people->kind == StateBody::Kind::people);
    CHECK(people->state->id == "china");
    CHECK(people->name == "China");
  }
}

TEST_CASE("an administration is named after who leads it") {
  const auto biden = parse("the Joe Biden administration");
  REQUIRE(biden);
  CHECK(biden->kind == StateBody::Kind::administration);
  CHECK(biden->name == "Biden administration");
  CHECK(biden->state->id == "united-states");
  CHECK(name_of("Trump administration") == "Trump administration");
  CHECK(name_of("Modi's government") == "Modi administration");
}

TEST_CASE("what is no body of a state is left alone") {
  for (const char* name :
       {"Chinese firm", "Russian opposition", "Peruvian paramilitary forces", "Palestinian militants",
        "Boston Police Department", "Muslim Council of Britain", "Bank of America",
        "American Football League", "China", "Foreign Ministry", "Paris police",
        "Turkish President Recep Erdogan's government", "Zuckerberg administration", "German", ""}) {
    CAPTURE(name);
    CHECK_FALSE(parse(name));
  }
}

TEST_CASE("a body without state has a usual form") {
  CHECK(canonical_body("the Ministry of Foreign Affairs") == "foreign ministry");
  CHECK(canonical_body("Foreign Ministry") == "foreign ministry");
  CHECK(canonical_body("Parliament") == "parliament");
  CHECK(canonical_body("Greenpeace").empty());
  CHECK(canonical_body("").empty());
}
