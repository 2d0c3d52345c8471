#include <string>
#include <vector>

#include "catch.h"
#include "knowledge/json_places.h"
#include "knowledge/knowledge_file.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

std::vector<KnowledgeProblem> problems_of(const std::string& json) {
  std::vector<KnowledgeProblem> problems;
  read_knowledge_json(json, "my.json", problems);
  return problems;
}

}  // namespace

TEST_CASE("elements of an array have lines") {
  const std::string text = "{\"a\": [1,\n [2, \"]\"],\n\n {\"b\": [3]}, \"x\"],\n \"b\": [\n7]}";
  CHECK(element_lines(text, "a") == std::vector<std::size_t>{1, 2, 4, 4});
  CHECK(element_lines(text, "b") == std::vector<std::size_t>{6});
  CHECK(element_lines(text, "c").empty());
  CHECK(element_lines("{\"a\": []}", "a").empty());
  CHECK(element_lines("[]", "a").empty());
  CHECK(element_lines("{\"a\": [1],\n\"a\": [2,\n3]}", "a") == std::vector<std::size_t>{2, 3});
  CHECK(element_lines("{\"a\": [1],\n\"a\": 2}", "a").size() == 1);
  CHECK(element_lines(std::string_view("{\"a\": [1]}\n\0\"b", 14), "b").empty());
}

TEST_CASE("everything that a file can say is read") {
  std::vector<KnowledgeProblem> problems;
  const KnowledgeFile file =
      read_knowledge_json(R"({"format": "newsgraph-entities", "version": 1, "entities": [
    {"id": "acme", "name": "Acme", "type": "organization", "kind": "company", "aliases": ["ACME Tools"], "part_of": ["x"],
     "represents": "y", "context": ["anvils"], "identifiers": {"lei": "1"}, "note": "as we call it"},
    {"name": "Acme Nord", "same_as": "acme"}],
   "never_merge": [["Acme", "Acme Films"]], "ignore": ["The Management"], "ambiguous": ["Acme"]})",
                          "my.json", problems);
  CHECK(problems.empty());
  REQUIRE(file.entries.size() == 2);
  CHECK(file.entries[0].entity.aliases == std::vector<std::string>{"ACME Tools"});
  REQUIRE(file.entries[0].entity.links.size() == 2);
  CHECK(file.entries[0].entity.links[1] == KnownLink{KnownLink::Relation::represents, "y"});
  CHECK(file.entries[0].entity.identifiers.at("lei") == "1");
  CHECK(file.entries[1].same_as == "acme");
  CHECK(file.entries[1].line == 4);
  CHECK(file.never_merge.size() == 1);
  CHECK(file.ignore == std::vector<std::string>{"The Management"});
}

TEST_CASE("what is wrong is named with its line and a remedy") {
  const auto unknown_field = problems_of("{\"entities\": [\n{\"name\": \"Acme\", \"alias\": \"A\"}]}");
  REQUIRE(unknown_field.size() == 1);
  CHECK(unknown_field[0].where == "my.json:2");
  CHECK(unknown_field[0].what == "unknown field \"alias\"");
  CHECK_FALSE(unknown_field[0].remedy.empty());

  CHECK(problems_of(R"({"entities": [{"name": "A", "type": "firm"}]})")[0].what == "unknown type \"firm\"");
  CHECK(problems_of(R"({"entities": [{"name": 7}]})").size() == 2);
  CHECK(problems_of(R"({"entities": [{"name": "A", "aliases": {"x": 1}}]})").size() == 1);
  CHECK(problems_of(R"({"entities": ["Acme"]})").size() == 1);
  CHECK(problems_of(R"({"entities": {}})").size() == 1);
  CHECK(problems_of(R"({"entities": [{"type": "place"}]})").size() == 1);
  CHECK(problems_of(R"({"entities": [{"id": "Not A Slug", "name": "A"}]})").size() == 1);
  CHECK(problems_of(R"({"never_merge": [["A"]]})").size() == 1);
  CHECK(problems_of(R"({"version": 2})").size() == 1);
  CHECK(problems_of(R"({"entitys": []})").size() == 1);
  CHECK(problems_of("[]").size() == 1);
  CHECK(problems_of("{}").empty());
}

TEST_CASE("a list that stands twice, or is named with escapes, is read") {
  CHECK(problems_of(R"({"ignore": ["A"], "ignore": ["B", 7]})").size() == 1);
  const auto escaped = problems_of("{\n\"ignor\\u0065\": [7]}");
  REQUIRE(escaped.size() == 1);
  CHECK(escaped[0].where == "my.json:1");
}

TEST_CASE("broken JSON is an error with its place") {
  CHECK_THROWS_AS(problems_of("{\"entities\": [,]}"), Error);
}

TEST_CASE("an entity is written as it is read") {
  KnownEntity entity;
  entity.id = "acme";
  entity.name = "Acme";
  entity.type = "organization";
  entity.aliases = {"Acmé"};
  entity.links = {{KnownLink::Relation::represents, "x"}};
  CHECK(to_json(entity) ==
        R"({"id":"acme","name":"Acme","type":"organization","aliases":["Acmé"],"represents":["x"]})");
}
