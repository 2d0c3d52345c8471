#include <algorithm>

#include "catch.h"
#include "entities/entity_table.h"
#include "entities/resolver.h"

using namespace newsgraph;

namespace {

Entity mention(const char* id, const char* name, const char* type = "organization") {
  return {id, name, type, {}, {}};
}

const Entity* find(const std::vector<Entity>& entities, const char* id) {
  const auto at =
      std::find_if(entities.begin(), entities.end(), [&](const Entity& entity) { return entity.id == id; });
  return at == entities.end() ? nullptr : &*at;
}

std::vector<Entity> collected(const std::vector<Entity>& mentions) {
  EntityTable table(Knowledge::built_in());
  table.add(mentions);
  return table.entities();
}

}  // namespace

TEST_CASE("the most frequent name is shown, the first in byte order among equals") {
  std::vector<Entity> mentions{mention("n_quillon", "QUILLON"), mention("n_quillon", "Quillon"),
                               mention("n_quillon", "Quillon"), mention("n_zed", "ZED"),
                               mention("n_zed", "Zed")};
  for (int turn = 0; turn < 2; ++turn) {
    const auto entities = collected(mentions);
    REQUIRE(entities.size() == 2);
    CHECK(entities[0].name == "Quillon");
    CHECK(entities[0].aliases == std::vector<std::string>{"QUILLON"});
    CHECK(entities[1].name == "ZED");
    std::reverse(mentions.begin(), mentions.end());
  }
}

TEST_CASE("a known entity has the name of the tables") {
  const auto entities = collected({mention("n_bytedance", "Bytedance"), mention("n_bytedance", "Bytedance")});
  REQUIRE(find(entities, "n_bytedance") != nullptr);
  CHECK(find(entities, "n_bytedance")->name == "ByteDance");
}

TEST_CASE("whom an entity stands for is there, too") {
  std::vector<Claim> claims(1);
  claims[0].subject.name = claims[0].subject.text = "US Senate";
  claims[0].subject.named = true;
  claims[0].relation = "bans";
  claims[0].object.name = claims[0].object.text = "Quillon Works";
  claims[0].object.named = true;
  EntityTable table(Knowledge::built_in());
  table.add(EntityResolver(Knowledge::built_in()).resolve(claims));
  const auto entities = table.entities();
  REQUIRE(find(entities, "n_united-states-senate") != nullptr);
  REQUIRE(find(entities, "n_united-states-congress") != nullptr);
  REQUIRE(find(entities, "n_united-states") != nullptr);
  CHECK(find(entities, "n_united-states")->type == "place");
  CHECK(find(entities, "n_china") == nullptr);
  CHECK(std::is_sorted(entities.begin(), entities.end(),
                       [](const Entity& a, const Entity& b) { return a.id < b.id; }));
}
