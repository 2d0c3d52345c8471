#include "entities/entity_id.h"

#include <span>
#include <vector>

#include "knowledge/name_key.h"
#include "knowledge/name_words.h"
#include "knowledge/word_lists.h"
#include "support/hash.h"

namespace newsgraph {
namespace {

constexpr std::size_t kHashDigits = 8;

}  // namespace

std::string_view without_company_suffix(std::string_view name) {
  const std::vector<std::string_view> words = split_words(bare_name(name));
  std::size_t kept = words.size();
  while (kept > 1 &&
         (WordLists::built_in().company_suffix(words[kept - 1]) || NameKey(words[kept - 1]).empty()))
    --kept;
  std::string_view rest = text_of(std::span(words).first(kept));
  while (rest.ends_with(',')) rest.remove_suffix(1);
  return kept == words.size() || NameKey(rest).empty() ? name : rest;
}

bool is_company_name(std::string_view name) {
  constexpr std::size_t kShort = 2;
  const std::vector<std::string_view> words = split_words(bare_name(name));
  if (words.size() < 2) return false;
  const std::string_view last = words.back();
  return (last.size() > kShort || last.back() == '.') && WordLists::built_in().company_suffix(last);
}

std::string literal_id(std::string_view name) {
  const NameKey key(name);
  return key.empty() ? "x-" + hex(hash64(name)).substr(0, kHashDigits) : std::string(key.words());
}

std::string id_of_unknown(const Knowledge& knowledge, std::string_view name, std::string_view type) {
  const bool named_like_company = type != "person" && type != "place" && type != "work";
  std::string id = literal_id(named_like_company ? without_company_suffix(name) : name);
  if (knowledge.find(id) != nullptr) id.append("-").append(type.empty() ? "name" : type);
  return id;
}

std::string local_id(std::string_view name, std::string_view document) {
  return literal_id(name) + "-" + hex(hash64(document)).substr(0, kHashDigits);
}

}  // namespace newsgraph
