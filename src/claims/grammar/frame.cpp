#include "claims/grammar/frame.h"

#include <algorithm>
#include <array>

#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

std::vector<int> expand(const Tree& tree, const std::vector<int>& heads) {
  std::vector<int> all;
  for (const int head : heads) {
    const int antecedent = antecedent_of_relative(tree, head);
    for (const int one : tree.with_conjuncts(antecedent)) {
      // The antecedent's conjuncts are not the pronoun's: "A and B, which owns C".
      if (antecedent == head || one == antecedent) all.push_back(one);
    }
  }
  return all;
}

namespace {

constexpr int kMaximumClimb = 12;  // clauses that a subject is inherited through

// "whose" is easily taken for one like "its".
bool is_relative_pronoun(const Token& token) {
  return token.xpos == Xpos::wdt || token.xpos == Xpos::wp || token.xpos == Xpos::wp_poss ||
         (token.upos == Upos::pron && (token.lemma == "that" || token.lemma == "whose"));
}

// "reproached Vega itself": a pronoun that only stresses what stands before it.
bool only_stresses(const Token& token) {
  return token.upos == Upos::pron && (token.form.ends_with("self") || token.form.ends_with("selves"));
}

bool is_finite(const Token& token) {
  return token.xpos == Xpos::vbd || token.xpos == Xpos::vbz || token.xpos == Xpos::vbp;
}

bool is_clausal_modifier(Deprel relation) {
  return relation == Deprel::acl || relation == Deprel::acl_relcl;
}

// Verbs that judge from outside: who criticises a plan does not hold it.
bool judges(std::string_view lemma) {
  static constexpr std::array<std::string_view, 18> kVerbs{
      "applaud", "attack",   "back", "block",  "blast",  "condemn", "criticise", "criticize", "decry",
      "defend",  "denounce", "fear", "oppose", "praise", "reject",  "slam",      "support",   "welcome"};
  return std::find(kVerbs.begin(), kVerbs.end(), lemma) != kVerbs.end();
}

bool has_passive_marking(const Tree& tree, int verb) {
  return tree.child(verb, {Deprel::nsubj_pass, Deprel::aux_pass, Deprel::obl_agent, Deprel::csubj_pass}) >= 0;
}

std::vector<int> surface_subjects(const Tree& tree, int predicate, int depth);

// Whether the phrase of the second token begins right behind the first: one phrase that the tree has cut, as
// "President | Xi" or "the Vega | spokesman John Doe".
bool side_by_side(const Tree& tree, int first, int second) {
  if (only_stresses(tree.token(second))) return false;
  if (second == first + 1) return true;
  const int begin = tree.subtree(second).front();
  return tree.token(second).upos == Upos::propn && begin == tree.subtree(first).back() + 1 &&
         tree.token(begin).upos != Upos::det && tree.token(begin).upos != Upos::punct &&
         tree.preposition(second).empty();
}

// Verbs of asking for what somebody else is to do: "pleaded for blocking imports".
bool demands(std::string_view verb) {
  static constexpr std::array<std::string_view, 8> verbs{"appeal", "argue", "ask",   "call",
                                                         "lobby",  "plead", "press", "push"};
  return std::binary_search(verbs.begin(), verbs.end(), verb);
}

// Verbs that let or make their object do something: "cleared Orion to buy Acme".
bool controls_object(std::string_view verb) {
  static constexpr std::array<std::string_view, 16> verbs{
      "allow", "ask",    "authorise", "authorize", "clear", "compel", "enable",  "encourage",
      "force", "invite", "let",       "oblige",    "order", "permit", "require", "urge"};
  return std::binary_search(verbs.begin(), verbs.end(), verb);
}

// "approval to acquire", "its proposal to buy": who has the approval or makes the proposal, not the noun.
// "The company to buy" is the noun.
std::vector<int> subjects_of_infinitive(const Tree& tree, int noun, int depth) {
  const WordLists& words = WordLists::built_in();
  const auto lemma = tree.lemma(noun);
  const bool actor = tree.token(noun).upos == Upos::propn || !words.type_of(lemma).empty() ||
                     words.role(lemma) || words.body(lemma);
  // "Peru and Chile to ban X": a headline that is all about both.
  const bool headline = actor && tree.head(noun) < 0;
  if (actor) return headline ? expand(tree, {noun}) : std::vector<int>{noun};
  if (const int possessor = tree.child(noun, {Deprel::nmod_poss}); possessor >= 0)
    return expand(tree, {possessor});
  for (const int c : tree.children(noun, {Deprel::nmod})) {
    if (tree.preposition(c) == "by" || tree.preposition(c) == "from") return expand(tree, {c});
    if (tree.preposition(c) == "of") return {noun};
    if (tree.preposition(c) == "for" && c > noun) return expand(tree, {c});  // "calls for Ankara to ban"
  }
  // "a Nordic Council decision to impose": the decision says whose it is.
  for (const int c : tree.children(noun, {Deprel::compound, Deprel::amod})) {
    if (is_ascii_upper(tree.token(c).form[0])) return {noun};
  }
  // "is in talks to buy": the predicate's subject.
  if (tree.child(noun, {Deprel::cop}) >= 0) return surface_subjects(tree, noun, depth + 1);
  const int above = tree.verb_above(noun);
  if (above < 0 || judges(tree.lemma(above))) return {noun};
  // "gave Orion leave to buy": who gets it is to do it.
  const int receiver = tree.child(above, {Deprel::iobj});
  if (receiver >= 0 && tree.deprel(noun) == Deprel::obj && tree.head(noun) == above)
    return expand(tree, {receiver});
  auto subjects = surface_subjects(tree, above, depth + 1);
  std::erase_if(subjects, [&](int s) { return tree.dominates(s, noun); });
  return subjects;
}

// An infinitive or participle below a verb, whatever relation the tree gives it: "writes calling for".
bool is_dependent_clause(const Tree& tree, int verb) {
  const Token& token = tree.token(verb);
  const bool finite = is_finite(token) || tree.child(verb, {Deprel::aux, Deprel::cop, Deprel::nsubj}) >= 0;
  return is_verb(token) && !finite && tree.head(verb) >= 0 && is_verb(tree.token(tree.head(verb)));
}

// The participle that a coordinated one goes on, where the tree hangs it on an infinitive in between; else
// -1.
int participle_above(const Tree& tree, int predicate) {
  if (tree.token(predicate).xpos != Xpos::vbg) return -1;
  const int head = tree.head(predicate);
  if (head < 0 || tree.token(head).xpos != Xpos::vb || tree.marker(head) != "to") return -1;
  for (int above = tree.head(head); above >= 0; above = tree.head(above)) {
    if (tree.token(above).xpos == Xpos::vbg && tree.deprel(above) == Deprel::advcl) return above;
  }
  return -1;
}

// "said that Y had been left out, accusing it of": what is done to somebody without an agent does not accuse;
// who does is in the clause above. The verb whose subject a participle below `verb` takes.
int verb_of_participle(const Tree& tree, int participle, int verb) {
  if (tree.token(participle).xpos != Xpos::vbg || !tree.marker(participle).empty()) return verb;
  const bool undergoes = is_passive(tree, verb) && frame_of(tree, verb).subjects.empty();
  if (!undergoes || tree.deprel(verb) != Deprel::ccomp || tree.head(verb) < 0) return verb;
  return is_verb(tree.token(tree.head(verb))) ? tree.head(verb) : verb;
}

// The subject that a clause without its own takes from the clause above it.
std::vector<int> inherited_subjects(const Tree& tree, int predicate, int depth) {
  const int head = tree.head(predicate);
  if (head < 0 || depth > kMaximumClimb) return {};
  switch (tree.deprel(predicate)) {
    case Deprel::conj: {
      // "urged X to stop and denounced Y": a finite verb is joined to the finite one.
      int first = head;
      while (is_finite(tree.token(predicate)) && is_dependent_clause(tree, first)) first = tree.head(first);
      // "citing its refusal to pay and criticising Y": a participle to the participle.
      if (const int participle = participle_above(tree, predicate); participle >= 0) first = participle;
      return surface_subjects(tree, first, depth + 1);
    }
    case Deprel::xcomp: {
      // Control by the object where there is one: "forced ByteDance to sell".
      const int object = tree.child(head, {Deprel::obj, Deprel::iobj});
      if (object >= 0 && object < predicate) return expand(tree, {object});
      return surface_subjects(tree, head, depth + 1);
    }
    case Deprel::advcl:
    case Deprel::ccomp:
    case Deprel::parataxis: {
      // "accused X of banning Y": the accused bans.
      const int object = tree.child(head, {Deprel::obj});
      const auto marker = tree.marker(predicate);
      const bool controlled = marker == "to" && object < predicate && controls_object(tree.lemma(head));
      // "Peru joined Chile in condemning Y": both condemn.
      if (marker == "in" && object >= 0 && tree.lemma(head) == "join") {
        auto both = surface_subjects(tree, head, depth + 1);
        for (const int other : expand(tree, {object})) both.push_back(other);
        return both;
      }
      if (marker == "for" && object < 0 && demands(tree.lemma(head))) return {};
      if (object >= 0 && (marker == "of" || marker == "for" || marker == "from" || controlled ||
                          (marker == "as" && object < predicate)))
        return expand(tree, {object});
      return surface_subjects(tree, verb_of_participle(tree, predicate, head), depth + 1);
    }
    default:
      return {};
  }
}

std::vector<int> surface_subjects(const Tree& tree, int predicate, int depth) {
  auto own = tree.children(predicate, {Deprel::nsubj, Deprel::nsubj_pass});
  // "It is because you own": the outer subject is that of the whole clause.
  if (own.empty()) own = tree.children(predicate, {Deprel::nsubj_outer});
  if (!own.empty()) {
    // Two subjects side by side are one phrase that the tree has cut: "President Xi"; "which itself" is
    // "which".
    std::size_t last = 0;
    if (own.size() > 1 && is_relative_pronoun(tree.token(own[0]))) return expand(tree, {own[0]});
    while (last + 1 < own.size() && side_by_side(tree, own[last], own[last + 1])) ++last;
    // Of two apart one belongs to a phrase before: the name nearer to the verb is the subject.
    const bool name = tree.token(own.back()).upos == Upos::propn && own.back() < predicate;
    if (name && tree.token(own[last]).upos == Upos::noun) last = own.size() - 1;
    return expand(tree, {own[last]});
  }
  if (is_clausal_modifier(tree.deprel(predicate)) && is_nominal(tree.token(tree.head(predicate)))) {
    const bool infinitive =
        tree.deprel(predicate) == Deprel::acl && tree.marker(predicate) == "to" && depth < kMaximumClimb;
    if (infinitive) return subjects_of_infinitive(tree, tree.head(predicate), depth);
    return {tree.head(predicate)};
  }
  return inherited_subjects(tree, predicate, depth);
}

std::vector<int> agents_of_passive(const Tree& tree, int verb) {
  for (const int c : tree.children(verb)) {
    const Deprel relation = tree.deprel(c);
    if (relation == Deprel::obl_agent || (relation == Deprel::obl && tree.preposition(c) == "by")) {
      return expand(tree, {c});
    }
  }
  // "barred from the phones of their staff by the Commission": attached too low.
  for (const int t : tree.subtree(verb)) {
    if (t <= verb) continue;
    const Deprel relation = tree.deprel(t);
    const bool nominal = relation == Deprel::obl || relation == Deprel::nmod || relation == Deprel::obl_agent;
    const int head = tree.head(t);
    if (nominal && tree.preposition(t) == "by" && !is_verb(tree.token(head)) &&
        tree.token(t).xpos != Xpos::vbg && tree.token(t).upos != Upos::num) {
      return expand(tree, {t});
    }
  }
  return {};
}

// "denounced and banned the app": the first verb shares the object of the last.
std::vector<int> shared_object(const Tree& tree, int verb) {
  for (const int c : tree.children(verb, {Deprel::conj})) {
    if (!is_verb(tree.token(c)) || tree.child(c, {Deprel::nsubj, Deprel::nsubj_pass}) >= 0) continue;
    const int object = tree.child(c, {Deprel::obj});
    const bool intransitive_before = tree.child(verb, {Deprel::ccomp, Deprel::xcomp, Deprel::obl}) >= 0;
    if (object >= 0 && !intransitive_before) return expand(tree, {object});
  }
  return {};
}

std::vector<int> active_objects(const Tree& tree, int verb) {
  auto own = tree.children(verb, {Deprel::obj});
  if (own.empty()) own = tree.children(verb, {Deprel::iobj});  // one object is no second one
  if (!own.empty()) {
    // Two objects side by side are one phrase that the tree has cut: "the arms sale".
    std::size_t last = 0;
    while (last + 1 < own.size() && side_by_side(tree, own[last], own[last + 1])) ++last;
    return expand(tree, {own[last]});
  }
  if (tree.deprel(verb) == Deprel::acl_relcl && tree.child(verb, {Deprel::nsubj}) >= 0 &&
      tree.head(verb) >= 0) {
    const int subject = tree.child(verb, {Deprel::nsubj});
    if (!is_relative_pronoun(tree.token(subject)) && is_nominal(tree.token(tree.head(verb))))
      return {tree.head(verb)};
  }
  return shared_object(tree, verb);
}

}  // namespace

namespace {

// "witnesses and the group's leaders, who accused": the pronoun takes up the conjunct that it follows.
int conjunct_right_before(const Tree& tree, int first, int pronoun) {
  const int before = pronoun > 0 && tree.token(pronoun - 1).form == "," ? pronoun - 2 : pronoun - 1;
  for (const int one : tree.with_conjuncts(first)) {
    if (one == before) return one;
  }
  return first;
}

}  // namespace

std::vector<int> surface_subjects(const Tree& tree, int predicate) {
  return surface_subjects(tree, predicate, 0);
}

// "the founder of Orion, which is a unit of Acme": "which" takes up the name right before it rather than the
// noun that the name depends on; a place after "in" only places it.
int nearest_antecedent(const Tree& tree, int head, int pronoun) {
  if (tree.token(pronoun).form != "which" || tree.token(head).upos == Upos::propn) return head;
  int before = pronoun - 1;
  if (before > head && tree.deprel(before) == Deprel::case_) --before;  // "of which"
  if (before > head && tree.token(before).form == ",") --before;
  if (before <= head || tree.token(before).upos != Upos::propn) return head;
  while (tree.head(before) > head && tree.token(tree.head(before)).upos == Upos::propn)
    before = tree.head(before);
  // "sanctions on the refiner Lotos, of which": the name may be apposed to what hangs on the noun.
  const int outer = tree.deprel(before) == Deprel::appos ? tree.head(before) : before;
  const bool below = tree.head(outer) == head && tree.deprel(outer) == Deprel::nmod;
  const auto preposition = tree.preposition(outer);
  return below && !preposition.empty() && preposition != "in" ? before : head;
}

int antecedent_of_relative(const Tree& tree, int token) {
  if (!is_relative_pronoun(tree.token(token))) return token;
  for (int at = token; at >= 0; at = tree.head(at)) {
    if (tree.deprel(at) == Deprel::acl_relcl && tree.head(at) >= 0 && tree.head(at) < token)
      return nearest_antecedent(tree, conjunct_right_before(tree, tree.head(at), token), token);
  }
  return token;
}

bool is_passive(const Tree& tree, int verb) {
  const Token& token = tree.token(verb);
  if (token.xpos != Xpos::vbn && token.xpos != Xpos::vbd) return false;
  if (has_passive_marking(tree, verb)) return true;
  if (token.xpos != Xpos::vbn) return false;
  const bool bare = tree.child(verb, {Deprel::aux, Deprel::obj, Deprel::nsubj}) < 0;
  switch (tree.deprel(verb)) {
    case Deprel::acl:
      return tree.child(verb, {Deprel::obj}) < 0;
    case Deprel::advcl:
    case Deprel::xcomp:
    case Deprel::amod:
      return bare;
    case Deprel::conj:
      return bare && is_passive(tree, tree.head(verb));
    default:
      return false;
  }
}

Frame frame_of(const Tree& tree, int verb) {
  Frame frame;
  frame.passive = is_passive(tree, verb);
  auto surface = surface_subjects(tree, verb);
  const bool own = tree.child(verb, {Deprel::nsubj, Deprel::nsubj_pass}) >= 0;
  if (frame.passive) {
    frame.subjects = agents_of_passive(tree, verb);
    // "was denounced and banned by Beijing": the by-phrase stands with the last verb.
    if (frame.subjects.empty()) {
      for (const int c : tree.children(verb, {Deprel::conj})) {
        if (is_passive(tree, c)) frame.subjects = agents_of_passive(tree, c);
      }
    }
    // "was convicted by a French court and banned": or with the first.
    const int first = tree.first_conjunct(verb);
    if (frame.subjects.empty() && first != verb && is_passive(tree, first))
      frame.subjects = agents_of_passive(tree, first);
    frame.objects = std::move(surface);
  } else {
    frame.subjects = std::move(surface);
    frame.objects = active_objects(tree, verb);
    frame.inherited = !own;
  }
  // The head of a relative clause fills its gap only once.
  if (tree.deprel(verb) == Deprel::acl_relcl) {
    std::erase_if(frame.objects, [&](int object) {
      return std::find(frame.subjects.begin(), frame.subjects.end(), object) != frame.subjects.end();
    });
  }
  return frame;
}

}  // namespace newsgraph
