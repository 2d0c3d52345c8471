#include "claims/assemble/unsaid_subjects.h"

#include <algorithm>

#include "claims/assemble/repeats.h"
#include "claims/grammar/frame.h"
#include "claims/resolve/phrases.h"
#include "claims/resolve/resolve.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// The state that the sentence is about: its subject.
const KnownEntity* state_that_acts(const ResolutionContext& context, int sentence) {
  const Tree& tree = context.discourse.tree(sentence);
  if (tree.root() < 0) return nullptr;
  const auto subjects = surface_subjects(tree, tree.root());
  if (subjects.size() != 1 || tree.token(subjects.front()).upos != Upos::propn) return nullptr;
  const auto reference = resolve(context, {sentence, subjects.front()});
  return reference ? context.discourse.knowledge().state(reference->argument.name) : nullptr;
}

// The one state that a sentence names, as a name or an adjective; null where none or two.
const KnownEntity* only_state_named(const ResolutionContext& context, int sentence) {
  const KnownEntity* found = nullptr;
  const Sentence& where = context.discourse.sentence(sentence);
  for (int t = 0; t < where.size(); ++t) {
    const Token& token = where.token(t);
    const Mention* mention = context.discourse.mention_at({sentence, t});
    if (mention != nullptr && mention->first != t &&
        context.discourse.actor_of(*mention).type == NameType::place)
      continue;
    if (!is_ascii_upper(token.form[0])) continue;
    // "the Italian group Eni" says nothing of others.
    const int noun = token.upos == Upos::adj && token.deprel == Deprel::amod ? token.head : -1;
    const bool describes = noun > t && where.token(noun).upos == Upos::noun &&
                           WordLists::built_in().type_of(where.token(noun).lemma) == "organization";
    if (describes && where.token(noun).deprel == Deprel::conj) continue;
    const KnownEntity* state = mention == nullptr
                                   ? nullptr
                                   : context.discourse.knowledge().state(
                                         context.discourse.text(sentence, mention->first, mention->last));
    if (state == nullptr &&
        (mention == nullptr || context.discourse.actor_of(*mention).type != NameType::place))
      state = context.discourse.knowledge().state(token.form);
    if (state == nullptr || state == found || state->kind != "state") continue;  // no union of states
    if (found != nullptr) return nullptr;
    found = state;
  }
  return found;
}

}  // namespace

std::optional<Reference> the_state(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (tree.child(at.token, {Deprel::nmod}) >= 0) return std::nullopt;  // "the state of Ohio"
  const KnownEntity* state = nullptr;
  for (const int c : tree.children(at.token, {Deprel::amod, Deprel::compound, Deprel::nmod_poss})) {
    if (state == nullptr) state = context.discourse.knowledge().state(tree.token(c).form);
  }
  for (int s = at.sentence; state == nullptr && s >= 0 && s + kRepeatWindow >= at.sentence; --s)
    state = only_state_named(context, s);
  if (state == nullptr) state = state_that_acts(context, at.sentence);
  if (state == nullptr) return std::nullopt;
  return of_known(context, *state, at, Link::role);
}

Group state_of_owned(const StatedMatch& statement) {
  const Tree& tree = statement.tree();
  const int owner = statement.match.subjects.front();
  const auto word = tree.lemma(owner);
  Group group;
  if (word != "state" && word != "government") {
    if (auto reference = resolve_named(statement.context, statement.at(owner)))
      group.push_back(std::move(*reference));
    return group;
  }
  // Whose state: "Peru's state-owned carrier", "the Russian state-owned agency".
  const int head = tree.head(statement.match.trigger);
  const int noun =
      head > statement.match.trigger && is_nominal(tree.token(head)) ? head : statement.match.objects.front();
  for (const int c : tree.children(noun)) {
    if (!is_nominal(tree.token(c)) && tree.token(c).upos != Upos::adj) continue;
    auto reference = resolve(statement.context, statement.at(c));
    if (!reference || statement.discourse().knowledge().state(reference->argument.name) == nullptr) continue;
    group.push_back(std::move(*reference));
    return group;
  }
  if (auto reference = the_state(statement.context, statement.at(owner)))
    group.push_back(std::move(*reference));
  return group;
}

Group local_state(const StatedMatch& statement) {
  const Tree& tree = statement.tree();
  const KnownEntity* only = nullptr;
  Group group;
  for (int t = 0; t < tree.size(); ++t) {
    const Token& token = tree.token(t);
    const bool inside = std::any_of(statement.match.objects.begin(), statement.match.objects.end(),
                                    [&](int o) { return tree.dominates(o, t); });
    if (inside || (token.upos != Upos::propn && token.upos != Upos::adj)) continue;
    const KnownEntity* state = statement.discourse().knowledge().state(token.form);
    if (state == nullptr || state == only) continue;
    if (only != nullptr) return {};
    only = state;
    if (auto reference = resolve(statement.context, statement.at(t))) group = {std::move(*reference)};
  }
  return group;
}

}  // namespace newsgraph
