// Finds the triggers of a schema in one parsed sentence and the tokens that fill their roles.
// Knows words and trees only: whom the tokens mean is resolved later.
#pragma once

#include <optional>
#include <vector>

#include "claims/grammar/tree.h"
#include "claims/schema/schema.h"
#include "knowledge/knowledge.h"

namespace newsgraph {

struct Match {
  const TriggerRule* rule = nullptr;
  int trigger = -1;
  std::vector<int> subjects;  // heads of noun phrases, conjuncts spelt out
  std::vector<int> objects;
  Role::Place subject_place = Role::Place::agent;
  Role::Place object_place = Role::Place::patient;
  bool inherited = false;        // the subject comes from another clause
  bool place_as_agent = false;   // the subject is only the place: "is banned in Turkey"
  std::optional<Status> status;  // where the model says it (learned.h)
};

// All readings that fill at least one argument, in text order of the trigger, then in the order of
// the rules. An open subject or object list means that the tree has none.
std::vector<Match> find_matches(const RelationSchema& schema, const Knowledge& knowledge, const Tree& tree);

// The verb above a trigger that orders it (TriggerRule::governors): "gave agencies 30 days to remove";
// -1 where there is none.
int governing_verb(const Tree& tree, int trigger, const TriggerRule& rule);

// The nominal that `preposition` introduces somewhere below a noun, right of it and before any verb.
std::vector<int> past_other_nouns(const Tree& tree, int trigger, std::string_view preposition);

// "anti-government protests": the modifier of a noun that says against whom, -1 for none, and its word
// without the prefix.
int anti_modifier(const Tree& tree, int noun);
std::string_view anti_word(const Tree& tree, int modifier);

// A prepositional phrase of a word: the nominals that `preposition` introduces below it, through
// the verb that carries it where it is a noun.
std::vector<int> obliques(const Tree& tree, int trigger, std::string_view preposition);

}  // namespace newsgraph
