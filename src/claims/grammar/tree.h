// Read access to the dependency tree of one sentence: children, subtrees, conjuncts, prepositions.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

// Tokens are named by their index in Sentence::tokens; -1 stands for none. The sentence has to be
// parsed and has to outlive the tree.
class Tree {
 public:
  explicit Tree(const Sentence& sentence);

  const Sentence& sentence() const { return *sentence_; }
  int size() const { return static_cast<int>(sentence_->tokens.size()); }
  const Token& token(int index) const { return sentence_->tokens[static_cast<std::size_t>(index)]; }
  std::string_view lemma(int index) const { return token(index).lemma; }
  Deprel deprel(int index) const { return token(index).deprel; }
  int head(int index) const { return token(index).head; }
  int root() const { return root_; }

  // Dependents in text order.
  std::span<const int> children(int index) const;
  // The first dependent with one of the relations, or -1.
  int child(int index, std::initializer_list<Deprel> relations) const;
  std::vector<int> children(int index, std::initializer_list<Deprel> relations) const;
  bool has_child_lemma(int index, std::initializer_list<Deprel> relations, std::string_view lemma) const;

  // The preposition or other case marker of a nominal, lower-cased, a fixed expression as its first
  // word ("because" for "because of"); empty where there is none.
  std::string_view preposition(int index) const;
  // The word that introduces a clause ("if", "to", "that", "from"), lower-cased; empty for none.
  std::string_view marker(int index) const;

  // The nominal or predicate and everything that is coordinated with it, in text order.
  std::vector<int> with_conjuncts(int index) const;
  // The first of the coordination that `index` is in: itself where it is no conjunct.
  int first_conjunct(int index) const;

  // The token by which the stretch [first, last] hangs in the tree: the first whose head is outside of it.
  int head_of(int first, int last) const;
  // The nearest verb above a token, -1 for none.
  int verb_above(int index) const;

  bool dominates(int ancestor, int descendant) const;
  // Everything below `index`, itself included, in text order.
  std::vector<int> subtree(int index) const;

 private:
  const Sentence* sentence_;
  std::vector<std::uint32_t> offsets_;  // of each token's children in children_
  std::vector<int> children_;
  int root_ = -1;
};

// Whether a token is one of the things that arguments are made of.
bool is_nominal(const Token& token);
bool is_verb(const Token& token);

// Whether what a word introduces are examples or members: "channels, including RTR". "Such as" goes by its
// first word, but says so of plurals alone.
bool opens_list(std::string_view preposition);

}  // namespace newsgraph
