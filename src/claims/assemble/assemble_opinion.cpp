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
  const Quotation* quotation = quotations_.around({sentence, match.trigger});
  const auto add = [&](Place at) {
    // "Peru's case, alleging that X", "according to a tweet by X": whose case or tweet it is.
    const bool instrument =
        discourse_.mention_at(at) == nullptr &&
        schema_.words("instruments").contains(discourse_.tree(at.sentence).lemma(at.token));
    if (instrument) {
      for (Reference& maker : references_.makers_of(at)) group.push_back(std::move(maker));
    } else if (auto speaker = references_.resolve(at)) {
      group.push_back(std::move(*speaker));
    }
  };
  // A report inside of the quotation is what the speaker tells of others.
  if (quotation != nullptr) {
    if (const auto place = quotations_.speaker({sentence, match.trigger})) add(*place);
    return group;
  }
  for (const int token : match.subjects) add({sentence, token});
  return group;
}

Group Assembler::judged(int sentence, const Match& match, const std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(sentence);
  const bool act =
      match.rule->kind == TriggerKind::opinion && schema_.words("acts").contains(tree.lemma(match.trigger));
  if (act) {
    auto actors = references_.actors_of_act({sentence, match.trigger});
    if (actors.empty()) actors = showing({sentence, match.trigger});
    if (!actors.empty()) return actors;
  }
  Group group;
  for (const int token : match.objects) {
    for (auto& reference : judged_thing({sentence, token}, match, found))
      group.push_back(std::move(reference));
  }
  return group;
}

// "the court demonstrated ignorance": who shows it.
Group Assembler::showing(Place noun) {
  const Tree& tree = discourse_.tree(noun.sentence);
  const int verb = carrying_verb(tree, noun.token);
  Group group;
  if (verb < 0 || !schema_.words("showing_verbs").contains(tree.lemma(verb)) ||
      tree.deprel(noun.token) == Deprel::nsubj_pass)
    return group;
  for (const int subject : frame_of(tree, verb).subjects) {
    if (auto actor = references_.resolve({noun.sentence, subject})) group.push_back(std::move(*actor));
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
Group Assembler::doer_of_clause_before(Place at) {
  const Tree& tree = discourse_.tree(at.sentence);
  const int before = tree.head(at.token) < 0 ? -1 : clause_before(tree, tree.head(at.token));
  Group group;
  for (const int subject : before >= 0 ? surface_subjects(tree, before) : std::vector<int>{}) {
    auto actor = references_.resolve({at.sentence, subject});
    if (actor && actor->argument.named) group.push_back(std::move(*actor));
  }
  return group;
}

// "It is an outrage," she said of the decision: what the verb of saying is about.
std::optional<Place> Assembler::said_of(Place at) {
  const auto speaker = quotations_.speaker(at);
  if (!speaker || speaker->sentence != at.sentence) return std::nullopt;
  const Tree& tree = discourse_.tree(at.sentence);
  const int verb = tree.head(speaker->token);
  if (verb < 0) return std::nullopt;
  for (const int c : tree.children(verb, {Deprel::obl, Deprel::obj, Deprel::nmod})) {
    const Place about{at.sentence, c};
    if (c > verb && tree.preposition(c) == "of" && quotations_.around(about) == nullptr) return about;
  }
  return std::nullopt;
}

// An act is its actor's, who has to stand with it; "it" and "the decision" may take up what happened before.
Group Assembler::judged_thing(Place at, const Match& match, const std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(at.sentence);
  const bool anaphor =
      schema_.words("event_anaphors").contains(tree.lemma(at.token)) && references_.is_bare_definite(at);
  // "any doubt of this rule": nobody in particular does it.
  const bool gerund = tree.token(at.token).xpos == Xpos::vbg && tree.child(at.token, {Deprel::nmod_poss}) < 0;
  if (gerund && discourse_.mention_at(at) == nullptr) return {};
  if (references_.is_act(at) && !anaphor)
    return references_.actors_of_act(at, Place{at.sentence, match.trigger});
  if (is_hypothetical(tree, match.trigger, at.token)) return {};
  const auto form = tree.token(at.token).form;
  const bool event = equals_ignoring_case(form, "it") || equals_ignoring_case(form, "this") ||
                     equals_ignoring_case(form, "that");
  if (event || tree.token(at.token).upos == Upos::pron) {
    if (const auto about = said_of(at)) return judged_thing(*about, match, found);
  }
  if (event) {
    if (auto doers = doer_of_clause_before(at); !doers.empty()) return doers;
  }
  if (!equals_ignoring_case(form, "it")) return object(at, match, nullptr, found);
  if (auto thing = references_.resolve(at); thing && thing->argument.named) return {std::move(*thing)};
  return blamed(at, match, found);
}

// "Vega called it a breach, according to Orion": the judgement is Vega's, for whom the verb has a rule of its
// own.
bool Assembler::is_anothers(Place at) {
  const Tree& tree = discourse_.tree(at.sentence);
  const int verb = tree.head(at.token);
  if (verb < 0 || tree.deprel(at.token) == Deprel::nsubj || tree.deprel(at.token) == Deprel::parataxis)
    return false;
  const auto& rules = schema_.rules_of(tree.lemma(verb));
  return std::any_of(rules.begin(), rules.end(),
                     [&](std::size_t rule) { return !schema_.rules()[rule].complement.empty(); });
}

void Assembler::add_opinion(int sentence, const Match& match, std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(sentence);
  if (is_retracted(tree, match.trigger) != match.rule->negated || is_anothers({sentence, match.trigger}))
    return;
  // Who reports, counts or confirms does not judge.
  const Report report = report_above(tree, schema_, match.trigger);
  const bool neutral = report.verb >= 0 && schema_.words("neutral_reports").contains(tree.lemma(report.verb));
  if (neutral && quotations_.around({sentence, match.trigger}) == nullptr) return;
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
