#include "claims/assemble/objects.h"

#include <algorithm>

#include "claims/assemble/arguments.h"
#include "claims/grammar/frame.h"
#include "claims/resolve/acts.h"
#include "claims/resolve/class_nouns.h"
#include "claims/resolve/resolve.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// Sentences back in which "it" and "the decision" find what they take up.
constexpr int kBackOfIt = 3;
constexpr int kBackOfNoun = 2;

// The claim's subject, for what takes the claim up.
Reference author_of(const Finding& finding, Link link) {
  return {finding.claim.subject, link};
}

// What the act consists in is a claim itself: "the possibility that TikTok will be banned in the US".
Group authors_of_content(const StatedMatch& statement, Place act) {
  Group authors;
  for (const Finding& finding : statement.found) {
    const Place there = finding.trigger;
    if (there.sentence == act.sentence && there.token != statement.match.trigger &&
        statement.tree().dominates(act.token, there.token))
      authors.push_back(author_of(finding, Link::act));
  }
  return authors;
}

// Whether a claim is of another relation than the one that is stated: that is not said of itself.
bool is_other_relation(const StatedMatch& statement, const Finding& finding) {
  return finding.claim.relation != statement.relation().name;
}

// "…, a decision also criticised by Beijing": what was stated before, `window` sentences back.
Group authors_of_event_before(const StatedMatch& statement, Place act, int window) {
  int last = -1;
  for (const Finding& finding : statement.found) {
    const int sentence = finding.trigger.sentence;
    const bool near = sentence <= act.sentence && sentence >= act.sentence - window;
    if (near && is_other_relation(statement, finding) && finding.trigger != statement.trigger())
      last = std::max(last, sentence);
  }
  // Of several claims before in the same sentence the nearest is meant.
  int nearest = -1;
  for (const Finding& finding : statement.found) {
    const Place there = finding.trigger;
    if (last == act.sentence && there.sentence == last && there < act)
      nearest = std::max(nearest, there.token);
  }
  Group authors;
  for (const Finding& finding : statement.found) {
    if (last < 0 || finding.trigger.sentence != last) continue;
    if (nearest >= 0 && finding.trigger.token != nearest) continue;
    if (is_other_relation(statement, finding) && statement.schema().relation(finding.claim.relation).event)
      authors.push_back(author_of(finding, Link::event));
  }
  return authors;
}

bool is_one_of(const Group& group, const Reference& reference) {
  return std::ranges::any_of(
      group, [&](const Reference& one) { return same_entity(one.argument, reference.argument); });
}

// "the remarks", "those accusations": with nothing that says whose.
bool is_taken_up(const Tree& tree, int noun) {
  const int det = tree.child(noun, {Deprel::det});
  const auto lemma = det < 0 ? std::string_view{} : tree.lemma(det);
  const bool definite = lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" ||
                        lemma == "those" || lemma == "such";
  return definite && tree.child(noun, {Deprel::nmod, Deprel::nmod_poss, Deprel::compound, Deprel::acl,
                                       Deprel::acl_relcl}) < 0;
}

// "X called it shameful. Y denounced it": the same.
Group blamed_before(const StatedMatch& statement, Place act, int window) {
  for (auto finding = statement.found.rbegin(); finding != statement.found.rend(); ++finding) {
    if (finding->object_link == Link::event && finding->trigger.sentence >= act.sentence - window)
      return {{finding->claim.object, Link::event}};
  }
  return {};
}

// "called it shameful", "denounced it as an attack": rather what was done than who did it.
bool is_judged_event(const StatedMatch& statement, Place at) {
  const Tree& tree = statement.tree();
  if (!equals_ignoring_case(tree.token(at.token).form, "it") ||
      tree.head(at.token) != statement.match.trigger)
    return false;
  if (statement.rule().quoted_complement) return true;
  for (const int c : tree.children(statement.match.trigger, {Deprel::xcomp, Deprel::obl})) {
    const bool as = tree.deprel(c) == Deprel::obl && tree.preposition(c) == "as";
    const bool judgement = tree.deprel(c) == Deprel::xcomp && !is_verb(tree.token(c));
    if (as || judgement) return true;
  }
  return false;
}

// Who spoke last before `act`, none of `except`: a verb of saying that does not hold the act itself.
std::optional<Reference> speaker_before(const ResolutionContext& context, Place act, const Group& except) {
  constexpr int kBack = 2;
  for (int s = act.sentence; s >= 0 && s >= act.sentence - kBack; --s) {
    const Tree& tree = context.discourse.tree(s);
    const bool here = s == act.sentence;
    for (int t = (here ? act.token : tree.size()) - 1; t >= 0; --t) {
      if (!is_verb(tree.token(t)) || !context.words("report_verbs").contains(tree.lemma(t)) ||
          (here && tree.dominates(t, act.token)))
        continue;
      const auto subjects = frame_of(tree, t).subjects;
      if (subjects.size() != 1) continue;
      auto speaker = resolve(context, {s, subjects.front()});
      if (!speaker || !speaker->argument.named || !can_act(*speaker) || is_one_of(except, *speaker)) continue;
      speaker->link = Link::event;
      return speaker;
    }
  }
  return std::nullopt;
}

// Who judges: the subjects of the statement.
Group judges_of(const StatedMatch& statement) {
  Group judges;
  for (const int subject : statement.match.subjects) {
    if (auto judge = resolve(statement.context, statement.at(subject))) judges.push_back(std::move(*judge));
  }
  return judges;
}

}  // namespace

Group authors_of_utterance(const StatedMatch& statement, Place act, const Group& judges) {
  const Tree& tree = statement.tree();
  if (!statement.words("utterances").contains(tree.lemma(act.token)) || !is_taken_up(tree, act.token))
    return {};
  for (auto last = statement.found.rbegin(); last != statement.found.rend(); ++last) {
    const bool near = last->trigger.sentence + 1 >= act.sentence && last->trigger < act;
    if (!near || last->claim.relation != statement.relation().name || !last->claim.subject.named) continue;
    Reference author = author_of(*last, Link::event);
    if (!is_one_of(judges, author)) return {std::move(author)};
  }
  auto speaker = speaker_before(statement.context, act, judges);
  return speaker ? Group{std::move(*speaker)} : Group{};
}

Group blamed_for_act(const StatedMatch& statement, Place act) {
  auto actors = actors_of_act(statement.context, act, statement.trigger());
  if (actors.empty()) actors = authors_of_content(statement, act);
  const Tree& tree = statement.tree();
  const int trigger = statement.match.trigger;
  // The act stands in the clause that it is the object of: "maintain a policy, which X criticises".
  const bool relative = tree.deprel(trigger) == Deprel::acl_relcl && tree.head(trigger) == act.token;
  if (actors.empty() && relative) actors = makers_of(statement.context, act);
  const bool it = tree.lemma(act.token) == "it";
  const bool anaphor = it || statement.words("event_anaphors").contains(tree.lemma(act.token));
  if (actors.empty()) actors = authors_of_utterance(statement, act, judges_of(statement));
  if (actors.empty() && !anaphor && is_bare_definite(statement.context, act)) {
    if (auto actor = actor_of_event_before(statement.context, act)) actors.push_back(std::move(*actor));
  }
  if (!actors.empty() || !anaphor) return actors;
  actors = authors_of_event_before(statement, act, it ? kBackOfIt : kBackOfNoun);
  // "Vega announced the measure" says better who took it than a claim by somebody without a name.
  const auto named = [](const Reference& actor) { return actor.argument.named; };
  if (!it && !actors.empty() && std::ranges::none_of(actors, named)) {
    if (auto makers = makers_before(statement.context, act); !makers.empty()) return makers;
  }
  // Of "it" only what a claim says was done.
  if (it) return actors.empty() ? blamed_before(statement, act, kBackOfIt) : actors;
  if (actors.empty()) {
    if (auto actor = actor_of_event_before(statement.context, act)) actors.push_back(std::move(*actor));
  }
  if (actors.empty()) {
    if (auto actor = actor_of_the_news(statement.context, act.sentence)) actors.push_back(std::move(*actor));
  }
  return actors;
}

std::optional<Group> blamed_for(const StatedMatch& statement, Place at) {
  if (is_judged_event(statement, at)) return blamed_for_act(statement, at);
  const Tree& tree = statement.tree();
  const bool pronoun = tree.token(at.token).upos == Upos::pron &&
                       (tree.lemma(at.token) == "this" || tree.lemma(at.token) == "that");
  const bool anaphor = statement.words("event_anaphors").contains(tree.lemma(at.token));
  const bool utterance = statement.words("utterances").contains(tree.lemma(at.token)) &&
                         is_taken_up(tree, at.token) && statement.discourse().mention_at(at) == nullptr;
  if (!pronoun && !anaphor && !utterance && !is_act(statement.context, at)) return std::nullopt;
  auto actors = blamed_for_act(statement, at);
  if (actors.empty()) {
    if (auto likely = resolve_named(statement.context, at)) actors.push_back(std::move(*likely));
  }
  // "the move" of nobody knows whom says nothing; an attack is something to condemn in itself.
  if (!actors.empty() || pronoun || (anaphor && is_bare_definite(statement.context, at))) return actors;
  return std::nullopt;
}

}  // namespace newsgraph
