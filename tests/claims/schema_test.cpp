#include "claims/schema/schema.h"

#include <algorithm>
#include <set>

#include "catch.h"
#include "support/error.h"

using namespace newsgraph;

namespace {

std::string schema_with(const std::string& trigger) {
  return R"({"format": "newsgraph relations", "version": 1, "relations": [{"name": "supports", "triggers": [)" +
         trigger + "]}]}";
}

std::string message_of(const std::string& json) {
  try {
    RelationSchema::parse(json, "mine.json");
  } catch (const UsageError& error) {
    return error.message();
  }
  return "no error";
}

}  // namespace

TEST_CASE("the built-in schema has the three relations") {
  std::set<std::string> names;
  for (const Relation& relation : RelationSchema::built_in().relations()) names.insert(relation.name);
  CHECK(names == std::set<std::string>{"bans", "denounces", "owns"});
}

TEST_CASE("a user's schema replaces relations and inherits the word lists") {
  const auto schema = RelationSchema::parse(
      schema_with(R"({"id": "verb:back", "pos": "verb", "lemmas": ["back", "stand behind"]})"), "mine.json");
  REQUIRE(schema.relations().size() == 1);
  CHECK(schema.rules_of("back").size() == 1);
  CHECK(schema.rules_of("stand").size() == 1);
  CHECK(schema.rules_of("ban").empty());
  CHECK(schema.words("planned.governors").contains("threaten"));
}

TEST_CASE("what is owned is a state, what is done is an event") {
  for (const Relation& relation : RelationSchema::built_in().relations())
    CHECK(relation.event == (relation.name != "owns"));
  const std::string trigger = R"({"id": "v", "pos": "verb", "lemmas": ["back"]})";
  CHECK(RelationSchema::parse(schema_with(trigger), "mine.json").relations().front().event);
}

TEST_CASE("what is lifted is a measure where the relation says so, else where its object needs no name") {
  const auto measure = [](const std::string& keys) {
    const std::string json =
        R"({"format": "newsgraph relations", "version": 1, "relations": [{"name": "curbs", )" + keys +
        R"(, "triggers": [{"id": "v", "pos": "verb", "lemmas": ["curb"]}]}]})";
    return RelationSchema::parse(json, "mine.json").relations().front().measure;
  };
  CHECK(measure(R"("stative": true, "measure": true)"));
  CHECK(measure(R"("stative": true, "unnamed_object": true)"));
  CHECK_FALSE(measure(R"("stative": true, "unnamed_object": true, "measure": false)"));
  CHECK_FALSE(measure(R"("stative": true)"));
  CHECK_THROWS_AS(measure(R"("measure": true)"), UsageError);
}

TEST_CASE("a wrong schema is refused with what and where") {
  CHECK(message_of("{").find("mine.json:1") != std::string::npos);
  CHECK(message_of("{}").find("\"format\"") != std::string::npos);
  CHECK(message_of("[]").find("must be an object") != std::string::npos);
  CHECK(message_of(schema_with(R"({"id": "v", "pos": "verb", "lemas": ["x"]})"))
            .find("unknown key \"lemas\"") != std::string::npos);
  CHECK(message_of(schema_with(R"({"id": "v", "pos": "verb"})")).find("no \"lemmas\"") != std::string::npos);
  CHECK(message_of(schema_with(R"({"id": "v", "pos": "adverb", "lemmas": ["x"]})")).find("\"pos\"") !=
        std::string::npos);
  CHECK(message_of(schema_with(R"({"id": "v", "pos": "verb", "lemmas": ["x"], "object": ["dobj"]})"))
            .find("is no role") != std::string::npos);
  CHECK(message_of(
            schema_with(R"({"id": "v", "pos": "verb", "lemmas": ["x"], "status": {"asserted": "over"}})"))
            .find("is no status") != std::string::npos);
  const std::string twice = R"({"id": "v", "pos": "verb", "lemmas": ["x"]})";
  CHECK(message_of(schema_with(twice + "," + twice)).find("stands twice") != std::string::npos);
}

TEST_CASE("a schema with values of the wrong type is refused like any other wrong schema") {
  CHECK(message_of(R"({"format": 3})").find("\"format\" must be") != std::string::npos);
  CHECK(message_of(R"({"format": "newsgraph relations", "version": "1"})").find("not of version 1") !=
        std::string::npos);
  CHECK(message_of(R"({"format": "newsgraph relations", "version": 1, "relations": [{"name": 3}]})")
            .find("relation without name") != std::string::npos);
  CHECK(message_of(schema_with(R"({"id": 3, "pos": "verb", "lemmas": ["x"]})")).find("must be a string") !=
        std::string::npos);
}

TEST_CASE("a trigger is a word, not nothing and not a space") {
  for (const std::string lemma : {"", " ", " back", "back "}) {
    for (const std::string pos : {"verb", "noun"}) {
      const std::string trigger =
          R"({"id": "v", "pos": ")" + pos + R"(", "lemmas": [")" + lemma + R"("], "subject": ["nmod:of"]})";
      CHECK(message_of(schema_with(trigger)).find("holds \"" + lemma + "\"") != std::string::npos);
    }
  }
}

TEST_CASE("triggers share lists of words by name") {
  const std::string own =
      R"({"format": "newsgraph relations", "version": 1, "words": {"helping": ["back", "aid"]}, "relations": [
          {"name": "supports", "triggers": [{"id": "verb:back", "pos": "verb", "lemmas": ["@helping", "fund"],
                                             "patient_words": ["@misdeeds"]}]}]})";
  const auto schema = RelationSchema::parse(own, "mine.json");
  REQUIRE(schema.rules().size() == 1);
  CHECK(schema.rules()[0].lemmas.size() == 3);
  CHECK(schema.rules_of("aid").size() == 1);
  CHECK(schema.rules()[0].patient_words.contains("attack"));  // the built-in list
  CHECK(message_of(schema_with(R"({"id": "a", "pos": "verb", "lemmas": ["@nothing"]})"))
            .find("no list of words \"nothing\"") != std::string::npos);
}
