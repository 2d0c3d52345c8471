#include "claims/schema/json_values.h"

#include <algorithm>

#include "support/error.h"

namespace newsgraph::schema_json {

void fail(const std::string& origin, const std::string& what) {
  throw UsageError(what, origin, kRemedy);
}

void check_keys(const Json& object, std::span<const std::string_view> known, const Where& place) {
  if (!object.is_object()) fail(place.origin, place.in + " must be an object");
  for (const auto& item : object.items()) {
    if (std::find(known.begin(), known.end(), item.key()) == known.end())
      fail(place.origin, "unknown key \"" + item.key() + "\" in " + place.in);
  }
}

WordSet word_set(const Json& array, const Where& place) {
  if (!array.is_array()) fail(place.origin, place.in + " must be a list of words");
  WordSet words;
  for (const Json& word : array) {
    if (!word.is_string()) fail(place.origin, place.in + " must hold only strings");
    words.insert(word.get<std::string>());
  }
  return words;
}

WordSet words_of(const Json& object, const char* key, const Where& place) {
  return object.contains(key) ? word_set(object[key], place.member(key)) : WordSet{};
}

std::string text_of(const Json& object, const char* key, const Where& place) {
  if (!object.contains(key)) return {};
  if (!object[key].is_string()) fail(place.origin, place.member(key).in + " must be a string");
  return object[key].get<std::string>();
}

bool flag(const Json& object, const char* key, const Where& place) {
  if (!object.contains(key)) return false;
  if (!object[key].is_boolean()) fail(place.origin, place.member(key).in + " must be true or false");
  return object[key].get<bool>();
}

Status status_named(const std::string& name, const Where& place) {
  const auto status = parse_status(name);
  if (!status)
    fail(place.origin,
         "\"" + name + "\" in " + place.in + " is no status: asserted, planned, ended or denied");
  return *status;
}

std::string name_in(const Json& object, const char* key, const char* otherwise) {
  const bool named = object.is_object() && object.contains(key) && object[key].is_string();
  return named ? object[key].get<std::string>() : otherwise;
}

}  // namespace newsgraph::schema_json
