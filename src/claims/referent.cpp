#include "claims/referent.h"

#include <algorithm>

#include "claims/frame.h"

namespace newsgraph {

namespace {

std::vector<int> expand(const Tree& tree, int head) {
  return head < 0 ? std::vector<int>{} : tree.with_conjuncts(head);
}

bool is_name(const Token& token) {
  return token.upos == Upos::propn;
}

// "a unit called Y", "a subsidiary named Y".
int named_below(const Tree& tree, int noun) {
  for (const int c : tree.children(noun, {Deprel::acl})) {
    const auto lemma = tree.lemma(c);
    if (lemma != "call" && lemma != "name" && lemma != "know" && lemma != "dub") continue;
    const int name = tree.child(c, {Deprel::xcomp, Deprel::obj, Deprel::obl});
    if (name >= 0) return name;
  }
  return -1;
}

int name_compound(const Tree& tree, int noun) {
  int found = -1;
  for (const int c : tree.children(noun, {Deprel::compound, Deprel::nmod_desc, Deprel::flat})) {
    if (is_name(tree.token(c))) found = c;
  }
  return found;
}

// "as a subsidiary of Y, X …": whom the clause above is about.
std::vector<int> subject_of_clause_above(const Tree& tree, int noun) {
  const int head = tree.head(noun);
  if (head < 0 || tree.deprel(noun) != Deprel::obl || tree.preposition(noun) != "as") return {};
  const int object = tree.child(head, {Deprel::obj});
  if (object >= 0 && object < noun && tree.first_conjunct(noun) > head) return expand(tree, object);
  return surface_subjects(tree, head);
}

// "CIO at Orion, a unit of Acme": an apposition is said of the name right before its comma, even
// where the tree hangs it higher up.
int name_before_comma(const Tree& tree, int noun) {
  int left = tree.subtree(noun).front();
  if (tree.token(left).form == ",") ++left;
  if (left < 2 || tree.token(left - 1).form != "," || !is_name(tree.token(left - 2))) return -1;
  int name = left - 2;
  while (tree.head(name) >= 0 && is_name(tree.token(tree.head(name))) && tree.head(name) < left) name = tree.head(name);
  return name;
}

// "AWA's parent company is AISIN Seiki".
int predicate_name(const Tree& tree, int noun) {
  const int head = tree.head(noun);
  const bool subject = tree.deprel(noun) == Deprel::nsubj && head >= 0;
  return subject && is_name(tree.token(head)) && tree.child(head, {Deprel::cop}) >= 0 ? head : -1;
}

}  // namespace

int described_name(const Tree& tree, int noun) {
  const Deprel relation = tree.deprel(noun);
  const int head = tree.head(noun);
  const bool before = relation == Deprel::compound || relation == Deprel::nmod_desc ||
                      relation == Deprel::flat || relation == Deprel::amod;
  if (before && head > noun && is_name(tree.token(head))) return head;
  const int after = tree.child(noun, {Deprel::appos, Deprel::flat, Deprel::nmod_desc});
  if (after > noun) return after;
  // "the newspaper MwanaHalisi": side by side without a comma, whatever the tree makes of it.
  const int next = noun + 1;
  const bool adjacent = next < tree.size() && tree.token(noun).upos == Upos::noun && is_name(tree.token(next));
  if (adjacent && (tree.head(next) == noun || tree.head(next) == head || head == next)) return next;
  return -1;
}

std::vector<int> referents_of_role(const Tree& tree, int noun) {
  if (tree.child(noun, {Deprel::cop}) >= 0 || tree.deprel(noun) == Deprel::xcomp)
    return surface_subjects(tree, noun);
  if (const int name = described_name(tree, noun); name >= 0) return expand(tree, name);
  if (const int name = predicate_name(tree, noun); name >= 0) return expand(tree, name);
  if (tree.deprel(noun) == Deprel::appos) {
    const int before = is_name(tree.token(tree.head(noun))) ? -1 : name_before_comma(tree, noun);
    return before >= 0 ? std::vector<int>{before} : expand(tree, tree.head(noun));
  }
  if (tree.deprel(noun) == Deprel::conj && tree.deprel(tree.first_conjunct(noun)) == Deprel::appos) {
    return expand(tree, tree.head(tree.first_conjunct(noun)));
  }
  // The same without the label: "ByteDance, the Beijing company that owns it, denied".
  if (const int before = tree.head(noun) < 0 ? -1 : name_before_comma(tree, noun);
      before >= 0 && tree.head(before) == tree.head(noun) && tree.deprel(before) == tree.deprel(noun)) {
    return {before};
  }
  if (const int name = named_below(tree, noun); name >= 0) return expand(tree, name);
  if (auto above = subject_of_clause_above(tree, noun); !above.empty()) return above;
  if (const int name = name_compound(tree, noun); name >= 0) return expand(tree, name);
  return {};
}

std::vector<int> possessors_of_role(const Tree& tree, int noun) {
  auto found = tree.children(noun, {Deprel::nmod_poss});
  if (!found.empty()) return found;
  const int name = described_name(tree, noun);
  if (name == tree.head(noun) && name >= 0) found = tree.children(name, {Deprel::nmod_poss});
  if (!found.empty()) return found;
  // "X has a unit called Y": the verb of having possesses.
  if (tree.deprel(noun) == Deprel::obj && tree.head(noun) >= 0 && tree.lemma(tree.head(noun)) == "have") {
    return surface_subjects(tree, tree.head(noun));
  }
  return {};
}

}  // namespace newsgraph
