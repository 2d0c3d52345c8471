// Values of a schema's JSON, checked: what is wrong ends in an Error that names the file and the place in it.
// For the reader of schemas only.
#pragma once

#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "claims/schema/schema.h"

namespace newsgraph::schema_json {

using Json = nlohmann::json;

inline constexpr const char* kRemedy =
    "See docs/relations.md, or `newsgraph relations` for the built-in schema.";

// An object of the file, as messages name it.
struct Where {
  const std::string& origin;  // the file
  std::string in;             // "trigger verb:ban"

  Where member(std::string_view key) const { return {origin, in + "." + std::string(key)}; }
};

[[noreturn]] void fail(const std::string& origin, const std::string& what);

// A misspelt key is an error, not silence.
void check_keys(const Json& object, std::span<const std::string_view> known, const Where& place);

WordSet word_set(const Json& array, const Where& place);
// These are empty, or false, where the key is missing.
WordSet words_of(const Json& object, const char* key, const Where& place);
std::string text_of(const Json& object, const char* key, const Where& place);
bool flag(const Json& object, const char* key, const Where& place);
Status status_named(const std::string& name, const Where& place);

// How a message names an object: what it says of itself, if that is a string.
std::string name_in(const Json& object, const char* key, const char* otherwise);

// A key and the member that takes its value as it is.
template <typename Object>
struct Key {
  const char* name;
  std::variant<bool Object::*, std::string Object::*, WordSet Object::*> member;
};

// Sets the members whose keys are there; the others keep what they have.
template <typename Object, std::size_t N>
void read_members(const Json& json, const std::array<Key<Object>, N>& keys, Object& object,
                  const Where& place) {
  for (const Key<Object>& key : keys) {
    if (!json.contains(key.name)) continue;
    if (const auto* truth = std::get_if<bool Object::*>(&key.member))
      object.*(*truth) = flag(json, key.name, place);
    else if (const auto* text = std::get_if<std::string Object::*>(&key.member))
      object.*(*text) = text_of(json, key.name, place);
    else
      object.*(std::get<WordSet Object::*>(key.member)) = words_of(json, key.name, place);
  }
}

// The names of the keys of a table, and more that are read in other ways.
template <typename Object, std::size_t N>
std::vector<std::string_view> names_of(const std::array<Key<Object>, N>& keys,
                                       std::span<const std::string_view> more) {
  std::vector<std::string_view> names(more.begin(), more.end());
  for (const Key<Object>& key : keys) names.push_back(key.name);
  return names;
}

}  // namespace newsgraph::schema_json
