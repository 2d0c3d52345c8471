// Who does what to whom, below the surface: the logical subjects and objects of a verb through
// passives, participles, relative clauses, control, raising and coordination.
#pragma once

#include <vector>

#include "claims/grammar/tree.h"

namespace newsgraph {

// Tokens are heads of noun phrases, conjuncts spelt out, in text order.
struct Frame {
  std::vector<int> subjects;
  std::vector<int> objects;
  bool passive = false;
  bool inherited = false;  // the subject comes from another clause: control, coordination, a participle
};

Frame frame_of(const Tree& tree, int verb);

// The grammatical subjects of a clause, inherited where it has none of its own: of a passive the
// patient, of a participle the noun that it modifies.
std::vector<int> surface_subjects(const Tree& tree, int predicate);

bool is_passive(const Tree& tree, int verb);

// For a relative pronoun the noun that its clause modifies; any other token is itself.
int antecedent_of_relative(const Tree& tree, int token);

// The nominals, each followed by what is coordinated with it.
std::vector<int> expand(const Tree& tree, const std::vector<int>& heads);

}  // namespace newsgraph
