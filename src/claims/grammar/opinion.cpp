#include "claims/grammar/opinion.h"

#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"

namespace newsgraph {

namespace {

bool is_predicate(const Tree& tree, int word) {
  if (tree.child(word, {Deprel::cop}) >= 0 || is_infinitive_of_be(tree, word)) return true;
  return tree.deprel(word) == Deprel::xcomp && is_verb(tree.token(tree.head(word)));
}

// The noun that only carries a judgement: "an act of aggression"; -1 for none.
int act_of(const Tree& tree, int word) {
  const int act = tree.head(word);
  const bool of = tree.deprel(word) == Deprel::nmod && act >= 0 && tree.preposition(word) == "of";
  return of && (tree.lemma(act) == "act" || tree.lemma(act) == "form" || tree.lemma(act) == "case") ? act
                                                                                                    : -1;
}

// "unfair and illegal": the first of the coordination carries the copula.
int predicate_of(const Tree& tree, int word) {
  if (is_predicate(tree, word)) return word;
  if (const int act = act_of(tree, word); act >= 0 && is_predicate(tree, act)) return act;
  const int first = tree.first_conjunct(word);
  return is_predicate(tree, first) ? first : -1;
}

// "was irresponsible of him", "is a betrayal by Orion": who is meant stands behind.
std::vector<int> judged_behind(const Tree& tree, int predicate) {
  for (const int c : tree.children(predicate, {Deprel::obl, Deprel::nmod})) {
    const auto preposition = tree.preposition(c);
    const bool of = tree.token(predicate).upos == Upos::adj && preposition == "of";
    if (of || (preposition == "by" && tree.token(c).upos == Upos::propn)) return tree.with_conjuncts(c);
  }
  return {};
}

bool has_own_actor(const Tree& tree, int noun) {
  if (tree.child(noun, {Deprel::nmod_poss}) >= 0) return true;
  for (const int c : tree.children(noun, {Deprel::nmod})) {
    if (tree.preposition(c) == "by") return true;
  }
  return false;
}

bool is_negation(std::string_view lemma) {
  return lemma == "not" || lemma == "n't" || lemma == "n’t" || lemma == "no" || lemma == "never" ||
         lemma == "neither" || lemma == "nor" || lemma == "hardly" || lemma == "without" || lemma == "less";
}

bool negated_at(const Tree& tree, int word) {
  for (const int c : tree.children(word)) {
    if (is_negation(tree.lemma(c)) && tree.deprel(c) != Deprel::conj) return true;
  }
  return false;
}

}  // namespace

bool is_infinitive_of_be(const Tree& tree, int word) {
  const int be = tree.child(word, {Deprel::aux, Deprel::cop});
  return is_verb(tree.token(word)) && tree.has_child_lemma(word, {Deprel::mark}, "to") && be >= 0 &&
         tree.lemma(be) == "be" && tree.child(word, {Deprel::obj}) < 0;
}

std::vector<int> judged_heads(const Tree& tree, const RelationSchema& schema, int word) {
  if (const int predicate = predicate_of(tree, word); predicate >= 0) {
    const auto behind = judged_behind(tree, predicate);
    return behind.empty() ? surface_subjects(tree, predicate) : behind;
  }
  // "a dangerous and irresponsible way": the first of them says what both are attributes of.
  const int first = tree.first_conjunct(word);
  const bool attribute = tree.deprel(first) == Deprel::amod || tree.deprel(first) == Deprel::compound;
  if (!attribute || tree.head(first) < 0) return {};
  const int noun = tree.head(first);
  // "pursues a racist policy": who does.
  if (tree.deprel(noun) == Deprel::obj &&
      schema.words("showing_verbs").contains(tree.lemma(tree.head(noun))) && !has_own_actor(tree, noun))
    return frame_of(tree, tree.head(noun)).subjects;
  if (tree.preposition(noun) == "as")
    return {};  // a verb says it of something: "listed X as a terrorist group"
  // "a shameful decision by Orion" is Orion's.
  if (has_own_actor(tree, noun)) return {noun};
  if (const int predicate = predicate_of(tree, noun); predicate >= 0)
    return surface_subjects(tree, predicate);
  if (const int name = described_name(tree, noun); name >= 0) return {name};
  return {noun};
}

bool is_retracted(const Tree& tree, int word) {
  if (negated_at(tree, word)) return true;
  // "killed no civilians", "has no shame".
  const int object = is_verb(tree.token(word)) ? tree.child(word, {Deprel::obj}) : -1;
  if (object >= 0 && tree.has_child_lemma(object, {Deprel::det}, "no")) return true;
  const int first = tree.first_conjunct(word);
  const int head = tree.head(word);
  if (first != word && negated_at(tree, first)) return true;
  const bool attribute = tree.deprel(word) == Deprel::amod || tree.deprel(word) == Deprel::xcomp;
  return attribute && head >= 0 && negated_at(tree, head);
}

}  // namespace newsgraph
