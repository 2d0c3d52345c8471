#include "entities/title.h"
#include "catch.h"

#include "catch.h"

using namespace newsgraph;

namespace {

TitledName take(std::string_view name) {
  return without_title(Knowledge::built_in(), name);
}

}  // namespace

TEST_CASE("titles are taken off") {
  CHECK(take("President Ilse Vandersloot").name == "Ilse Vandersloot");
  CHECK(take("Prime Minister Ilse Vandersloot").name == "Ilse Vandersloot");
  CHECK(take("Sen. Vandersloot").name == "Vandersloot");
  CHECK(take("Deputy Foreign Minister Ilse Vandersloot").name == "Ilse Vandersloot");
  CHECK(take("Secretary of State Ilse Vandersloot").name == "Ilse Vandersloot");
}

TEST_CASE("the state before a title is kept in mind") {
  for (const char* name :
       {"Dutch Prime Minister Ilse Vandersloot", "the Netherlands' Prime Minister Ilse Vandersloot"}) {
    CAPTURE(name);
    const TitledName titled = take(name);
    CHECK(titled.name == "Ilse Vandersloot");
    REQUIRE(titled.state != nullptr);
    CHECK(titled.state->id == "netherlands");
  }
}

TEST_CASE("a name without title comes back whole") {
  for (const char* name :
       {"Ilse Vandersloot", "Vandersloot", "Foreign Minister", "President", "Dutch Railways", ""}) {
    CAPTURE(name);
    CHECK(take(name).name == name);
    CHECK(take(name).state == nullptr);
  }
}
