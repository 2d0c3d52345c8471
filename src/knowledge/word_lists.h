// Words that say what kind of thing a phrase names: roles, bodies, titles, company suffixes, given
// names. Data: data/knowledge/words.json, data/knowledge/given_names.json.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "knowledge/known_entity.h"

namespace newsgraph {

enum class Gender : std::uint8_t { unknown, female, male, both };

// All look-ups ignore ASCII case and allocate nothing. Nouns are given as lemmas or as plurals.
class WordLists {
 public:
  static const WordLists& built_in();

  // One who speaks or acts for another: spokesman, minister, president, ambassador, official, chief, leader.
  bool role(std::string_view noun) const noexcept;
  // Roles in the name of a state or a body in the plural, that stand for it: officials, authorities,
  // diplomats, leaders, lawmakers.
  bool people_of(std::string_view noun) const noexcept;
  // People without a name that act together: "rebels", "protesters".
  bool crowd(std::string_view noun) const noexcept;
  // A body of a state or an organisation: ministry, government, embassy, army, parliament, court.
  bool body(std::string_view noun) const noexcept;
  // The type of what a noun makes of the name right before it: "family" -> "group" ("the Lund family"),
  // "refinery" -> "place", "war" -> "event"; empty for other nouns.
  std::string_view joined_to_name(std::string_view noun) const noexcept;
  // What may stand between such a name and its noun: "the Ankobra gold mine".
  bool material(std::string_view noun) const noexcept;
  // What may open a sentence right before a name without being a part of it: "former", "rival".
  bool opening_adjective(std::string_view word) const noexcept;
  // The same of companies, where the ending of the noun does not say it: "conglomerate".
  bool opening_noun(std::string_view noun) const noexcept;
  // What there is of a company: "shares of Orion", "a stake in Orion".
  bool share(std::string_view noun) const noexcept;
  // Inc, Corp., Ltd, PLC, GmbH, S.A., Holdings, Group …
  bool company_suffix(std::string_view word) const noexcept;
  // What opens the name of a company or a club and is left out later: Groupe, Banco, Minera, AS.
  bool company_prefix(std::string_view word) const noexcept;
  // What ends the names of clubs: Wanderers, Rovers, United.
  bool club_word(std::string_view word) const noexcept;
  // Mr, Mrs, Dr, President, Prime Minister, Sen., Sir: one word of a title before a name.
  bool title(std::string_view word) const noexcept;
  // A woman's or a man's title (Mrs, Mr, Sir, King, Queen), else unknown.
  Gender title_gender(std::string_view word) const noexcept;
  // Whether a word is a given name, and of whom; unknown where it is none.
  Gender given_name(std::string_view word) const noexcept;
  // The entity type that a noun describes: "app" -> "product", "firm" -> "organization", "country"
  // -> "place", "newspaper" -> "organization", "minister" -> "person"; empty where it says nothing.
  std::string_view type_of(std::string_view noun) const noexcept;
  // The kind of a known entity that a noun describes: "country" -> "state", "firm" -> "company",
  // "city" -> "city", "ministry" -> "ministry"; empty where it says nothing.
  std::string_view kind_of(std::string_view noun) const noexcept;
  // How a body is linked to the state whose name stands before it ("Canadian government", "Turkey's
  // parliament"): it represents the state or is a part of it; nothing for a noun that names no body of a
  // state. Some count only where no other word stands between ("Turkish forces", not "Turkish paramilitary
  // forces"), some only where one does ("Peru's consumer authority"): `alone` says that none does.
  std::optional<KnownLink::Relation> state_body(std::string_view noun, bool alone = true) const noexcept;
  // The usual name of a body: "foreign ministry" for "ministry of foreign affairs"; `body` itself where it is
  // the usual one.
  std::string_view body_synonym(std::string_view body) const noexcept;

 private:
  struct Tables;
  explicit WordLists(const Tables& tables);
  const Tables* tables_;
};

}  // namespace newsgraph
