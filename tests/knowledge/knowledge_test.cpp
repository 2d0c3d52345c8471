#include <algorithm>
#include <string>

#include "catch.h"
#include "knowledge/knowledge.h"

using namespace newsgraph;

namespace {

const Knowledge& known() {
  return Knowledge::built_in();
}

bool means(std::string_view name, std::string_view id, SenseKind kind) {
  const auto senses = known().look_up(name);
  return std::any_of(senses.begin(), senses.end(),
                     [&](const Sense& sense) { return sense.entity->id == id && sense.kind == kind; });
}

std::string id_of(const KnownEntity* entity) {
  return entity == nullptr ? "" : entity->id;
}

}  // namespace

TEST_CASE("a state is known under all its names") {
  for (const char* name : {"US", "U.S.", "USA", "America", "the United States", "United States of America"}) {
    CAPTURE(name);
    CHECK(id_of(known().state(name)) == "united-states");
  }
  CHECK(id_of(known().state("Türkiye")) == "turkey");
  CHECK(id_of(known().state("British")) == "united-kingdom");
  CHECK(id_of(known().state("Britons")) == "united-kingdom");
  CHECK(id_of(known().state("Danes")) == "denmark");
  CHECK(id_of(known().state("EU")) == "european-union");
  CHECK(id_of(known().state("Burma")) == "myanmar");
}

TEST_CASE("common words are no states") {
  CHECK(known().state("us") == nullptr);
  CHECK(known().state("Us") == nullptr);
  CHECK(known().look_up("turkey").empty());
  CHECK(known().look_up("who").empty());
  CHECK(known().look_up("").empty());
  CHECK(known().look_up("A Name That No Table Has").empty());
}

TEST_CASE("a capital is a city, and its state's government") {
  CHECK(means("Beijing", "beijing", SenseKind::name));
  CHECK(means("Beijing", "china", SenseKind::capital));
  CHECK(means("Kiev", "ukraine", SenseKind::capital));
  CHECK(id_of(known().state("Beijing", true)) == "china");
  CHECK(known().state("Beijing") == nullptr);
  CHECK(id_of(known().unambiguous("Beijing")) == "beijing");
  CHECK_FALSE(means("Shanghai", "china", SenseKind::capital));
}

TEST_CASE("names that two entities share stay two") {
  CHECK(means("Georgia", "georgia", SenseKind::name));
  CHECK(means("Georgia", "georgia-us-state", SenseKind::name));
  CHECK(known().unambiguous("Georgia") == nullptr);
  CHECK(known().ambiguous("Georgia"));
  CHECK(known().ambiguous("Jordan"));
  CHECK(known().ambiguous("Apple"));
  CHECK(known().ambiguous("RSF"));
  CHECK_FALSE(known().ambiguous("France"));
  CHECK(known().state("Congolese") == nullptr);
}

TEST_CASE("bodies lead to their state") {
  const auto state_of = [](const char* id) {
    const KnownEntity* entity = known().find(id);
    return entity == nullptr ? "no " + std::string(id) : id_of(known().state_of(*entity));
  };
  CHECK(state_of("white-house") == "united-states");
  CHECK(state_of("united-states-senate") == "united-states");
  CHECK(state_of("kremlin") == "russia");
  CHECK(state_of("european-commission") == "european-union");
  CHECK(state_of("united-nations-security-council") == "united-nations");
  CHECK(state_of("vladimir-putin") == "russia");
  CHECK(state_of("crimea") == "ukraine");
  CHECK(state_of("china") == "china");
  CHECK(state_of("tiktok") == "");
  CHECK(known().find("no-such-entity") == nullptr);
}

TEST_CASE("acronyms need their case, longer ones do not") {
  CHECK(means("WHO", "world-health-organization", SenseKind::alias));
  CHECK_FALSE(means("Who", "world-health-organization", SenseKind::alias));
  CHECK(means("Nato", "nato", SenseKind::alias));
  CHECK(means("NATO", "nato", SenseKind::alias));
}
