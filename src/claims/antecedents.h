// What pronouns and nouns like "the company" have in common: the names before them. For the resolver's own
// files.
#pragma once

#include "claims/reference.h"

namespace newsgraph {

inline constexpr int kAntecedentWindow = 3;  // sentences back in which an antecedent is looked for

// A name, or a description that stands for one, before a pronoun.
struct References::Candidate {
  int actor = -1;
  int position = 0;  // token
  bool subject = false;
};

// The one actor of a list; -1 where there is none or more than one.
template <typename Candidates>
int only(const Candidates& list, bool subjects) {
  int found = -1;
  for (const auto& c : list) {
    if (subjects && !c.subject) continue;
    if (found >= 0 && found != c.actor) return -1;
    found = c.actor;
  }
  return found;
}

}  // namespace newsgraph
