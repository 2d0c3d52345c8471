#include "claims/assemble/assemble.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "claims/assemble/judgements.h"
#include "claims/assemble/objects.h"
#include "claims/assemble/pairs.h"
#include "claims/assemble/repeats.h"
#include "claims/assemble/status.h"
#include "claims/assemble/subjects.h"
#include "claims/assemble/succession.h"
#include "claims/assemble/undone.h"
#include "claims/grammar/light_verb.h"
#include "claims/match/learned.h"
#include "knowledge/word_lists.h"

namespace newsgraph {

namespace {

// "the government", of which the text does not say whose it is.
bool is_unknown_body(const Reference& reference) {
  if (reference.argument.named) return false;
  const auto& name = reference.argument.name;
  const auto space = name.rfind(' ');
  return WordLists::built_in().body(space == std::string::npos ? name : name.substr(space + 1));
}

// What a match cannot be relied on to state.
bool states_nothing(const StatedMatch& statement) {
  // "Free Peasants' Union": a word of a name.
  const Mention* name = statement.discourse().mention_at(statement.trigger());
  if (name != nullptr && name->last > name->first && statement.rule().kind != TriggerKind::verb) return true;
  // In a headline the verb of a noun is easily missed, and with it whether a ban is lifted: the text says it
  // again.
  const bool lifted = !statement.rule().light[static_cast<std::size_t>(Status::ended)].empty();
  if (!lifted || !statement.rule().place_is_agent || statement.rule().kind != TriggerKind::noun) return false;
  return statement.discourse().sentence(statement.sentence).headline &&
         carrying_verb(statement.tree(), statement.match.trigger) < 0;
}

// Whether a rule found a claim between names where the model sees one of the same relation: the rule knows
// better who they are.
bool is_found(const StatedMatch& statement) {
  constexpr int kOneTrigger = 2;
  const std::string& relation = statement.relation().name;
  return std::any_of(statement.found.begin(), statement.found.end(), [&](const Finding& f) {
    return f.trigger.sentence == statement.sentence && f.claim.relation == relation &&
           std::abs(f.trigger.token - statement.match.trigger) <= kOneTrigger && f.claim.subject.named &&
           f.claim.object.named && f.claim.rule != statement.rule().id;
  });
}

// "Peru and Chile accuse the other", "each side accuses the other": who are more than one do it to each
// other.
bool is_each_of_several(const Tree& tree, const std::vector<int>& subjects) {
  return subjects.size() > 1 || std::ranges::any_of(subjects, [&](int subject) {
           const int word = tree.child(subject, {Deprel::det, Deprel::cc_preconj, Deprel::det_predet});
           const auto lemma = tree.lemma(word < 0 ? subject : word);
           return lemma == "each" || lemma == "both";
         });
}

// "each other", "one another", "both accuse the other".
bool reciprocal(const StatedMatch& statement) {
  if (statement.rule().reciprocal) return true;
  const Tree& tree = statement.tree();
  const bool several = is_each_of_several(tree, statement.match.subjects);
  const auto pair = [&](int first) {
    if (first < 0 || first + 1 >= tree.size()) return false;
    const auto one = tree.lemma(first), other = tree.lemma(first + 1);
    const bool the_other =
        several && one == "the" && tree.token(first + 1).form == "other" && tree.head(first) == first + 1;
    return the_other || ((one == "each" || one == "one") && (other == "other" || other == "another"));
  };
  return std::any_of(statement.match.objects.begin(), statement.match.objects.end(),
                     [&](int object) { return pair(object) || pair(object - 1); });
}

// What each pair of them states, but for the pairs that make no claim.
void add_pairs(const StatedMatch& statement, const Group& by, const Group& whom, bool each_other,
               std::vector<Finding>& found) {
  for (const Reference& subject : by) {
    for (const Reference& object : whom) {
      Pair pair{subject, object};
      if (!each_other) keep_apart(pair);
      if (acceptable(statement, pair)) emit(statement, pair, found);
    }
  }
}

// It is said of `by`: whom they do it to.
void add_claims_of(const StatedMatch& statement, const Agents& by, std::vector<Finding>& found) {
  const bool each_other = reciprocal(statement);
  Group whom = each_other ? by.who : patients_of(statement, by.who);
  // Who is not named at all is against somebody who is, or something that the sentence says: not a government
  // whose state nobody knows.
  if (by.implied)
    std::erase_if(whom, [](const Reference& r) { return r.link == Link::event || is_unknown_body(r); });
  if (!each_other && statement.rule().not_own_object && owned_by_subject(statement)) return;
  add_pairs(statement, by.who, whom, each_other, found);
}

void add_match(const StatedMatch& statement, std::vector<Finding>& found) {
  const TriggerRule& rule = statement.rule();
  if (statement.match.objects.empty() && rule.implied_subject.empty()) return;
  if (states_nothing(statement)) return;
  Agents by = agents_of(statement);
  if (by.who.empty()) by.who = authors_before(statement);
  // Without anybody who may be the subject it needs no looking for the object, which may be sentences away.
  const bool anybody = std::any_of(by.who.begin(), by.who.end(),
                                   [&](const Reference& r) { return r.argument.named || !rule.both_named; });
  if (anybody) add_claims_of(statement, by, found);
}

void add_opinion(const StatedMatch& statement, std::vector<Finding>& found) {
  if (!passes_judgement(statement)) return;
  const Group by = holders_of(statement);
  if (by.empty()) return;
  for (const Reference& object : judged_by(statement)) {
    if (!object.argument.named) continue;
    for (const Reference& subject : by) {
      if (acceptable(statement, {subject, object})) emit(statement, {subject, object}, found);
    }
  }
}

// "barred Orion from buying Vega": of two objects that the model sees, Orion is barred, and what stands in
// the clause says from what. Where nobody has a name, that may say more: "barred its staff from using Vega".
Match without_scope(const StatedMatch& statement) {
  Match match = statement.match;
  const Tree& tree = statement.tree();
  const auto kept_from = [&](int object) {
    for (int at = object; at >= 0 && at != match.trigger; at = tree.head(at)) {
      if (is_verb(tree.token(at)) && tree.marker(at) == "from" && at > match.trigger) return true;
    }
    return false;
  };
  const bool named = std::ranges::any_of(match.objects, [&](int object) {
    return !kept_from(object) && statement.discourse().mention_at(statement.at(object)) != nullptr;
  });
  if (statement.relation().unnamed_object && named) std::erase_if(match.objects, kept_from);
  return match;
}

// What the model reads there. Nobody who could be the subject in the sentence: whoever is quoted there.
void add_learned(const StatedMatch& statement, std::vector<Finding>& found) {
  if (statement.match.objects.empty() || states_nothing(statement) || is_found(statement)) return;
  const Agents by = statement.match.subjects.empty() ? Agents{holders_of(statement)} : agents_of(statement);
  if (by.who.empty() || by.implied) return;
  add_pairs(statement, by.who, patients_of(statement, by.who), false, found);
}

}  // namespace

void Assembler::add_sentence(int sentence, std::vector<Finding>& found) const {
  const Tree& tree = context_.tree({sentence, 0});
  const auto before = static_cast<std::ptrdiff_t>(found.size());
  // Acts blame whom the other claims of the sentence name, so relations about acts come last.
  auto matches = find_matches(context_.schema, context_.discourse.knowledge(), tree);
  std::stable_partition(matches.begin(), matches.end(),
                        [&](const Match& m) { return !context_.schema.relations()[m.rule->relation].acts; });
  for (const Match& match : matches) {
    if (in_question(tree, match.trigger)) continue;
    const StatedMatch statement{context_, quotations_, found, sentence, match};
    match.rule->opinion ? add_opinion(statement, found) : add_match(statement, found);
  }
  for (const Match& match : learned_matches(context_.schema, tree)) {
    const Match main = without_scope({context_, quotations_, found, sentence, match});
    add_learned({context_, quotations_, found, sentence, main}, found);
  }
  add_repeats(context_, quotations_, sentence, found);
  take_back(context_, sentence, found);
  std::stable_sort(found.begin() + before, found.end(),
                   [](const Finding& a, const Finding& b) { return a.trigger < b.trigger; });
}

void Assembler::conclude(int sentence, std::vector<Finding>& found) const {
  end_former_owners(context_, sentence, found);
}

}  // namespace newsgraph
