// The relation schema from its JSON. Every key is checked: a misspelt one is an error, not silence.
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "claims/schema/json_values.h"
#include "claims/schema/schema.h"
#include "claims/schema/schema_parts.h"
#include "support/embedded.h"
#include "support/error.h"

NEWSGRAPH_EMBEDDED(newsgraph_relations);

namespace newsgraph {

using namespace schema_json;

namespace {

constexpr std::array kRelationKeys{Key<Relation>{"name", &Relation::name},
                                   Key<Relation>{"description", &Relation::description},
                                   Key<Relation>{"subject_types", &Relation::subject_types},
                                   Key<Relation>{"object_types", &Relation::object_types},
                                   Key<Relation>{"not_object_kinds", &Relation::not_object_kinds},
                                   Key<Relation>{"unnamed_object", &Relation::unnamed_object},
                                   Key<Relation>{"measure", &Relation::measure},
                                   Key<Relation>{"stative", &Relation::stative},
                                   Key<Relation>{"repeats", &Relation::repeats},
                                   Key<Relation>{"repeat_nouns", &Relation::repeat_nouns},
                                   Key<Relation>{"acts", &Relation::acts},
                                   Key<Relation>{"event", &Relation::event}};
constexpr std::array<std::string_view, 3> kOtherRelationKeys{"scope", "triggers", "examples"};

constexpr std::array kExampleKeys{Key<RelationExample>{"text", &RelationExample::text},
                                  Key<RelationExample>{"subject", &RelationExample::subject},
                                  Key<RelationExample>{"object", &RelationExample::object},
                                  Key<RelationExample>{"match", &RelationExample::match}};
constexpr std::array<std::string_view, 1> kOtherExampleKeys{"status"};

constexpr std::array<std::string_view, 5> kSchemaKeys{"format", "version", "description", "relations",
                                                      "words"};

RelationExample parse_example(const Json& json, const Where& relation) {
  check_keys(json, names_of(kExampleKeys, kOtherExampleKeys), relation.member("examples"));
  RelationExample example;
  read_members(json, kExampleKeys, example, relation);
  if (json.contains("status")) example.status = status_named(text_of(json, "status", relation), relation);
  if (example.text.empty()) fail(relation.origin, "an example of " + relation.in + " has no \"text\"");
  if (example.match && (example.subject.empty() || example.object.empty()))
    fail(relation.origin,
         "the example \"" + example.text + "\" needs \"subject\" and \"object\", or \"match\": false");
  return example;
}

Relation parse_relation(const Json& json, const std::string& origin) {
  const Where place{origin, "relation " + name_in(json, "name", "without name")};
  check_keys(json, names_of(kRelationKeys, kOtherRelationKeys), place);
  Relation relation;
  read_members(json, kRelationKeys, relation, place);
  if (!json.contains("measure"))
    relation.measure = relation.unnamed_object;
  else if (!relation.stative)
    fail(origin, place.in + " has \"measure\", which says how it is over, without \"stative\"");
  if (relation.name.empty()) fail(origin, "a relation has no \"name\"");
  const WordSet scope = words_of(json, "scope", place);
  relation.scope.assign(scope.begin(), scope.end());
  if (json.contains("examples")) {
    for (const Json& example : json["examples"]) relation.examples.push_back(parse_example(example, place));
  }
  if (!json.contains("triggers") || !json["triggers"].is_array())
    fail(origin, place.in + " has no list of \"triggers\"");
  return relation;
}

void read_words(const Json& json, SchemaWords& words, const std::string& origin,
                const std::string& prefix = {}) {
  for (const auto& item : json.items()) {
    if (item.value().is_object()) {
      read_words(item.value(), words, origin, prefix + item.key() + ".");
    } else {
      words[prefix + item.key()] = word_set(item.value(), {origin, "words." + prefix + item.key()});
    }
  }
}

}  // namespace

class SchemaReader {
 public:
  static RelationSchema read(std::string_view text, const std::string& origin, const RelationSchema* base) {
    Json json = parse_json(text, origin);
    expand_lists(json, base, origin);
    check_keys(json, kSchemaKeys, {origin, "the schema"});
    if (name_in(json, "format", "") != "newsgraph relations") {
      fail(origin, "this is no relation schema: \"format\" must be \"newsgraph relations\"");
    }
    if (!json.contains("version") || json["version"] != 1)
      fail(origin, "this schema is not of version 1, the one that this program reads");
    RelationSchema schema;
    schema.text_ = std::string(text);
    read_relations(json, schema, origin);
    if (json.contains("words")) read_words(json["words"], schema.words_, origin);
    schema.index();
    return schema;
  }

  static void inherit_words(RelationSchema& schema, const RelationSchema& from) {
    for (const auto& [name, words] : from.words_) schema.words_.try_emplace(name, words);
  }

 private:
  static Json parse_json(std::string_view text, const std::string& origin) {
    try {
      return Json::parse(text);
    } catch (const Json::parse_error& error) {
      const auto at = std::min(text.size(), error.byte);
      const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
      throw UsageError("this is not valid JSON", origin + ":" + std::to_string(line), kRemedy);
    } catch (const Json::out_of_range&) {
      throw UsageError("a number is too large", origin, kRemedy);
    }
  }

  static void read_relations(const Json& json, RelationSchema& schema, const std::string& origin) {
    if (!json.contains("relations") || !json["relations"].is_array() || json["relations"].empty()) {
      fail(origin, "the schema has no list of \"relations\"");
    }
    WordSet ids;
    for (const Json& item : json["relations"]) {
      const std::size_t index = schema.relations_.size();
      schema.relations_.push_back(parse_relation(item, origin));
      for (const Json& trigger : item["triggers"]) {
        schema.rules_.push_back(parse_trigger(trigger, index, schema.relations_[index], origin));
        if (!ids.insert(schema.relations_[index].name + " " + schema.rules_.back().id).second) {
          fail(origin, "trigger \"" + schema.rules_.back().id + "\" stands twice");
        }
      }
    }
  }
};

RelationSchema RelationSchema::parse(std::string_view json, const std::string& origin) {
  RelationSchema schema = SchemaReader::read(json, origin, &built_in());
  SchemaReader::inherit_words(schema, built_in());
  return schema;
}

const RelationSchema& RelationSchema::built_in() {
  static const RelationSchema schema =
      SchemaReader::read(NEWSGRAPH_EMBEDDED_TEXT(newsgraph_relations), "built-in relations", nullptr);
  return schema;
}

RelationSchema RelationSchema::load(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream)
    throw UsageError("cannot read the relation schema", file.string(), "Check the name and its permissions.");
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  return parse(text, file.string());
}

}  // namespace newsgraph
