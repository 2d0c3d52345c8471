#include "claims/grammar/referent.h"

#include <algorithm>
#include <string>

#include "claims/grammar/frame.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

std::vector<int> expand(const Tree& tree, int head) {
  return head < 0 ? std::vector<int>{} : tree.with_conjuncts(head);
}

// What a noun in the singular names is one unless an "and" says more: "its unit, Orion, Reuters reported".
std::vector<int> expand_named(const Tree& tree, int noun, int head) {
  auto group = expand(tree, head);
  if (tree.token(noun).xpos == Xpos::nns) return group;
  const bool joined =
      std::any_of(group.begin(), group.end(), [&](int t) { return tree.child(t, {Deprel::cc}) >= 0; });
  if (!joined) group = {head};
  return group;
}

bool is_name(const Token& token) {
  return token.upos == Upos::propn;
}

// The name that a participle of naming gives a noun: "a unit called Y", "a subsidiary named Y".
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

// What may stand before the noun of a phrase that begins with its article: "the paint and heavy
// machinery subsidiary".
bool may_precede(const Tree& tree, int token, int noun) {
  const Token& t = tree.token(token);
  switch (t.upos) {
    case Upos::adj:
    case Upos::noun:
    case Upos::num:
    case Upos::adv:
    case Upos::propn:
    case Upos::sym:
    case Upos::cconj:
      return true;
    case Upos::verb:
      return (t.xpos == Xpos::vbn || t.xpos == Xpos::vbg) && tree.head(token) > token &&
             tree.head(token) <= noun;
    case Upos::punct:
      return t.form == "-" || t.form == "–";
    default:
      return false;
  }
}

// The first word of the phrase that a noun ends, read from the words alone.
int phrase_start(const Tree& tree, int noun) {
  int first = noun;
  while (first > 0 && may_precede(tree, first - 1, noun)) --first;
  const bool article = first > 0 && tree.token(first - 1).upos == Upos::det;
  if (article) {
    --first;
    // Adverbs may open a description: ", itself a part of", ", now a unit of", ", in turn a subsidiary of".
    while (first > 0 && (tree.token(first - 1).upos == Upos::adv || tree.lemma(first - 1) == "itself"))
      --first;
    const bool in_turn =
        first > 1 && tree.token(first - 1).form == "turn" && tree.token(first - 2).form == "in";
    return in_turn ? first - 2 : first;
  }
  // Without an article only what belongs to the noun: "Orion, subsidiary of Acme".
  first = noun;
  while (first > 0 && may_precede(tree, first - 1, noun) && tree.token(first - 1).upos != Upos::cconj &&
         tree.token(first - 1).upos != Upos::propn)
    --first;
  return first;
}

// Whether a token is a word of the name or phrase that its head ends or begins.
bool belongs_to_head(const Tree& tree, int token) {
  const Deprel relation = tree.deprel(token);
  return relation == Deprel::compound || relation == Deprel::amod || relation == Deprel::flat ||
         relation == Deprel::nummod || relation == Deprel::nmod_desc;
}

// The name whose last word this is, by its head.
int name_ending_at(const Tree& tree, int last) {
  if (last < 0) return -1;
  if (tree.token(last).form == ")") {  // "Orion (USA), a unit of Acme"
    while (last > 0 && tree.token(last).form != "(") --last;
    --last;
  }
  if (last < 0 || !is_name(tree.token(last))) return -1;
  int name = last;
  while (belongs_to_head(tree, name) && tree.head(name) <= last && is_name(tree.token(tree.head(name))))
    name = tree.head(name);
  return name;
}

// The name that begins at a token, an article aside, by its head.
int name_starting_at(const Tree& tree, int first) {
  if (first < tree.size() && tree.token(first).upos == Upos::det) ++first;
  if (first >= tree.size()) return -1;
  int name = first;
  while (tree.head(name) > name && is_nominal(tree.token(tree.head(name))) && belongs_to_head(tree, name))
    name = tree.head(name);
  return is_name(tree.token(name)) ? name : -1;
}

int end_of_name(const Tree& tree, int name) {
  int last = name;
  while (last + 1 < tree.size() && (is_name(tree.token(last + 1)) || tree.deprel(last + 1) == Deprel::flat) &&
         tree.dominates(name, last + 1))
    ++last;
  return last;
}

// "its unit, Orion, said", "a subsidiary: Orion": the name after the mark, unless a verb follows it ("…,
// Reuters reported").
int name_after_mark(const Tree& tree, int noun) {
  int mark = noun + 1;
  if (mark >= tree.size()) return -1;
  const auto form = tree.token(mark).form;
  const bool lists = form == ":" || form == "namely";
  if (!lists && form != "," && form != "(") return -1;
  const int name = name_starting_at(tree, mark + 1);
  if (name < 0) return -1;
  const int next = end_of_name(tree, name) + 1;
  if (lists || next >= tree.size()) return name;
  const Upos after = tree.token(next).upos;
  return after == Upos::punct || (after == Upos::cconj && form == ",") ? name : -1;
}

bool is_verb_form(const Token& token) {
  return token.upos == Upos::verb || token.upos == Upos::aux;
}

// "A subsidiary of Acme, Orion makes toys", "As the retail arm of Acme, Orion …": a phrase that opens the
// sentence is said of the name after its comma.
int name_after_opening_phrase(const Tree& tree, int noun) {
  int first = phrase_start(tree, noun);
  if (first > 0 && equals_ignoring_case(tree.token(first - 1).form, "as")) --first;
  if (first != 0 || noun + 1 >= tree.size() || tree.token(noun + 1).upos != Upos::adp) return -1;
  for (int t = noun + 2; t < tree.size(); ++t) {
    const Token& token = tree.token(t);
    if (token.form == ",") {
      // A comma may be inside a name: "Acme, Inc."
      const int name = name_starting_at(tree, t + 1);
      const int next = name < 0 ? tree.size() : end_of_name(tree, name) + 1;
      const bool set_off =
          next + 1 < tree.size() && tree.token(next).form == "," && is_verb_form(tree.token(next + 1));
      if (name >= 0 && next < tree.size() && (tree.token(next).form != "," || set_off)) return name;
      if (name < 0) return -1;
      continue;
    }
    if (is_verb(token) && token.xpos != Xpos::vbn && token.xpos != Xpos::vbg) return -1;
  }
  return -1;
}

// "CIO at Orion, a unit of Acme": an apposition is said of the name right before its comma, even
// where the tree hangs it higher up.
int name_before_comma(const Tree& tree, int noun) {
  const int first = phrase_start(tree, noun);
  if (first < 2) return -1;
  const auto mark = tree.token(first - 1).form;
  return mark == "," || mark == "(" ? name_ending_at(tree, first - 2) : -1;
}

std::vector<int> apposed_to(const Tree& tree, int noun) {
  const int head = tree.head(noun);
  const int before = is_name(tree.token(head)) ? -1 : name_before_comma(tree, noun);
  return before >= 0 ? std::vector<int>{before} : expand(tree, head);
}

// "is an airline in Oslo and a subsidiary of Acme": whatever the second predicate hangs on, it is said of
// what the first is said of.
std::vector<int> referents_of_conjunct(const Tree& tree, int noun) {
  if (tree.deprel(noun) != Deprel::conj) return {};
  const bool indefinite = tree.child(noun, {Deprel::det}) >= 0;
  int at = tree.head(noun);
  for (int steps = 0; at >= 0 && steps < 6; ++steps, at = tree.head(at)) {
    if (tree.child(at, {Deprel::cop}) >= 0) return surface_subjects(tree, at);
    if (tree.deprel(at) == Deprel::appos) return apposed_to(tree, at);
    const bool finite =
        is_verb(tree.token(at)) && tree.token(at).xpos != Xpos::vbn && tree.token(at).xpos != Xpos::vbg;
    if (!indefinite || finite) return {};
  }
  return {};
}

// The name that a noun as subject is said to be: "Vega's parent company is Orion"; -1 for none.
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
  if (noun + 1 >= tree.size() || (tree.token(noun).upos != Upos::noun && tree.token(noun).upos != Upos::adj))
    return -1;
  const int start = tree.token(noun + 1).upos == Upos::det && noun + 2 < tree.size() ? noun + 2 : noun + 1;
  const char initial = tree.token(start).form[0];
  if (is_ascii_lower(initial) && tree.token(start).upos != Upos::propn) return -1;  // "output next March"
  const int next = name_starting_at(tree, noun + 1);
  if (next >= 0 && (tree.head(next) == noun || tree.head(next) == head || head == next)) return next;
  return -1;
}

std::vector<int> described_by(const Tree& tree, int noun) {
  if (tree.child(noun, {Deprel::cop}) >= 0 || tree.deprel(noun) == Deprel::xcomp)
    return surface_subjects(tree, noun);
  if (const int name = described_name(tree, noun); name >= 0) return expand_named(tree, noun, name);
  if (const int name = predicate_name(tree, noun); name >= 0) return expand(tree, name);
  if (tree.deprel(noun) == Deprel::appos) return apposed_to(tree, noun);
  if (auto shared = referents_of_conjunct(tree, noun); !shared.empty()) return shared;
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

namespace {

// "its brands include Dior and Fendi", "its portfolio consists of Dior": what the verb says is in it.
std::vector<int> included_in(const Tree& tree, int noun) {
  const int verb = tree.deprel(noun) == Deprel::nsubj ? tree.head(noun) : -1;
  if (verb < noun) return {};
  const auto lemma = tree.lemma(verb);
  if (lemma == "include" || lemma == "comprise") return expand(tree, tree.child(verb, {Deprel::obj}));
  for (const int c : lemma == "consist" ? tree.children(verb, {Deprel::obl}) : std::vector<int>{}) {
    if (tree.preposition(c) == "of") return expand(tree, c);
  }
  return {};
}

// The same, and "subsidiaries such as Orion": the members of what a plural names.
std::vector<int> members_of(const Tree& tree, int noun) {
  if (auto included = included_in(tree, noun); !included.empty()) return included;
  if (tree.token(noun).xpos != Xpos::nns) return {};
  for (const int c : tree.children(noun, {Deprel::nmod})) {
    const auto opener = tree.preposition(c);
    if (c > noun && (opens_list(opener) || opener == "such")) return expand(tree, c);
  }
  return {};
}

}  // namespace

std::vector<int> referents_of_role(const Tree& tree, int noun) {
  // "the subsidiary network": part of another description.
  const int head = tree.head(noun);
  if (tree.deprel(noun) == Deprel::compound && head > noun && tree.token(head).upos == Upos::noun) return {};
  if (auto members = members_of(tree, noun); !members.empty()) return members;
  // A colon introduces the name: "its subsidiary: Orion".
  if (const int name =
          noun + 1 < tree.size() && tree.token(noun + 1).form == ":" ? name_after_mark(tree, noun) : -1;
      name >= 0)
    return expand_named(tree, noun, name);
  // "threatened Doe, Orion owners and others": many owners are not one.
  const bool many = tree.token(noun).xpos == Xpos::nns && name_compound(tree, noun) >= 0 &&
                    tree.child(noun, {Deprel::nmod, Deprel::nmod_poss}) < 0;
  auto found = described_by(tree, noun);
  if (many && found.size() == 1 && found[0] < noun) found.clear();
  if (!found.empty()) return found;
  if (const int name = name_after_opening_phrase(tree, noun); name >= 0) return {name};
  if (const int name = name_after_mark(tree, noun); name >= 0) return expand_named(tree, noun, name);
  if (const int name = name_before_comma(tree, noun); name >= 0 && !many) return {name};
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
