#include "claims/assemble/judgements.h"

#include <algorithm>

#include "claims/assemble/objects.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/grammar/opinion.h"
#include "claims/grammar/report.h"
#include "claims/resolve/acts.h"
#include "claims/resolve/antecedents.h"
#include "claims/resolve/class_nouns.h"
#include "claims/resolve/resolve.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// "the court demonstrated ignorance": who shows it.
Group showing(const ResolutionContext& context, Place noun) {
  const Tree& tree = context.tree(noun);
  const int verb = carrying_verb(tree, noun.token);
  Group group;
  if (verb < 0 || !context.words("showing_verbs").contains(tree.lemma(verb)) ||
      tree.deprel(noun.token) == Deprel::nsubj_pass)
    return group;
  for (const int subject : frame_of(tree, verb).subjects) {
    if (auto actor = resolve(context, {noun.sentence, subject})) group.push_back(std::move(*actor));
  }
  return group;
}

// The clause that a predicate goes on: the one that it is joined to, or both hang on a verb of saying; -1 for
// none.
int clause_before(const Tree& tree, int predicate) {
  const int head = tree.head(predicate);
  if (head < 0) return -1;
  const Deprel relation = tree.deprel(predicate);
  if (relation == Deprel::parataxis || relation == Deprel::conj) return head < predicate ? head : -1;
  int before = -1;
  if (relation == Deprel::ccomp) {
    for (const int c : tree.children(head, {Deprel::ccomp})) before = c < predicate ? c : before;
  }
  return before;
}

// "X uses the Queen — this is irresponsible": the clause before says who does it.
Group doer_of_clause_before(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const int before = tree.head(at.token) < 0 ? -1 : clause_before(tree, tree.head(at.token));
  return before < 0 ? Group{} : resolve_named(context, at.sentence, surface_subjects(tree, before));
}

// "It is an outrage," she said of the decision: what the verb of saying is about.
std::optional<Place> said_of(const StatedMatch& statement, Place at) {
  const auto speaker = statement.quotations.speaker(at);
  if (!speaker || speaker->sentence != statement.sentence) return std::nullopt;
  const Tree& tree = statement.tree();
  const int verb = tree.head(speaker->token);
  if (verb < 0) return std::nullopt;
  // "said Mara Doe of Orion's plan": hung on her.
  for (const int c : tree.children(speaker->token, {Deprel::nmod})) {
    if (tree.preposition(c) == "of" && tree.child(c, {Deprel::nmod_poss}) >= 0) return statement.at(c);
  }
  for (const int c : tree.children(verb, {Deprel::obl, Deprel::obj, Deprel::nmod})) {
    const Place about = statement.at(c);
    if (c > verb && tree.preposition(c) == "of" && statement.quotations.around(about) == nullptr)
      return about;
  }
  return std::nullopt;
}

// "X accused the company. “They knew,” said Y": a text quotes after an accusation those who share it. Nothing
// where nobody was accused right before.
Group accused_before(const StatedMatch& statement, Place at) {
  constexpr int kBack = 2;
  const Tree& tree = statement.tree();
  const Quotation* quotation = statement.quotations.around(at);
  const auto form = tree.token(at.token).form;
  const bool pronoun = equals_ignoring_case(form, "they") || equals_ignoring_case(form, "it") ||
                       equals_ignoring_case(form, "this") || equals_ignoring_case(form, "that");
  if (quotation == nullptr || !pronoun) return {};
  for (auto last = statement.found.rbegin(); last != statement.found.rend(); ++last) {
    const Argument& accused = last->claim.object;
    const int sentence = last->trigger.sentence;
    if (sentence >= quotation->first.sentence || last->claim.relation != statement.relation().name) continue;
    if (sentence + kBack < quotation->first.sentence) return {};
    if (accused.named && accused.type == "organization") return {{accused, Link::event}};
  }
  return {};
}

// An act is its actor's, who has to stand with it; "it" and "the decision" may take up what happened before.
Group judged_thing(const StatedMatch& statement, Place at) {
  const Tree& tree = statement.tree();
  const bool anaphor = statement.words("event_anaphors").contains(tree.lemma(at.token)) &&
                       is_bare_definite(statement.context, at);
  // "any doubt of this rule": nobody in particular does it.
  const bool gerund = tree.token(at.token).xpos == Xpos::vbg && tree.child(at.token, {Deprel::nmod_poss}) < 0;
  if (gerund && statement.discourse().mention_at(at) == nullptr) return {};
  if (is_act(statement.context, at) && !anaphor) {
    auto actors = actors_of_act(statement.context, at, statement.trigger());
    return actors.empty() ? authors_of_utterance(statement, at, holders_of(statement)) : actors;
  }
  const auto form = tree.token(at.token).form;
  const bool event = equals_ignoring_case(form, "it") || equals_ignoring_case(form, "this") ||
                     equals_ignoring_case(form, "that");
  if (event || tree.token(at.token).upos == Upos::pron) {
    if (const auto about = said_of(statement, at)) return judged_thing(statement, *about);
  }
  if (event) {
    if (auto doers = doer_of_clause_before(statement.context, at); !doers.empty()) return doers;
  }
  if (auto accused = accused_before(statement, at); !accused.empty()) return accused;
  if (!equals_ignoring_case(form, "it")) return object_of(statement, at, nullptr);
  if (auto thing = resolve_named(statement.context, at)) return {std::move(*thing)};
  return blamed_for_act(statement, at);
}

// "Vega called it a breach, according to Orion": the judgement is Vega's, for whom the verb has a rule of its
// own.
bool is_anothers(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const int verb = tree.head(at.token);
  if (verb < 0 || tree.deprel(at.token) == Deprel::nsubj || tree.deprel(at.token) == Deprel::parataxis)
    return false;
  const auto& rules = context.schema.rules_of(tree.lemma(verb));
  return std::any_of(rules.begin(), rules.end(),
                     [&](std::size_t rule) { return !context.schema.rules()[rule].complement.empty(); });
}

}  // namespace

bool passes_judgement(const StatedMatch& statement) {
  const Tree& tree = statement.tree();
  const int trigger = statement.match.trigger;
  if (is_retracted(tree, trigger) != statement.rule().negated) return false;
  if (is_anothers(statement.context, statement.trigger())) return false;
  // Who reports, counts or confirms does not judge.
  const Report report = report_above(tree, statement.schema(), trigger);
  const bool neutral =
      report.verb >= 0 && statement.words("neutral_reports").contains(tree.lemma(report.verb));
  return !neutral || statement.quotations.around(statement.trigger()) != nullptr;
}

Group holders_of(const StatedMatch& statement) {
  Group group;
  const Quotation* quotation = statement.quotations.around(statement.trigger());
  const auto add = [&](Place at) {
    // "Peru's case, alleging that X", "according to a tweet by X": whose case or tweet it is.
    const bool instrument =
        statement.discourse().mention_at(at) == nullptr &&
        statement.words("instruments").contains(statement.context.tree(at).lemma(at.token));
    if (instrument) {
      for (Reference& maker : makers_of(statement.context, at)) group.push_back(std::move(maker));
    } else if (auto speaker = resolve(statement.context, at)) {
      group.push_back(std::move(*speaker));
    }
  };
  // A report inside of the quotation is what the speaker tells of others.
  if (quotation != nullptr) {
    if (const auto place = statement.quotations.speaker(statement.trigger())) add(*place);
    return group;
  }
  for (const int token : statement.match.subjects) add(statement.at(token));
  return group;
}

namespace {

// "That is a disgrace," said its director: not his own body's, which the text began with.
void drop_own(const StatedMatch& statement, Group& group) {
  const auto own = speakers_own(statement.context, statement.trigger());
  std::erase_if(group, [&](const Reference& judged) {
    const bool vague = judged.link == Link::event || judged.link == Link::pronoun || judged.link == Link::act;
    return vague &&
           std::ranges::any_of(own, [&](const Actor* actor) { return actor->name == judged.argument.name; });
  });
}

}  // namespace

Group judged_by(const StatedMatch& statement) {
  const Tree& tree = statement.tree();
  const bool act = statement.rule().kind == TriggerKind::opinion &&
                   statement.words("acts").contains(tree.lemma(statement.match.trigger));
  if (act) {
    auto actors = actors_of_act(statement.context, statement.trigger());
    if (actors.empty()) actors = showing(statement.context, statement.trigger());
    if (!actors.empty()) return actors;
  }
  Group group;
  for (const int token : statement.match.objects) {
    for (auto& reference : judged_thing(statement, statement.at(token)))
      group.push_back(std::move(reference));
  }
  drop_own(statement, group);
  return group;
}

}  // namespace newsgraph
