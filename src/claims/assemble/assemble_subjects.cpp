// Whom a claim is made of: the subject that a match gives, or the state or owner that it stands for.
#include <algorithm>
#include <iterator>

#include "claims/assemble/assemble.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"
#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {

Group Assembler::state_of_owned(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  const int owner = match.subjects.front();
  const auto word = tree.lemma(owner);
  Group group;
  if (word != "state" && word != "government") {
    if (auto reference = references_.resolve({sentence, owner}); reference && reference->argument.named)
      group.push_back(*reference);
    return group;
  }
  // Whose state: "Peru's state-owned carrier", "the Russian state-owned agency".
  const int head = tree.head(match.trigger);
  const int noun = head > match.trigger && is_nominal(tree.token(head)) ? head : match.objects.front();
  for (const int c : tree.children(noun)) {
    if (!is_nominal(tree.token(c)) && tree.token(c).upos != Upos::adj) continue;
    auto reference = references_.resolve({sentence, c});
    if (!reference || discourse_.knowledge().state(reference->argument.name) == nullptr) continue;
    group.push_back(std::move(*reference));
    return group;
  }
  if (auto reference = the_state({sentence, owner})) group.push_back(std::move(*reference));
  return group;
}

// "the state" where the sentence names one.
std::optional<Reference> Assembler::the_state(Place at) {
  const Tree& tree = discourse_.tree(at.sentence);
  if (tree.child(at.token, {Deprel::nmod}) >= 0) return std::nullopt;  // "the state of Ohio"
  const KnownEntity* state = nullptr;
  for (const int c : tree.children(at.token, {Deprel::amod, Deprel::compound, Deprel::nmod_poss})) {
    if (state == nullptr) state = discourse_.knowledge().state(tree.token(c).form);
  }
  for (int s = at.sentence; state == nullptr && s >= 0 && s + kRepeatWindow >= at.sentence; --s)
    state = only_state_named(s);
  if (state == nullptr) state = state_that_acts(at.sentence);
  if (state == nullptr) return std::nullopt;
  Reference reference;
  reference.link = Link::role;
  reference.argument.name = state->name;
  reference.argument.type = state->type;
  reference.argument.named = true;
  reference.argument.extent = references_.phrase(at);
  reference.argument.text = references_.phrase_text(at);
  return reference;
}

// The state that the sentence is about: its subject.
const KnownEntity* Assembler::state_that_acts(int sentence) {
  const Tree& tree = discourse_.tree(sentence);
  if (tree.root() < 0) return nullptr;
  const auto subjects = surface_subjects(tree, tree.root());
  if (subjects.size() != 1 || tree.token(subjects.front()).upos != Upos::propn) return nullptr;
  const auto reference = references_.resolve({sentence, subjects.front()});
  return reference ? discourse_.knowledge().state(reference->argument.name) : nullptr;
}

// The one state that a sentence names, as a name or an adjective; null where none or two.
const KnownEntity* Assembler::only_state_named(int sentence) const {
  const KnownEntity* found = nullptr;
  const Sentence& where = discourse_.sentence(sentence);
  for (int t = 0; t < where.size(); ++t) {
    const Token& token = where.token(t);
    const Mention* mention = discourse_.mention_at({sentence, t});
    if (mention != nullptr && mention->first != t && discourse_.actor_of(*mention).type == NameType::place)
      continue;
    if (!is_ascii_upper(token.form[0])) continue;
    // "the Italian group Eni" says nothing of others.
    const int noun = token.upos == Upos::adj && token.deprel == Deprel::amod ? token.head : -1;
    const bool describes = noun > t && where.token(noun).upos == Upos::noun &&
                           WordLists::built_in().type_of(where.token(noun).lemma) == "organization";
    if (describes && where.token(noun).deprel == Deprel::conj) continue;
    const KnownEntity* state =
        mention == nullptr
            ? nullptr
            : discourse_.knowledge().state(discourse_.text(sentence, mention->first, mention->last));
    if (state == nullptr && (mention == nullptr || discourse_.actor_of(*mention).type != NameType::place))
      state = discourse_.knowledge().state(token.form);
    if (state == nullptr || state == found || state->kind != "state") continue;  // no union of states
    if (found != nullptr) return nullptr;
    found = state;
  }
  return found;
}

// Whether it is a means of somebody's, who acts by it: "the law", "Bill 21".
bool Assembler::is_instrument(Place at) {
  const Tree& tree = discourse_.tree(at.sentence);
  const auto& instruments = schema_.words("instruments");
  const Mention* mention = discourse_.mention_at(at);
  if (mention == nullptr) return instruments.contains(tree.lemma(at.token));
  const int next = mention->last + 1;
  const bool numbered =
      mention->first == mention->last && next < tree.size() && tree.token(next).upos == Upos::num;
  return numbered && instruments.contains(utf8::lower(tree.lemma(at.token)));
}

// Whom a subject phrase itself means, where that can be a subject of the match.
std::optional<Reference> Assembler::subject_itself(Place at, const Match& match) {
  const Tree& tree = discourse_.tree(at.sentence);
  auto reference = references_.resolve(at);
  const auto word = tree.lemma(at.token);
  const bool bare_state =
      (!reference || !reference->argument.named) && (word == "state" || word == "government");
  if (bare_state && !schema_.relations()[match.rule->relation].acts) reference = the_state(at);
  if (!reference) return std::nullopt;
  const int whose = tree.child(at.token, {Deprel::nmod_poss});
  if (!reference->argument.named && whose >= 0 && tree.lemma(whose) == "whose") return std::nullopt;
  const bool state = discourse_.knowledge().state(reference->argument.name) != nullptr;
  if (match.place_as_agent && !state) return std::nullopt;
  return reference;
}

// Whom one of the subjects in the tree means; several for "both", or where it stands for a group.
Group Assembler::subject(Place at, const Match& match) {
  const auto who = schema_.implied_by(discourse_.tree(at.sentence).lemma(at.token), match.rule->relation);
  if (!who.empty()) return {participants(at, who)};
  const bool instrument = is_instrument(at);
  if (instrument || references_.is_act(at)) {
    Group makers = references_.makers_of(at);
    return makers.empty() && instrument ? references_.makers_before(at) : makers;
  }
  if (Group others = members_.of_subject(at); !others.empty()) return others;
  Group group;
  if (auto reference = subject_itself(at, match)) group.push_back(std::move(*reference));
  return group;
}

Group Assembler::subjects(int sentence, const Match& match) {
  const bool possessed = match.subject_place == Role::Place::possessor;
  if (match.rule->kind == TriggerKind::compound && !possessed) return state_of_owned(sentence, match);
  Group group;
  for (const int token : members_.named(sentence, match.subjects)) {
    Group found = subject({sentence, token}, match);
    std::move(found.begin(), found.end(), std::back_inserter(group));
  }
  if (group.empty() && match.subjects.empty())
    group = match.rule->attributive ? local_state(sentence, match) : enactors(sentence, match);
  // "a unit of Acme and the largest maker of toys": the second says more of somebody named.
  const bool named =
      std::any_of(group.begin(), group.end(), [](const Reference& r) { return r.argument.named; });
  if (named && match.rule->kind == TriggerKind::role)
    std::erase_if(group, [](const Reference& r) { return !r.argument.named; });
  keep_once(group);
  return group;
}

}  // namespace newsgraph
