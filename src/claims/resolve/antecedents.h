// What pronouns and nouns like "the company" have in common: the names before them. For the resolver's own
// files.
#pragma once

#include "claims/resolve/reference.h"

namespace newsgraph {

inline constexpr int kAntecedentWindow = 3;  // sentences back in which an antecedent is looked for

// A name, or a description that stands for one, before a pronoun.
struct References::Candidate {
  const Actor* actor = nullptr;
  int position = 0;  // token
  bool subject = false;
};

// A name whose type may be mistaken: one word that nobody knows, with nothing that speaks for a person or a
// place. "Orlen sold its refinery" shows what it is. A seat of government stands for its state.
bool is_doubtful(const Knowledge& knowledge, const Actor& actor);

// Whether it means who speaks: "I", "we", "our".
bool is_speaker_pronoun(std::string_view form);

// The one actor of a list; null where there is none or more than one.
template <typename Candidates>
const Actor* only(const Candidates& list, bool subjects) {
  const Actor* found = nullptr;
  for (const auto& c : list) {
    if (subjects && !c.subject) continue;
    if (found != nullptr && found != c.actor) return nullptr;
    found = c.actor;
  }
  return found;
}

}  // namespace newsgraph
