#include <algorithm>

#include "catch.h"
#include "resolved.h"

using namespace newsgraph;

namespace {

bool has_link(const std::vector<Entity>& entities, const std::string& id, const char* relation,
              const char* target) {
  return std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
    return entity.id == id &&
           std::any_of(entity.links.begin(), entity.links.end(), [&](const EntityLink& link) {
             return link.relation == relation && link.target == target;
           });
  });
}

bool contains(const std::vector<std::string>& names, const char* name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<Claim> resolve(std::vector<Claim> claims) {
  EntityResolver(Knowledge::built_in()).resolve(claims);
  return claims;
}

}  // namespace

TEST_CASE("pure names of a state are that state") {
  for (const char* name : {"US", "U.S.", "USA", "the United States", "America", "the Americans"}) {
    CAPTURE(name);
    CHECK(id_of(name, "place") == "n_united-states");
  }
}

TEST_CASE("a capital that acts is its state, also known by the capital") {
  const Argument beijing = resolved(argument("Beijing", "place"));
  CHECK(beijing.entity == "n_china");
  CHECK(beijing.name == "China");
  CHECK(beijing.type == "place");
  CHECK(beijing.text == "Beijing");
  CHECK(contains(beijing.aliases, "Beijing"));
  CHECK_FALSE(contains(beijing.aliases, "China"));
}

TEST_CASE("a capital that is owned or forbidden is the city") {
  const auto claims = resolve({claim(argument("Quillon Works"), "owns", argument("Vienna", "place")),
                               claim(argument("Quillon Works"), "denounces", argument("Vienna", "place"))});
  CHECK(claims[0].object.entity == "n_vienna");
  CHECK(claims[1].object.entity == "n_austria");
}

TEST_CASE("who acts for a state is kept apart from it, and linked") {
  std::vector<Claim> claims{claim(argument("White House"), "denounces", argument("Kremlin")),
                            claim(argument("Biden administration"), "bans", argument("Huawei")),
                            claim(argument("US government"), "bans", argument("ZTE"))};
  const auto entities = EntityResolver(Knowledge::built_in()).resolve(claims);
  CHECK(claims[0].subject.entity == "n_white-house");
  CHECK(claims[1].subject.entity == "n_biden-administration");
  CHECK(claims[2].subject.entity == "n_us-government");
  CHECK(has_link(entities, "n_white-house", "represents", "n_united-states"));
  CHECK(has_link(entities, "n_kremlin", "represents", "n_russia"));
  CHECK(has_link(entities, "n_biden-administration", "represents", "n_united-states"));
}

TEST_CASE("bodies without an entry are made from their state") {
  std::vector<Claim> claims{
      claim(argument("Kenya's Ministry of Foreign Affairs"), "denounces", argument("Malawi", "place")),
      claim(argument("Malawian parliament"), "bans", argument("Quillon Works"))};
  const auto entities = EntityResolver(Knowledge::built_in()).resolve(claims);
  CHECK(claims[0].subject.entity == "n_kenyan-foreign-ministry");
  CHECK(claims[0].subject.name == "Kenyan Foreign Ministry");
  CHECK(contains(claims[0].subject.aliases, "Kenya's Ministry of Foreign Affairs"));
  CHECK(has_link(entities, "n_kenyan-foreign-ministry", "represents", "n_kenya"));
  CHECK(has_link(entities, "n_malawian-parliament", "part_of", "n_malawi"));
  CHECK(id_of("the Kenyan foreign ministry") == "n_kenyan-foreign-ministry");
  CHECK(id_of("American government") == "n_us-government");
}

TEST_CASE("officials of a state are the state, also where they are no name") {
  CHECK(id_of("Chinese officials", "group") == "n_china");
  Argument officials = argument("Chinese officials", "group");
  officials.named = false;
  const Argument found = resolved(officials);
  CHECK(found.entity == "n_china");
  CHECK(found.named);
}

TEST_CASE("a spokesman without name stands for the body that he speaks for") {
  CHECK(id_of("Kremlin spokesman", "person") == "n_kremlin");
  CHECK(id_of("White House officials", "group") == "n_white-house");
  CHECK(id_of("Kenyan Foreign Ministry spokesperson", "person") == "n_kenyan-foreign-ministry");
  Argument unnamed = argument("a Huawei spokeswoman", "person");
  unnamed.named = false;
  CHECK(resolved(unnamed).entity.empty());  // "a": nobody in particular
  CHECK(id_of("Vandersloot spokesman", "person") == "n_vandersloot-spokesman");
}

TEST_CASE("what is no name stays as it is") {
  Argument critics = argument("critics", "group");
  critics.named = false;
  const Argument found = resolved(critics);
  CHECK(found.entity.empty());
  CHECK(found.name == "critics");
  CHECK_FALSE(found.named);
}

TEST_CASE("a company is one under its spellings") {
  for (const char* name : {"ByteDance", "Bytedance", "ByteDance Ltd.", "BYTEDANCE"}) {
    CAPTURE(name);
    CHECK(id_of(name) == "n_bytedance");
  }
  CHECK(id_of("Quillon Farms Inc") == id_of("Quillon Farms"));
  CHECK(id_of("ByteDance Farms") != "n_bytedance");
}

TEST_CASE("a company by its name is one entity where an analysis holds it for a person or a place") {
  for (const char* name : {"Quillon Holdings", "Quillon Ltd.", "Quillon GmbH", "Quillon Farms Group"}) {
    CAPTURE(name);
    CHECK(id_of(name, "person") == id_of(name, "organization"));
    CHECK(id_of(name, "place") == id_of(name, "organization"));
    CHECK(resolved(argument(name, "person")).type == "organization");
  }
  CHECK(resolved(argument("Ana Sa", "person")).type == "person");
  CHECK(id_of("Ana Sa", "person") == "n_ana-sa");
}

TEST_CASE("a titled person is the person") {
  CHECK(id_of("Turkish President Recep Tayyip Erdogan", "person") == "n_recep-tayyip-erdogan");
  std::vector<Claim> claims{
      claim(argument("Dutch Minister Ilse Vandersloot", "person"), "denounces", argument("Quillon Works"))};
  const auto entities = EntityResolver(Knowledge::built_in()).resolve(claims);
  CHECK(claims[0].subject.entity == "n_ilse-vandersloot");
  CHECK(has_link(entities, "n_ilse-vandersloot", "represents", "n_netherlands"));
}

TEST_CASE("a ministry without state belongs to the document") {
  auto other = claim(argument("Foreign Ministry"), "denounces", argument("Quillon Works"));
  other.document.id = "d-2";
  const std::string here = id_of("Foreign Ministry");
  const std::string there = resolve({other})[0].subject.entity;
  CHECK(here != there);

  const auto claims =
      resolve({claim(argument("Kenyan Foreign Ministry"), "denounces", argument("Quillon Works")),
               claim(argument("the Foreign Ministry"), "denounces", argument("Quillon Farms"))});
  CHECK(claims[1].subject.entity == claims[0].subject.entity);
}

TEST_CASE("resolving twice changes nothing") {
  const std::string text = "Georgia banned Quillon Works, the governor said in Atlanta.";
  std::vector<Claim> once{
      claim(argument("Georgia", "place"), "bans", argument("Quillon Works")),
      claim(argument("Beijing", "place"), "denounces", argument("U.S. officials", "group")),
      claim(argument("Foreign Ministry"), "denounces", argument("Tbilisi", "place"))};
  const EntityResolver resolver(Knowledge::built_in());
  resolver.resolve(once, text);
  std::vector<Claim> twice = once;
  resolver.resolve(twice);  // the text is gone, as in a file of claims
  REQUIRE(once.size() == 3);
  for (std::size_t i = 0; i < once.size(); ++i) {
    CAPTURE(i);
    CHECK(twice[i].subject.entity == once[i].subject.entity);
    CHECK(twice[i].subject.name == once[i].subject.name);
    CHECK(twice[i].subject.aliases == once[i].subject.aliases);
    CHECK(twice[i].object.entity == once[i].object.entity);
  }
  CHECK(once[0].subject.entity == "n_georgia-us-state");
}

TEST_CASE("a name that a reviewer edited is resolved anew") {
  Argument edited = argument("Huawei");
  edited.entity = "n_tiktok";
  CHECK(resolved(edited).entity == "n_huawei");
}

TEST_CASE("nobody denounces himself") {
  CHECK(resolve({claim(argument("Beijing", "place"), "denounces", argument("China", "place"))}).empty());
  auto row = claim(argument("Beijing", "place"), "denounces", argument("China", "place"));
  row.rule = "table";  // the user wrote it down
  CHECK(resolve({row}).size() == 1);
}

TEST_CASE("two names of one claim that differ by a company suffix stay two, whenever they are resolved") {
  auto claims = resolve({claim(argument("Vinhais"), "owns", argument("Vinhais Inc."))});
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].subject.entity == "n_vinhais");
  CHECK(claims[0].object.entity == "n_vinhais-inc");
  claims = resolve(claims);
  REQUIRE(claims.size() == 1);
  CHECK(claims[0].object.entity == "n_vinhais-inc");
}

TEST_CASE("a claim whose two arguments are one entity by another name is dropped") {
  CHECK(resolve({claim(argument("US", "place"), "owns", argument("United States", "place"))}).empty());
  CHECK(resolve({claim(argument("Vinhais"), "owns", argument("Vinhais"))}).empty());
}
