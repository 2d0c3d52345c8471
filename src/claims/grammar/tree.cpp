#include "claims/grammar/tree.h"

#include <algorithm>

#include "support/ascii.h"

namespace newsgraph {

namespace {

bool contains(std::initializer_list<Deprel> relations, Deprel relation) {
  return std::find(relations.begin(), relations.end(), relation) != relations.end();
}

}  // namespace

Tree::Tree(const Sentence& sentence) : sentence_(&sentence), offsets_(sentence.tokens.size() + 1, 0) {
  const auto& tokens = sentence.tokens;
  for (const Token& token : tokens) {
    if (token.head >= 0) ++offsets_[static_cast<std::size_t>(token.head) + 1];
  }
  for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
  children_.resize(offsets_.back());
  auto next = offsets_;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].head < 0) {
      root_ = static_cast<int>(i);
    } else {
      children_[next[static_cast<std::size_t>(tokens[i].head)]++] = static_cast<int>(i);
    }
  }
}

std::span<const int> Tree::children(int index) const {
  const auto at = static_cast<std::size_t>(index);
  return std::span(children_).subspan(offsets_[at], offsets_[at + 1] - offsets_[at]);
}

int Tree::child(int index, std::initializer_list<Deprel> relations) const {
  for (const int c : children(index)) {
    if (contains(relations, deprel(c))) return c;
  }
  return -1;
}

std::vector<int> Tree::children(int index, std::initializer_list<Deprel> relations) const {
  std::vector<int> found;
  for (const int c : children(index)) {
    if (contains(relations, deprel(c))) found.push_back(c);
  }
  return found;
}

bool Tree::has_child_lemma(int index, std::initializer_list<Deprel> relations, std::string_view lemma) const {
  for (const int c : children(index)) {
    if (contains(relations, deprel(c)) && equals_ignoring_case(token(c).lemma, lemma)) return true;
  }
  return false;
}

std::string_view Tree::preposition(int index) const {
  const int marker = child(index, {Deprel::case_});
  return marker < 0 ? std::string_view{} : std::string_view{token(marker).lemma};
}

std::string_view Tree::marker(int index) const {
  const int marker = child(index, {Deprel::mark});
  return marker < 0 ? std::string_view{} : std::string_view{token(marker).lemma};
}

std::vector<int> Tree::with_conjuncts(int index) const {
  std::vector<int> found{index};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const int c : children(found[i], {Deprel::conj})) found.push_back(c);
  }
  std::sort(found.begin(), found.end());
  return found;
}

int Tree::first_conjunct(int index) const {
  while (deprel(index) == Deprel::conj && head(index) >= 0) index = head(index);
  return index;
}

int Tree::head_of(int first, int last) const {
  int at = first;
  while (at < last && first <= head(at) && head(at) <= last) ++at;
  return at;
}

int Tree::verb_above(int index) const {
  int above = head(index);
  while (above >= 0 && !is_verb(token(above))) above = head(above);
  return above;
}

bool Tree::dominates(int ancestor, int descendant) const {
  for (int at = descendant; at >= 0; at = head(at)) {
    if (at == ancestor) return true;
  }
  return false;
}

std::vector<int> Tree::subtree(int index) const {
  std::vector<int> found{index};
  for (std::size_t i = 0; i < found.size(); ++i) {
    for (const int c : children(found[i])) found.push_back(c);
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool is_nominal(const Token& token) {
  return token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::pron ||
         token.upos == Upos::num || token.upos == Upos::x;
}

bool is_verb(const Token& token) {
  return token.upos == Upos::verb;
}

bool opens_list(std::string_view preposition) {
  return preposition == "include" || preposition == "including";
}

}  // namespace newsgraph
