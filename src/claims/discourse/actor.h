// Whom the names of a document mean, and what the text says of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "claims/discourse/mentions.h"
#include "knowledge/knowledge.h"
#include "knowledge/word_lists.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// What the document's names that mean one thing have in common.
struct Actor {
  std::string name;                  // the fullest name
  std::vector<std::string> names;    // all surface forms, the fullest first, without repetition
  NameType type = NameType::person;  // of most mentions
  const KnownEntity* known = nullptr;
  Gender gender = Gender::unknown;
  std::vector<std::string> roles;   // lemmas of descriptions: "president", "company", "app"
  std::vector<std::string> called;  // nouns that stand right before the name or in apposition: "company"
  std::vector<const KnownEntity*> states;  // whose president: of "French President X"
  // For whom he speaks: of "Mao Ning, spokeswoman for the Chinese Foreign Ministry".
  std::vector<const KnownEntity*> speaks_for;
  bool whereabouts = false;  // something is "near X" or "in X"
};

// "spokesman", "spokeswoman", "spokesperson".
inline bool is_spokesperson(std::string_view lemma) {
  return lemma.starts_with("spokes");
}

// Sets gender, roles, states and, of names that nobody knows, the type from the words around the mentions.
void describe_actors(const std::vector<Sentence>& sentences, const Knowledge& knowledge,
                     const std::vector<Mention>& mentions, std::vector<Actor>& actors);

}  // namespace newsgraph
