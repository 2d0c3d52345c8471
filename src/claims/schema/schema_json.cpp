// The relation schema from its JSON. Every key is checked: a misspelt one is an error, not silence.
#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <nlohmann/json.hpp>

#include "claims/schema/schema.h"
#include "claims/schema/schema_lists.h"
#include "support/error.h"

extern "C" {
extern const unsigned char newsgraph_relations[];
extern const unsigned char newsgraph_relations_end[];
}

namespace newsgraph {

using Json = nlohmann::json;

namespace {

constexpr const char* kRemedy = "See docs/relations.md, or `newsgraph relations` for the built-in schema.";

[[noreturn]] void fail(const std::string& origin, const std::string& what) {
  throw UsageError(what, origin, kRemedy);
}

void check_keys(const Json& object, std::initializer_list<std::string_view> known, const std::string& origin,
                const std::string& in) {
  if (!object.is_object()) fail(origin, in + " must be an object");
  for (const auto& item : object.items()) {
    if (std::find(known.begin(), known.end(), item.key()) == known.end()) {
      fail(origin, "unknown key \"" + item.key() + "\" in " + in);
    }
  }
}

WordSet word_set(const Json& array, const std::string& origin, const std::string& in) {
  if (!array.is_array()) fail(origin, in + " must be a list of words");
  WordSet words;
  for (const Json& word : array) {
    if (!word.is_string()) fail(origin, in + " must hold only strings");
    words.insert(word.get<std::string>());
  }
  return words;
}

WordSet optional_words(const Json& object, const char* key, const std::string& origin,
                       const std::string& in) {
  return object.contains(key) ? word_set(object[key], origin, in + "." + key) : WordSet{};
}

// How a message names an object: what it says of itself, if that is a string.
std::string name_in(const Json& object, const char* key, const char* otherwise) {
  const bool named = object.is_object() && object.contains(key) && object[key].is_string();
  return named ? object[key].get<std::string>() : otherwise;
}

// The head of a trigger of several words is found at the spaces between them.
void check_lemmas(const std::vector<std::string>& lemmas, const std::string& origin, const std::string& in) {
  for (const std::string& lemma : lemmas) {
    if (lemma.empty() || lemma.front() == ' ' || lemma.back() == ' ')
      fail(origin, in + ".lemmas holds \"" + lemma + "\", which is empty or begins or ends with a space");
  }
}

std::string text_of(const Json& object, const char* key, const std::string& origin, const std::string& in) {
  if (!object.contains(key)) return {};
  if (!object[key].is_string()) fail(origin, in + "." + key + " must be a string");
  return object[key].get<std::string>();
}

bool flag(const Json& object, const char* key, bool otherwise, const std::string& origin,
          const std::string& in) {
  if (!object.contains(key)) return otherwise;
  if (!object[key].is_boolean()) fail(origin, in + "." + key + " must be true or false");
  return object[key].get<bool>();
}

Status status_named(const std::string& name, const std::string& origin, const std::string& in) {
  const auto status = parse_status(name);
  if (!status)
    fail(origin, "\"" + name + "\" in " + in + " is no status: asserted, planned, ended or denied");
  return *status;
}

Role parse_role(const std::string& name, const std::string& origin, const std::string& in) {
  using Place = Role::Place;
  static const std::map<std::string, Place, std::less<>> places{{"nsubj", Place::agent},
                                                                {"obj", Place::patient},
                                                                {"nmod:poss", Place::possessor},
                                                                {"compound", Place::compound},
                                                                {"amod", Place::modifier},
                                                                {"compound:first", Place::compound_first},
                                                                {"compound:outer", Place::compound},
                                                                {"light", Place::light},
                                                                {"referent", Place::referent},
                                                                {"governor", Place::governor},
                                                                {"covered", Place::covered},
                                                                {"earlier", Place::earlier},
                                                                {"speaker", Place::speaker},
                                                                {"recipient", Place::recipient},
                                                                {"ccomp:nsubj", Place::complement},
                                                                {"clause", Place::clause}};

  if (const auto found = places.find(name); found != places.end()) return {found->second, {}};
  for (const std::string_view prefix : {"obl:", "nmod:"}) {
    if (name.starts_with(prefix)) return {Place::oblique, name.substr(prefix.size())};
  }
  if (name.starts_with("clause:")) return {Place::clause, name.substr(7)};
  fail(origin, "\"" + name + "\" in " + in + " is no role");
}

std::vector<Role> parse_roles(const Json& rule, const char* key, const char* otherwise,
                              const std::string& origin, const std::string& in) {
  std::vector<Role> roles;
  if (!rule.contains(key)) {
    if (otherwise != nullptr) roles.push_back(parse_role(otherwise, origin, in));
    return roles;
  }
  if (!rule[key].is_array()) fail(origin, in + "." + key + " must be a list of roles");
  for (const Json& role : rule[key]) {
    if (!role.is_string()) fail(origin, in + "." + key + " must be a list of roles");
    roles.push_back(parse_role(role.get<std::string>(), origin, in + "." + key));
  }
  return roles;
}

TriggerKind parse_kind(const std::string& pos, const std::string& origin, const std::string& in) {
  for (const TriggerKind kind :
       {TriggerKind::verb, TriggerKind::noun, TriggerKind::role, TriggerKind::adjective,
        TriggerKind::compound, TriggerKind::opinion, TriggerKind::learned}) {
    if (pos == to_string(kind)) return kind;
  }
  fail(origin, "\"pos\" in " + in + " must be verb, noun, role, adjective, compound, opinion or learned");
}

void read_status_tables(const Json& json, TriggerRule& rule, const std::string& origin,
                        const std::string& in) {
  if (json.contains("light")) {
    check_keys(json["light"], {"asserted", "planned", "ended", "denied"}, origin, in + ".light");
    for (const auto& item : json["light"].items()) {
      rule.light[static_cast<std::size_t>(status_named(item.key(), origin, in))] =
          word_set(item.value(), origin, in + ".light");
    }
  }
  if (json.contains("status")) {
    check_keys(json["status"], {"asserted", "planned", "ended", "denied"}, origin, in + ".status");
    for (const auto& item : json["status"].items()) {
      if (!item.value().is_string()) fail(origin, in + ".status must map a status to a status");
      rule.status[static_cast<std::size_t>(status_named(item.key(), origin, in))] =
          status_named(item.value().get<std::string>(), origin, in + ".status");
    }
  }
}

void read_constraints(const Json& json, TriggerRule& rule, const std::string& origin, const std::string& in) {
  rule.subject_types = optional_words(json, "subject_types", origin, in);
  rule.object_types = optional_words(json, "object_types", origin, in);
  rule.not_object_kinds = optional_words(json, "not_object_kinds", origin, in);
  rule.not_subject_kinds = optional_words(json, "not_subject_kinds", origin, in);
  rule.patient_words = optional_words(json, "patient_words", origin, in);
  rule.implied_subject = text_of(json, "implied_subject", origin, in);
  rule.preposition = text_of(json, "preposition", origin, in);
  rule.governors = optional_words(json, "governors", origin, in);
  rule.requires_words = optional_words(json, "requires_words", origin, in);
  rule.complement = text_of(json, "complement", origin, in);
  if (json.contains("subject_words")) {
    check_keys(json["subject_words"], {"not"}, origin, in + ".subject_words");
    rule.subject_words_not = optional_words(json["subject_words"], "not", origin, in + ".subject_words");
  }
  if (json.contains("object_words")) {
    check_keys(json["object_words"], {"any", "not"}, origin, in + ".object_words");
    rule.object_words_not = optional_words(json["object_words"], "not", origin, in + ".object_words");
    rule.object_words = optional_words(json["object_words"], "any", origin, in + ".object_words");
  }
  for (const Role& role : parse_roles(json, "requires", nullptr, origin, in))
    rule.requires_preposition = role.preposition;
}

TriggerRule parse_rule(const Json& json, std::size_t relation, const Relation& of,
                       const std::string& origin) {
  const std::string in = "trigger " + name_in(json, "id", "without id");
  check_keys(json,
             {"id",
              "pos",
              "lemmas",
              "subject",
              "object",
              "subject_types",
              "object_types",
              "not_object_kinds",
              "not_subject_kinds",
              "governors",
              "requires",
              "requires_words",
              "complement",
              "quoted_complement",
              "subject_words",
              "object_words",
              "light",
              "status",
              "negated",
              "reciprocal",
              "singular",
              "passive_only",
              "places_stay",
              "transaction",
              "place_is_agent",
              "possessor_asserts",
              "attributive",
              "purpose_asserts",
              "patient_words",
              "implied_subject",
              "preposition",
              "named",
              "unnamed_object",
              "not_own_object",
              "partitive_object"},
             origin, in);
  TriggerRule rule;
  rule.id = text_of(json, "id", origin, in);
  if (rule.id.empty()) fail(origin, "a trigger of relation " + of.name + " has no \"id\"");
  rule.relation = relation;
  rule.kind = parse_kind(text_of(json, "pos", origin, in), origin, in);
  const WordSet lemmas = optional_words(json, "lemmas", origin, in);
  if (lemmas.empty() != (rule.kind == TriggerKind::learned)) {
    if (!lemmas.empty()) fail(origin, in + " is learned and takes no \"lemmas\"");
    fail(origin, in + " has no \"lemmas\"");
  }
  rule.lemmas.assign(lemmas.begin(), lemmas.end());
  check_lemmas(rule.lemmas, origin, in);
  const bool verb = rule.kind == TriggerKind::verb;
  const char* subject = verb ? "nsubj" : rule.kind == TriggerKind::opinion ? "speaker" : nullptr;
  rule.subject = parse_roles(json, "subject", subject, origin, in);
  rule.opinion = !rule.subject.empty() && rule.subject.front().place == Role::Place::speaker;
  rule.object = parse_roles(json, "object", verb ? "obj" : nullptr, origin, in);
  read_constraints(json, rule, origin, in);
  read_status_tables(json, rule, origin, in);
  rule.not_object_kinds.insert(of.not_object_kinds.begin(), of.not_object_kinds.end());
  if (rule.subject_types.empty()) rule.subject_types = of.subject_types;
  if (rule.object_types.empty()) rule.object_types = of.object_types;
  rule.negated = flag(json, "negated", false, origin, in);
  rule.quoted_complement = flag(json, "quoted_complement", false, origin, in);
  rule.singular = flag(json, "singular", false, origin, in);
  rule.reciprocal = flag(json, "reciprocal", false, origin, in);
  rule.passive_only = flag(json, "passive_only", false, origin, in);
  rule.places_stay = flag(json, "places_stay", false, origin, in);
  rule.transaction = flag(json, "transaction", false, origin, in);
  rule.place_is_agent = flag(json, "place_is_agent", false, origin, in);
  rule.possessor_asserts = flag(json, "possessor_asserts", false, origin, in);
  rule.unnamed_object = flag(json, "unnamed_object", of.unnamed_object, origin, in);
  rule.partitive_object = flag(json, "partitive_object", false, origin, in);
  rule.not_own_object = flag(json, "not_own_object", false, origin, in);
  rule.purpose_asserts = flag(json, "purpose_asserts", false, origin, in);
  rule.attributive = flag(json, "attributive", false, origin, in);
  rule.both_named = text_of(json, "named", origin, in) == "both";
  return rule;
}

RelationExample parse_example(const Json& json, const std::string& origin, const std::string& in) {
  check_keys(json, {"text", "subject", "object", "status", "match"}, origin, in + ".examples");
  RelationExample example;
  example.text = text_of(json, "text", origin, in);
  example.subject = text_of(json, "subject", origin, in);
  example.object = text_of(json, "object", origin, in);
  example.match = flag(json, "match", true, origin, in);
  if (json.contains("status")) example.status = status_named(text_of(json, "status", origin, in), origin, in);
  if (example.text.empty()) fail(origin, "an example of " + in + " has no \"text\"");
  if (example.match && (example.subject.empty() || example.object.empty())) {
    fail(origin,
         "the example \"" + example.text + "\" needs \"subject\" and \"object\", or \"match\": false");
  }
  return example;
}

Relation parse_relation(const Json& json, const std::string& origin) {
  const std::string in = "relation " + name_in(json, "name", "without name");
  check_keys(json,
             {"name", "description", "subject_types", "object_types", "not_object_kinds", "unnamed_object",
              "stative", "repeats", "repeat_nouns", "acts", "scope", "triggers", "examples"},
             origin, in);
  Relation relation;
  relation.name = text_of(json, "name", origin, in);
  if (relation.name.empty()) fail(origin, "a relation has no \"name\"");
  relation.description = text_of(json, "description", origin, in);
  relation.subject_types = optional_words(json, "subject_types", origin, in);
  relation.object_types = optional_words(json, "object_types", origin, in);
  relation.not_object_kinds = optional_words(json, "not_object_kinds", origin, in);
  relation.unnamed_object = flag(json, "unnamed_object", false, origin, in);
  relation.stative = flag(json, "stative", false, origin, in);
  relation.repeats = flag(json, "repeats", false, origin, in);
  relation.repeat_nouns = optional_words(json, "repeat_nouns", origin, in);
  relation.acts = flag(json, "acts", false, origin, in);
  const WordSet scope = optional_words(json, "scope", origin, in);
  relation.scope.assign(scope.begin(), scope.end());
  if (json.contains("examples")) {
    for (const Json& example : json["examples"])
      relation.examples.push_back(parse_example(example, origin, in));
  }
  if (!json.contains("triggers") || !json["triggers"].is_array())
    fail(origin, in + " has no list of \"triggers\"");
  return relation;
}

void read_words(const Json& json, SchemaWords& words, const std::string& origin,
                const std::string& prefix = {}) {
  for (const auto& item : json.items()) {
    if (item.value().is_object()) {
      read_words(item.value(), words, origin, prefix + item.key() + ".");
    } else {
      words[prefix + item.key()] = word_set(item.value(), origin, "words." + prefix + item.key());
    }
  }
}

}  // namespace

class SchemaReader {
 public:
  static RelationSchema read(std::string_view text, const std::string& origin, const RelationSchema* base) {
    Json json = parse_json(text, origin);
    expand_lists(json, base, origin);
    check_keys(json, {"format", "version", "description", "relations", "words"}, origin, "the schema");
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
        schema.rules_.push_back(parse_rule(trigger, index, schema.relations_[index], origin));
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
  static const RelationSchema schema = SchemaReader::read(
      std::string_view(reinterpret_cast<const char*>(newsgraph_relations),
                       static_cast<std::size_t>(newsgraph_relations_end - newsgraph_relations)),
      "built-in relations", nullptr);
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
