// The built-in tables themselves.
#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "catch.h"
#include "knowledge/knowledge.h"
#include "knowledge/knowledge_file.h"
#include "knowledge/name_key.h"
#include "support/input_file.h"

using namespace newsgraph;

namespace {

const Knowledge& known() {
  return Knowledge::built_in();
}

std::filesystem::path table(const std::string& name) {
  return std::filesystem::path(NEWSGRAPH_SOURCE_DIR) / "data/knowledge" / (name + ".json");
}

constexpr const char* kTables[] = {"states", "bodies", "places", "cities", "groups", "companies", "people"};

}  // namespace

TEST_CASE("ids are unique and sorted within each table") {
  std::set<std::string> all;
  for (const char* name : kTables) {
    CAPTURE(name);
    std::vector<KnowledgeProblem> problems;
    const KnowledgeFile file = read_knowledge_json(read_file(table(name).string()), name, problems);
    CHECK(problems.empty());
    REQUIRE(file.entries.size() > 100);
    std::string last;
    for (const EntityEntry& entry : file.entries) {
      CAPTURE(entry.entity.id);
      CHECK(last < entry.entity.id);
      CHECK(all.insert(entry.entity.id).second);
      last = entry.entity.id;
    }
  }
  CHECK(all.size() == known().entities().size());
}

TEST_CASE("one entity stands on each line, written as the tables are") {
  for (const char* name : kTables) {
    CAPTURE(name);
    std::vector<KnowledgeProblem> problems;
    const std::string text = read_file(table(name).string());
    const KnowledgeFile file = read_knowledge_json(text, name, problems);
    std::size_t line = 0;
    for (const EntityEntry& entry : file.entries) {
      CAPTURE(entry.entity.id);
      CHECK(entry.line == (line == 0 ? entry.line : line + 1));
      line = entry.line;
    }
  }
}

TEST_CASE("every state has an adjective, a capital and an ISO code, or a reason") {
  const std::set<std::string> without_capital{"monaco", "san-marino", "sao-tome-and-principe", "singapore",
                                              "vatican-city"};
  std::size_t states = 0;
  for (const KnownEntity& entity : known().entities()) {
    if (entity.kind != "state") continue;
    ++states;
    CAPTURE(entity.id);
    CHECK(entity.type == "place");
    CHECK_FALSE(entity.adjectives.empty());
    CHECK(entity.capitals.empty() == (without_capital.count(entity.id) == 1));
    REQUIRE(entity.identifiers.count("iso3166") == 1);
    CHECK(entity.identifiers.at("iso3166").size() == 2);
  }
  CHECK(states == 197);  // the members of the UN, its two observers, Kosovo and Taiwan
}

TEST_CASE("no alias belongs to two entities unless it is marked ambiguous") {
  std::map<std::string, std::set<std::string>> owners;
  for (const KnownEntity& entity : known().entities()) {
    const auto own = [&](const std::string& name) {
      owners[std::string(NameKey(name).lookup())].insert(entity.id);
    };
    own(entity.name);
    for (const auto* names : {&entity.aliases, &entity.adjectives, &entity.demonyms}) {
      for (const std::string& name : *names) {
        own(name);
        if (owners[std::string(NameKey(name).lookup())].size() > 1) {
          CAPTURE(name, entity.id);
          CHECK(known().ambiguous(name));
        }
      }
    }
  }
  for (const KnownEntity& entity : known().entities()) {
    if (owners[std::string(NameKey(entity.name).lookup())].size() > 1) {
      CAPTURE(entity.name, entity.id);
      CHECK(known().ambiguous(entity.name));
    }
  }
}

TEST_CASE("links end at entities, and climbing them ends") {
  for (const KnownEntity& entity : known().entities()) {
    CAPTURE(entity.id);
    const KnownEntity* at = &entity;
    int steps = 0;
    while (at != nullptr && !at->links.empty() && steps < 10) {
      for (const KnownLink& link : at->links) CHECK(known().find(link.target) != nullptr);
      at = known().find(at->links.back().target);
      ++steps;
    }
    CHECK(steps < 10);
  }
}

TEST_CASE("companies and products are linked to nobody: who owns whom comes from the texts") {
  for (const KnownEntity& entity : known().entities()) {
    if (entity.kind != "company" && entity.kind != "product" && entity.kind != "news-organization") continue;
    CAPTURE(entity.id);
    CHECK(entity.links.empty());
  }
}

TEST_CASE("office holders have a gender and represent a state or body") {
  std::size_t persons = 0;
  for (const KnownEntity& entity : known().entities()) {
    if (entity.type != "person") continue;
    ++persons;
    CAPTURE(entity.id);
    CHECK((entity.gender == "female" || entity.gender == "male"));
    for (const KnownLink& link : entity.links) CHECK(link.relation == KnownLink::Relation::represents);
  }
  CHECK(persons > 300);
}
