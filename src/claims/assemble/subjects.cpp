#include "claims/assemble/subjects.h"

#include <algorithm>
#include <iterator>

#include "claims/assemble/arguments.h"
#include "claims/assemble/members.h"
#include "claims/assemble/unsaid_subjects.h"
#include "claims/resolve/acts.h"
#include "claims/resolve/class_nouns.h"
#include "claims/resolve/resolve.h"
#include "support/utf8.h"

namespace newsgraph {

namespace {

// Whether it is a means of somebody's, who acts by it: "the law", "Bill 21".
bool is_instrument(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const auto& instruments = context.words("instruments");
  const Mention* mention = context.discourse.mention_at(at);
  if (mention == nullptr) return instruments.contains(tree.lemma(at.token));
  const int next = mention->last + 1;
  const bool numbered =
      mention->first == mention->last && next < tree.size() && tree.token(next).upos == Upos::num;
  return numbered && instruments.contains(utf8::lower(tree.lemma(at.token)));
}

// Whom a subject phrase itself means, where that can be a subject of the match.
std::optional<Reference> subject_itself(const StatedMatch& statement, Place at) {
  const Tree& tree = statement.tree();
  auto reference = resolve(statement.context, at);
  const auto word = tree.lemma(at.token);
  const bool bare_state =
      (!reference || !reference->argument.named) && (word == "state" || word == "government");
  if (bare_state && !statement.relation().acts) reference = the_state(statement.context, at);
  if (!reference) return std::nullopt;
  const int whose = tree.child(at.token, {Deprel::nmod_poss});
  if (!reference->argument.named && whose >= 0 && tree.lemma(whose) == "whose") return std::nullopt;
  if (!reference->argument.named && statement.relation().is_between_names() &&
      is_unknown_company(statement.context, at))
    return std::nullopt;
  const bool state = statement.discourse().knowledge().state(reference->argument.name) != nullptr;
  if (statement.match.place_as_agent && !state) return std::nullopt;
  return reference;
}

// Whom one of the subjects in the tree means; several for "both", or where it stands for a group.
Group subject_of(const StatedMatch& statement, Place at) {
  const auto who = statement.schema().implied_by(statement.tree().lemma(at.token), statement.rule().relation);
  if (!who.empty()) return {participants(statement.context, at, who)};
  const bool instrument = is_instrument(statement.context, at);
  if (instrument || is_act(statement.context, at)) {
    Group makers = makers_of(statement.context, at);
    if (makers.empty() && instrument) makers = makers_before(statement.context, at);
    return makers;
  }
  if (Group others = members_for_subject(statement.context, at); !others.empty()) return others;
  Group group;
  if (auto reference = subject_itself(statement, at)) group.push_back(std::move(*reference));
  return group;
}

}  // namespace

Group subjects_of(const StatedMatch& statement) {
  const bool possessed = statement.match.subject_place == Role::Place::possessor;
  if (statement.rule().kind == TriggerKind::compound && !possessed) return state_of_owned(statement);
  Group group;
  for (const int token : named_members(statement.context, statement.sentence, statement.match.subjects)) {
    Group found = subject_of(statement, statement.at(token));
    std::move(found.begin(), found.end(), std::back_inserter(group));
  }
  if (group.empty() && statement.match.subjects.empty())
    group = statement.rule().attributive ? local_state(statement) : enactors(statement);
  // "a unit of Acme and the largest maker of toys": the second says more of somebody named.
  const bool named =
      std::any_of(group.begin(), group.end(), [](const Reference& r) { return r.argument.named; });
  if (named && statement.rule().kind == TriggerKind::role)
    std::erase_if(group, [](const Reference& r) { return !r.argument.named; });
  keep_once(group);
  return group;
}

Agents agents_of(const StatedMatch& statement) {
  const TriggerRule& rule = statement.rule();
  const StatedMatch typed = statement.expecting(rule.subject_types, rule.not_object_kinds);
  Agents agents{subjects_of(typed)};
  agents.implied = agents.who.empty();
  if (agents.implied) agents.who = implied_subjects(typed);
  const Knowledge& knowledge = statement.discourse().knowledge();
  for (Reference& subject : agents.who) {
    // "part of the metropolitan area": no company.
    const bool places = rule.kind != TriggerKind::role || !rule.places_stay;
    const auto said = type_before(statement.context, statement.sentence, subject.argument);
    coerce(rule.subject_types, knowledge, places, said, subject.argument);
    take_for_company(statement.relation(), knowledge, subject.argument);
  }
  return agents;
}

}  // namespace newsgraph
