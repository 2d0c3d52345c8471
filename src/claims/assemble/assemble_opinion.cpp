// Opinions: no verb of denouncing, but a judgement that somebody is reported to have passed:
// "It is an outrage," said X of what Y did.
#include <algorithm>

#include "claims/assemble/assemble.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/grammar/opinion.h"
#include "support/ascii.h"

namespace newsgraph {

Group Assembler::holders(int sentence, const Match& match) {
  Group group;
  const Quotation* quotation = quotations_.around(sentence, match.trigger);
  const auto add = [&](int s, int token) {
    // "Peru's case, alleging that X", "according to a tweet by X": whose case or tweet it is.
    const bool instrument = discourse_.mention_at(s, token) == nullptr &&
                            schema_.words("instruments").contains(discourse_.tree(s).lemma(token));
    if (instrument) {
      for (Reference& maker : references_.makers_of(s, token)) group.push_back(std::move(maker));
    } else if (auto speaker = references_.resolve(s, token)) {
      group.push_back(std::move(*speaker));
    }
  };
  // A report inside of the quotation is what the speaker tells of others.
  if (quotation != nullptr) {
    if (const auto place = quotations_.speaker(sentence, match.trigger)) add(place->sentence, place->token);
    return group;
  }
  for (const int token : match.subjects) add(sentence, token);
  return group;
}

Group Assembler::judged(int sentence, const Match& match, const std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(sentence);
  const bool act =
      match.rule->kind == TriggerKind::opinion && schema_.words("acts").contains(tree.lemma(match.trigger));
  if (act) {
    auto actors = references_.actors_of_act(sentence, match.trigger);
    if (actors.empty()) actors = showing(sentence, match.trigger);
    if (!actors.empty()) return actors;
  }
  Group group;
  for (const int token : match.objects) {
    for (auto& reference : judged_thing(sentence, match, token, found)) group.push_back(std::move(reference));
  }
  return group;
}

// "the court demonstrated ignorance": who shows it.
Group Assembler::showing(int sentence, int noun) {
  const Tree& tree = discourse_.tree(sentence);
  const int verb = carrying_verb(tree, noun);
  Group group;
  if (verb < 0 || !schema_.words("showing_verbs").contains(tree.lemma(verb)) ||
      tree.deprel(noun) == Deprel::nsubj_pass)
    return group;
  for (const int subject : frame_of(tree, verb).subjects) {
    if (auto actor = references_.resolve(sentence, subject)) group.push_back(std::move(*actor));
  }
  return group;
}

namespace {

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

// "It would be an outrage if that happened": of what has not happened.
bool is_hypothetical(const Tree& tree, int predicate, int subject) {
  if (tree.lemma(subject) != "it" || tree.head(subject) != predicate) return false;
  const auto clauses = tree.children(predicate, {Deprel::advcl});
  return std::any_of(clauses.begin(), clauses.end(), [&](int c) { return tree.marker(c) == "if"; });
}

}  // namespace

// "X uses the Queen — this is irresponsible": the clause before says who does it.
Group Assembler::doer_of_clause_before(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  const int before = tree.head(token) < 0 ? -1 : clause_before(tree, tree.head(token));
  Group group;
  for (const int subject : before >= 0 ? surface_subjects(tree, before) : std::vector<int>{}) {
    auto actor = references_.resolve(sentence, subject);
    if (actor && actor->argument.named) group.push_back(std::move(*actor));
  }
  return group;
}

// "It is an outrage," she said of the decision: what the verb of saying is about.
int Assembler::said_of(int sentence, int token) {
  const auto speaker = quotations_.speaker(sentence, token);
  if (!speaker || speaker->sentence != sentence) return -1;
  const Tree& tree = discourse_.tree(sentence);
  const int verb = tree.head(speaker->token);
  if (verb < 0) return -1;
  for (const int c : tree.children(verb, {Deprel::obl, Deprel::obj, Deprel::nmod})) {
    if (c > verb && tree.preposition(c) == "of" && quotations_.around(sentence, c) == nullptr) return c;
  }
  return -1;
}

// An act is its actor's, who has to stand with it; "it" and "the decision" may take up what happened before.
Group Assembler::judged_thing(int sentence, const Match& match, int token,
                              const std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(sentence);
  const bool anaphor = schema_.words("event_anaphors").contains(tree.lemma(token)) &&
                       references_.is_bare_definite(sentence, token);
  // "any doubt of this rule": nobody in particular does it.
  const bool gerund = tree.token(token).xpos == Xpos::vbg && tree.child(token, {Deprel::nmod_poss}) < 0;
  if (gerund && discourse_.mention_at(sentence, token) == nullptr) return {};
  if (references_.is_act(sentence, token) && !anaphor)
    return references_.actors_of_act(sentence, token, match.trigger);
  if (is_hypothetical(tree, match.trigger, token)) return {};
  const auto form = tree.token(token).form;
  const bool event = equals_ignoring_case(form, "it") || equals_ignoring_case(form, "this") ||
                     equals_ignoring_case(form, "that");
  if (event || tree.token(token).upos == Upos::pron) {
    if (const int about = said_of(sentence, token); about >= 0)
      return judged_thing(sentence, match, about, found);
  }
  if (event) {
    if (auto doers = doer_of_clause_before(sentence, token); !doers.empty()) return doers;
  }
  if (!equals_ignoring_case(form, "it")) return object(sentence, match, token, nullptr, found);
  if (auto thing = references_.resolve(sentence, token); thing && thing->argument.named)
    return {std::move(*thing)};
  return blamed(sentence, match, token, found);
}

// "Vega called it a breach, according to Orion": the judgement is Vega's, for whom the verb has a rule of its
// own.
bool Assembler::is_anothers(int sentence, int word) {
  const Tree& tree = discourse_.tree(sentence);
  const int verb = tree.head(word);
  if (verb < 0 || tree.deprel(word) == Deprel::nsubj || tree.deprel(word) == Deprel::parataxis) return false;
  const auto& rules = schema_.rules_of(tree.lemma(verb));
  return std::any_of(rules.begin(), rules.end(),
                     [&](std::size_t rule) { return !schema_.rules()[rule].complement.empty(); });
}

void Assembler::add_opinion(int sentence, const Match& match, std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(sentence);
  if (is_retracted(tree, match.trigger) != match.rule->negated || is_anothers(sentence, match.trigger))
    return;
  // Who reports, counts or confirms does not judge.
  const Report report = report_above(tree, schema_, match.trigger);
  const bool neutral = report.verb >= 0 && schema_.words("neutral_reports").contains(tree.lemma(report.verb));
  if (neutral && quotations_.around(sentence, match.trigger) == nullptr) return;
  const Group by = holders(sentence, match);
  if (by.empty()) return;
  for (const Reference& object : judged(sentence, match, found)) {
    if (!object.argument.named) continue;
    for (const Reference& subject : by) {
      if (acceptable(match, subject, object)) emit(sentence, match, {subject, object}, found);
    }
  }
}

}  // namespace newsgraph
