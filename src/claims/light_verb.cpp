#include "claims/light_verb.h"

#include <string>

namespace newsgraph {

namespace {

// "called for the ban to be lifted": the infinitive says what happens to it.
int passive_infinitive(const Tree& tree, int verb, int noun) {
  for (const int c : tree.children(verb, {Deprel::xcomp})) {
    if (c > noun && is_verb(tree.token(c)) && tree.child(c, {Deprel::aux_pass}) >= 0) return c;
  }
  return -1;
}

}  // namespace

int carrying_verb(const Tree& tree, int noun) {
  const int first = tree.first_conjunct(noun);
  const int head = tree.head(first);
  if (head < 0) return -1;
  switch (tree.deprel(first)) {
    case Deprel::obj:
      if (const int below = passive_infinitive(tree, head, first); below >= 0) return below;
      return is_verb(tree.token(head)) ? head : -1;
    case Deprel::nsubj_pass:
    case Deprel::obl:
    case Deprel::xcomp:
      return is_verb(tree.token(head)) ? head : -1;
    default:
      break;
  }
  // A participle that modifies the noun: "a ban imposed by Britain".
  return -1;
}

std::optional<Status> light_status(const TriggerRule& rule, const Tree& tree, int verb) {
  std::string lemma(tree.lemma(verb));
  const int particle = tree.child(verb, {Deprel::compound_prt});
  const std::string whole = particle < 0 ? lemma : lemma + " " + std::string(tree.lemma(particle));
  for (std::size_t status = 0; status < rule.light.size(); ++status) {
    if (rule.light[status].contains(whole) || rule.light[status].contains(lemma))
      return static_cast<Status>(status);
  }
  return std::nullopt;
}

}  // namespace newsgraph
