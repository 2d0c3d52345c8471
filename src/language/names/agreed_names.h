// Names agree within a document: all occurrences of a string vote on its type, a bare surname follows
// the full name, and occurrences that their sentence alone did not give away are marked.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "language/names/names_lattice.h"
#include "language/sentence/capitals.h"

namespace newsgraph {

// A sentence on its way to its names. `names` are those of the sentence alone.
struct NamedSentence {
  std::span<const Token> tokens;
  Capitals capitals = Capitals::normal;
  NameLattice lattice;
  std::vector<Name> names;
};

// The names of each of the sentences of one document, which come in text order. Their confidence is the share
// of the votes that the type got, 0 to 1.
std::vector<std::vector<Name>> agreed_names(std::span<const NamedSentence* const> document);

}  // namespace newsgraph
