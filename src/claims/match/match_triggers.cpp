// Which words trigger which rules.
#include <algorithm>

#include "claims/grammar/opinion.h"
#include "claims/match/match_site.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// The words of a lemma beside its head: a verb's particle, a noun's compound, an object of a
// support verb ("take aim").
bool has_word(const Tree& tree, int head, std::string_view word) {
  for (const int c : tree.children(head)) {
    const Deprel relation = tree.deprel(c);
    const bool fits = relation == Deprel::compound_prt || relation == Deprel::compound ||
                      relation == Deprel::amod || relation == Deprel::advmod || relation == Deprel::obj ||
                      relation == Deprel::obl || relation == Deprel::advcl;
    if (fits && equals_ignoring_case(tree.lemma(c), word)) return true;
  }
  return false;
}

bool lemma_matches(const Tree& tree, int token, std::string_view own, const std::string& lemma,
                   TriggerKind kind) {
  const auto [head, rest] = head_and_rest(kind, lemma);
  if (own != head || rest.empty()) return own == head;
  const int particle = kind == TriggerKind::verb ? split_particle(tree, token) : -1;
  return has_word(tree, token, rest) || (particle >= 0 && equals_ignoring_case(tree.lemma(particle), rest));
}

bool kind_matches(const Tree& tree, int token, TriggerKind kind) {
  const Token& t = tree.token(token);
  switch (kind) {
    case TriggerKind::verb:
      // "jointly own Orion": what has subject and object is a verb, whatever its tag.
      if (t.upos == Upos::adj)
        return tree.child(token, {Deprel::nsubj}) >= 0 && tree.child(token, {Deprel::obj}) >= 0;
      return is_verb(t) && tree.deprel(token) != Deprel::amod;
    case TriggerKind::noun:
      // "raises stake in Orion": the object of a verb is a noun, whatever its tag.
      if (t.upos == Upos::verb)
        return tree.deprel(token) == Deprel::obj &&
               tree.child(token, {Deprel::nsubj, Deprel::obj, Deprel::aux}) < 0;
      return t.upos == Upos::noun || t.upos == Upos::propn;
    case TriggerKind::role:
      // Before a name the noun is easily taken for an adjective: "its subsidiary Orion".
      return t.upos == Upos::noun || t.upos == Upos::propn || t.xpos == Xpos::jj;
    case TriggerKind::adjective:
      return t.upos == Upos::adj || t.upos == Upos::verb;
    case TriggerKind::compound:
      return (t.upos == Upos::verb || t.upos == Upos::adj) && t.xpos != Xpos::vb;
    case TriggerKind::possessive:
      return t.upos == Upos::part && tree.deprel(token) == Deprel::case_;
    case TriggerKind::learned:
      return false;
    case TriggerKind::opinion:
      return t.upos == Upos::adj || t.upos == Upos::noun || is_infinitive_of_be(tree, token);
  }
  return false;
}

// "to release accused smugglers": a participle with a noun right after it, whatever the tree says.
bool is_attribute(const Tree& tree, int token) {
  if (tree.token(token).xpos != Xpos::vbn || tree.deprel(token) == Deprel::conj) return false;
  const int object = tree.child(token, {Deprel::obj});
  return object == token + 1 && tree.child(token, {Deprel::aux, Deprel::nsubj}) < 0 &&
         tree.deprel(token) != Deprel::root;
}

}  // namespace

// "take over Orion": the particle right after a verb that the tree takes for the preposition of what should
// be its object; -1 where there is none.
int split_particle(const Tree& tree, int verb) {
  const int next = verb + 1;
  if (!is_verb(tree.token(verb)) || next >= tree.size() || tree.deprel(next) != Deprel::case_) return -1;
  const int noun = tree.head(next);
  const bool below = noun > next && tree.head(noun) == verb && tree.deprel(noun) == Deprel::obl;
  return below && tree.child(verb, {Deprel::obj, Deprel::nsubj_pass}) < 0 && !is_passive(tree, verb) ? next
                                                                                                     : -1;
}

bool triggers(const Tree& tree, int token, std::string_view own, const TriggerRule& rule) {
  if (!kind_matches(tree, token, rule.kind)) return false;
  if (rule.kind == TriggerKind::verb && is_attribute(tree, token)) return false;
  return std::any_of(rule.lemmas.begin(), rule.lemmas.end(), [&](const std::string& lemma) {
    return lemma_matches(tree, token, own, lemma, rule.kind);
  });
}

}  // namespace newsgraph
