#include "knowledge/word_lists.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "knowledge/word_set.h"
#include "support/ascii.h"
#include "support/embedded.h"
#include "support/error.h"
#include "support/json.h"

NEWSGRAPH_EMBEDDED(newsgraph_words_json);
NEWSGRAPH_EMBEDDED(newsgraph_given_names_json);

namespace newsgraph {
namespace {

using nlohmann::json;

enum Class : unsigned {
  kRole = 1,
  kPeopleOf = 2,
  kBody = 4,
  kSuffix = 8,
  kCrowd = 16,
  kMaterial = 32,
  kOpeningAdjective = 64,
  kOpeningNoun = 128,
  kShare = 256,
  kPrefix = 512,
  kClub = 1024
};

struct Described {
  std::string type;
  std::string kind;
};

struct StateLink {
  KnownLink::Relation relation = KnownLink::Relation::part_of;
  bool alone = false;     // no word between it and its state: "Turkish forces"
  bool modified = false;  // some word: "Peru's consumer authority"
};

StateLink parse_state_link(std::string_view key) {
  return {key == "represents" ? KnownLink::Relation::represents : KnownLink::Relation::part_of,
          key == "part_of_alone", key == "part_of_modified"};
}

Gender parse_gender(std::string_view gender) {
  return gender == "female" ? Gender::female : gender == "male" ? Gender::male : Gender::unknown;
}

bool ends_in_consonant_y(std::string_view noun) {
  return noun.size() > 2 && noun.back() == 'y' &&
         std::string_view("aeiou").find(noun[noun.size() - 2]) == std::string_view::npos;
}

// The regular plural, and that of a compound with "man", "of" or "general".
std::string plural(const std::string& noun) {
  if (const auto of = noun.find(" of "); of != std::string::npos)
    return plural(noun.substr(0, of)) + noun.substr(of);
  if (noun.ends_with("man")) return noun.substr(0, noun.size() - 2) + "en";
  if (noun.ends_with("person")) return noun.substr(0, noun.size() - 6) + "people";
  if (ends_in_consonant_y(noun)) return noun.substr(0, noun.size() - 1) + "ies";
  for (const std::string_view hiss : {"s", "x", "ch", "sh"}) {
    if (noun.ends_with(hiss)) return noun + "es";
  }
  return noun + "s";
}

// Takes "a. b." dots off: "Corp." and "S.A." are looked up as "corp" and "s.a".
std::string_view without_last_dot(std::string_view word) {
  while (!word.empty() && (word.back() == '.' || word.back() == ',')) word.remove_suffix(1);
  return word;
}

}  // namespace

std::size_t IgnoreCaseHash::operator()(std::string_view word) const noexcept {
  std::size_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const char c : word) {
    hash ^= static_cast<unsigned char>(ascii_lower(c));
    hash *= 1099511628211ULL;
  }
  return hash;
}

bool IgnoreCaseEqual::operator()(std::string_view a, std::string_view b) const noexcept {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (ascii_lower(a[i]) != ascii_lower(b[i])) return false;
  }
  return true;
}

struct WordLists::Tables {
  WordMap<unsigned> classes;  // of Class
  WordMap<Gender> titles;
  WordMap<Described> described;
  WordMap<Gender> given_names;
  WordMap<StateLink> state_bodies;
  WordMap<std::string> body_synonyms;
  WordMap<std::string> joined_to_names;  // the type of what comes of it

  void read_words(const json& file);
  void read_described(const json& classes);
  void read_given_names(const json& file);
  void add(const json& nouns, Class to);
  void add_given_names(const json& names, Gender gender);
  unsigned classes_of(std::string_view word) const {
    const auto found = classes.find(word);
    return found == classes.end() ? 0U : found->second;
  }
};

void WordLists::Tables::add(const json& nouns, Class to) {
  for (const json& noun : nouns) {
    const auto& singular = noun.get_ref<const std::string&>();
    classes[singular] |= to;
    if ((to & (kSuffix | kOpeningAdjective | kPrefix | kClub)) == 0) classes[plural(singular)] |= to;
  }
}

void WordLists::Tables::read_described(const json& file) {
  for (const auto& [what, nouns] : file.items()) {
    const auto slash = what.find('/');
    const Described meaning{what.substr(0, slash), slash == std::string::npos ? "" : what.substr(slash + 1)};
    for (const json& noun : nouns) {
      described.try_emplace(noun.get<std::string>(), meaning);
      described.try_emplace(plural(noun.get<std::string>()), meaning);
    }
  }
}

void WordLists::Tables::read_words(const json& file) {
  add(file.at("roles"), kRole);
  add(file.at("people_of"), kPeopleOf);
  add(file.at("crowds"), kCrowd);
  add(file.at("bodies"), kBody);
  add(file.at("company_suffixes"), kSuffix);
  add(file.at("company_prefixes"), kPrefix);
  add(file.at("club_words"), kClub);
  for (const auto& [title, gender] : file.at("titles").items())
    titles[title] = parse_gender(gender.get<std::string>());
  add(file.at("materials"), kMaterial);
  const json& openings = file.at("openings");
  add(openings.at("adjectives"), kOpeningAdjective);
  add(openings.at("nouns"), kOpeningNoun);
  add(openings.at("shares"), kShare);
  for (const auto& [type, nouns] : file.at("joined_to_names").items()) {
    for (const json& noun : nouns) joined_to_names[noun.get<std::string>()] = type;
  }
  for (const auto& [body, canonical] : file.at("body_synonyms").items()) body_synonyms[body] = canonical;
  for (const auto& [link, bodies] : file.at("state_bodies").items()) {
    for (const json& body : bodies) {
      const auto& singular = body.get_ref<const std::string&>();
      state_bodies[singular] = parse_state_link(link);
      // "Its energy authorities" are its people, "its energy authority" is a body.
      if (!state_bodies[singular].modified) state_bodies[plural(singular)] = parse_state_link(link);
    }
  }
  read_described(file.at("classes"));
  for (const json& role : file.at("roles")) {
    described.try_emplace(role.get<std::string>(), Described{"person", ""});
    described.try_emplace(plural(role.get<std::string>()), Described{"person", ""});
  }
}

void WordLists::Tables::add_given_names(const json& lines, Gender gender) {
  for (const json& line : lines) {
    const std::string_view names = line.get_ref<const std::string&>();
    for (std::size_t begin = 0, end = 0; end != std::string_view::npos; begin = end + 1) {
      end = names.find(' ', begin);
      given_names[std::string(names.substr(begin, end - begin))] = gender;
    }
  }
}

void WordLists::Tables::read_given_names(const json& file) {
  given_names.reserve(2048);
  add_given_names(file.at("both"), Gender::both);
  add_given_names(file.at("female"), Gender::female);
  add_given_names(file.at("male"), Gender::male);
}

WordLists::WordLists(const Tables& tables) : tables_(&tables) {}

const WordLists& WordLists::built_in() {
  static const Tables tables = [] {
    Tables read;
    read.read_words(parse_json(NEWSGRAPH_EMBEDDED_TEXT(newsgraph_words_json), "words.json"));
    read.read_given_names(
        parse_json(NEWSGRAPH_EMBEDDED_TEXT(newsgraph_given_names_json), "given_names.json"));
    return read;
  }();
  static const WordLists lists(tables);
  return lists;
}

bool WordLists::role(std::string_view noun) const noexcept {
  return (tables_->classes_of(noun) & kRole) != 0;
}
bool WordLists::crowd(std::string_view noun) const noexcept {
  return (tables_->classes_of(noun) & kCrowd) != 0;
}
bool WordLists::people_of(std::string_view noun) const noexcept {
  return (tables_->classes_of(noun) & kPeopleOf) != 0;
}
bool WordLists::body(std::string_view noun) const noexcept {
  return (tables_->classes_of(noun) & kBody) != 0;
}

bool WordLists::material(std::string_view noun) const noexcept {
  return (tables_->classes_of(noun) & kMaterial) != 0;
}

bool WordLists::opening_adjective(std::string_view word) const noexcept {
  return (tables_->classes_of(word) & kOpeningAdjective) != 0;
}
bool WordLists::opening_noun(std::string_view noun) const noexcept {
  return (tables_->classes_of(noun) & kOpeningNoun) != 0;
}
bool WordLists::share(std::string_view noun) const noexcept {
  return (tables_->classes_of(noun) & kShare) != 0;
}

std::string_view WordLists::joined_to_name(std::string_view noun) const noexcept {
  const auto found = tables_->joined_to_names.find(noun);
  return found == tables_->joined_to_names.end() ? std::string_view{} : std::string_view(found->second);
}

bool WordLists::company_suffix(std::string_view word) const noexcept {
  return (tables_->classes_of(without_last_dot(word)) & kSuffix) != 0;
}

bool WordLists::company_prefix(std::string_view word) const noexcept {
  return (tables_->classes_of(without_last_dot(word)) & kPrefix) != 0;
}

bool WordLists::club_word(std::string_view word) const noexcept {
  return (tables_->classes_of(word) & kClub) != 0;
}

bool WordLists::title(std::string_view word) const noexcept {
  return tables_->titles.find(without_last_dot(word)) != tables_->titles.end();
}

Gender WordLists::title_gender(std::string_view word) const noexcept {
  const auto found = tables_->titles.find(without_last_dot(word));
  return found == tables_->titles.end() ? Gender::unknown : found->second;
}

Gender WordLists::given_name(std::string_view word) const noexcept {
  const auto found = tables_->given_names.find(word);
  return found == tables_->given_names.end() ? Gender::unknown : found->second;
}

std::string_view WordLists::type_of(std::string_view noun) const noexcept {
  const auto found = tables_->described.find(noun);
  return found == tables_->described.end() ? std::string_view() : found->second.type;
}

std::string_view WordLists::kind_of(std::string_view noun) const noexcept {
  const auto found = tables_->described.find(noun);
  return found == tables_->described.end() ? std::string_view() : found->second.kind;
}

std::optional<KnownLink::Relation> WordLists::state_body(std::string_view noun, bool alone) const noexcept {
  const auto found = tables_->state_bodies.find(noun);
  if (found == tables_->state_bodies.end()) return std::nullopt;
  const StateLink& link = found->second;
  if (alone ? link.modified : link.alone) return std::nullopt;
  return link.relation;
}

std::string_view WordLists::body_synonym(std::string_view body) const noexcept {
  const auto found = tables_->body_synonyms.find(body);
  return found == tables_->body_synonyms.end() ? body : std::string_view(found->second);
}

}  // namespace newsgraph
