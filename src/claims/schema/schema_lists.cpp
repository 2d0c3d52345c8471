#include <nlohmann/json.hpp>
#include <string_view>

#include "claims/schema/schema_parts.h"
#include "support/error.h"

namespace newsgraph::schema_json {

namespace {

using Json = nlohmann::json;

Json words_of(const std::string& list, const Json& schema, const RelationSchema* base,
              const std::string& origin) {
  if (schema.contains("words") && schema["words"].is_object() && schema["words"].contains(list))
    return schema["words"][list];
  Json words = Json::array();
  if (base != nullptr) {
    for (const std::string& word : base->words(list)) words.push_back(word);
  }
  if (words.empty())
    throw UsageError("there is no list of words \"" + list + "\" for \"@" + list + "\"", origin,
                     "Write it under \"words\", or the words themselves.");
  return words;
}

void expand(Json& words, const Json& schema, const RelationSchema* base, const std::string& origin) {
  if (!words.is_array()) return;
  Json expanded = Json::array();
  for (const Json& word : words) {
    const bool list = word.is_string() && word.get_ref<const std::string&>().starts_with('@');
    if (!list) {
      expanded.push_back(word);
      continue;
    }
    for (const Json& one : words_of(word.get_ref<const std::string&>().substr(1), schema, base, origin))
      expanded.push_back(one);
  }
  words = std::move(expanded);
}

}  // namespace

void expand_lists(Json& schema, const RelationSchema* base, const std::string& origin) {
  if (!schema.is_object() || !schema.contains("relations") || !schema["relations"].is_array()) return;
  const Json whole = schema;
  if (schema.contains("words") && schema["words"].is_object()) {
    for (Json& list : schema["words"]) expand(list, whole, base, origin);
  }
  for (Json& relation : schema["relations"]) {
    if (!relation.is_object() || !relation.contains("triggers") || !relation["triggers"].is_array()) continue;
    for (Json& trigger : relation["triggers"]) {
      for (const char* key : {"lemmas", "not_modifiers", "patient_words", "requires_words"}) {
        if (trigger.is_object() && trigger.contains(key)) expand(trigger[key], whole, base, origin);
      }
    }
  }
}

}  // namespace newsgraph::schema_json
