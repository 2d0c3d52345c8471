#include "claims/assemble/assemble.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "claims/assemble/arguments.h"
#include "claims/assemble/scope.h"
#include "claims/assemble/status.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/match/learned.h"

namespace newsgraph {

void Assembler::add_sentence(int sentence, std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(sentence);
  const std::size_t before = found.size();
  // Acts blame whom the other claims of the sentence name, so relations about acts come last.
  auto matches = find_matches(schema_, discourse_.knowledge(), tree);
  std::stable_partition(matches.begin(), matches.end(),
                        [&](const Match& m) { return !schema_.relations()[m.rule->relation].acts; });
  for (const Match& match : matches) {
    if (!in_question(tree, match.trigger)) add_match(sentence, match, found);
  }
  for (const Match& match : learned_matches(schema_, tree)) add_learned(sentence, match, found);
  add_repeats(sentence, found);
  std::stable_sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                   [](const Finding& a, const Finding& b) { return a.trigger < b.trigger; });
}

bool Assembler::reciprocal(int sentence, const Match& match) {
  if (match.rule->reciprocal) return true;
  const Tree& tree = discourse_.tree(sentence);
  const auto pair = [&](int first) {
    if (first < 0 || first + 1 >= tree.size()) return false;
    const auto one = tree.lemma(first), other = tree.lemma(first + 1);
    return (one == "each" || one == "one") && (other == "other" || other == "another");
  };
  return std::any_of(match.objects.begin(), match.objects.end(),
                     [&](int object) { return pair(object) || pair(object - 1); });
}

Status Assembler::status(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  const TriggerRule& rule = *match.rule;
  if (match.status) return *match.status;
  if (rule.opinion) return Status::asserted;  // whatever is judged, the judgement is passed
  const StatusContext context{tree, schema_, schema_.relations()[rule.relation].stative};
  Status status = Status::asserted;
  const bool purpose = tree.deprel(match.trigger) == Deprel::advcl && tree.marker(match.trigger) == "to";
  if (rule.purpose_asserts && purpose)
    return rule.status[static_cast<std::size_t>(status_of_verb(context, tree.head(match.trigger), false))];
  const int governor = match.subject_place == Role::Place::governor && rule.kind == TriggerKind::verb
                           ? governing_verb(tree, match.trigger, rule)
                           : -1;
  switch (rule.kind) {
    case TriggerKind::verb:
      // An order holds when it is given, not when it is carried out; "on the orders of" has no verb.
      status = governor >= 0 ? status_of_verb(context, governor, false)
                             : status_of_verb(context, match.trigger, rule.transaction);
      break;
    case TriggerKind::noun:
      if (rule.possessor_asserts && match.subject_place == Role::Place::possessor) return Status::asserted;
      status = status_of_noun(context, match.trigger, rule);
      // What the light verb says is said: "completed its acquisition".
      if (const int verb = carrying_verb(tree, match.trigger); verb >= 0 && light_status(rule, tree, verb))
        return status == Status::denied ? rule.status[static_cast<std::size_t>(status)] : status;
      break;
    case TriggerKind::role:
    case TriggerKind::adjective:
      status = status_of_predicate(context, match.trigger);
      break;
    case TriggerKind::compound:
    case TriggerKind::opinion:
    case TriggerKind::learned:
      break;
  }
  // Who sells 10 percent of a company keeps the rest; who sells "its half" has none left.
  const bool whole = !match.objects.empty() && (tree.lemma(match.objects.front()) == "all" ||
                                                tree.lemma(match.objects.front()) == "rest");
  const bool part = !match.objects.empty() && !whole &&
                    references_.part_of_whole({sentence, match.objects.front()}) &&
                    tree.child(match.objects.front(), {Deprel::nmod_poss}) < 0;
  const bool sells = rule.kind == TriggerKind::verb && rule.status[0] == Status::ended &&
                     match.object_place == Role::Place::patient;
  if (part && sells && status == Status::asserted) return Status::asserted;
  return rule.status[static_cast<std::size_t>(status)];
}

std::optional<Argument> Assembler::speaker(Place trigger) {
  const Tree& tree = discourse_.tree(trigger.sentence);
  const Report report = report_above(tree, schema_, trigger.token);
  if (report.speakers.size() != 1) return std::nullopt;
  auto reference = references_.resolve({trigger.sentence, report.speakers.front()});
  if (!reference) return std::nullopt;
  return reference->argument;
}

void Assembler::emit(int sentence, const Match& match, const Pair& pair, std::vector<Finding>& found) {
  const Relation& relation = schema_.relations()[match.rule->relation];
  const Sentence& where = discourse_.sentence(sentence);
  const Token& trigger = where.token(match.trigger);
  Finding finding;
  Claim& claim = finding.claim;
  claim.subject = pair.subject.argument;
  claim.object = pair.object.argument;
  claim.relation = relation.name;
  claim.rule = match.rule->id;
  claim.status = status(sentence, match);
  // "barred it from owning land": that somebody does not own just anything is no news.
  if (claim.status == Status::denied && !claim.object.named && !relation.acts && !relation.unnamed_object)
    return;
  if (claim.status == Status::denied && !claim.subject.named && !relation.acts) return;
  claim.scope = scope(sentence, match);
  claim.speaker = speaker({sentence, match.trigger});
  if (claim.speaker && same_entity(*claim.speaker, claim.subject)) claim.speaker.reset();
  claim.trigger = Trigger{std::string(trigger.form), {trigger.begin, trigger.end}};
  claim.evidence = {discourse_.document().text.substr(where.begin, where.end - where.begin),
                    {where.begin, where.end}};
  finding.subject_link = pair.subject.link;
  finding.object_link = pair.object.link;
  finding.subject_certainty = pair.subject.certainty;
  finding.object_certainty = pair.object.certainty;
  finding.inherited = match.inherited;
  finding.place_as_agent = match.place_as_agent;
  finding.trigger = {sentence, match.trigger};
  for (Finding& other : found) {
    const bool same = other.trigger.sentence == sentence && other.claim.relation == claim.relation &&
                      same_entity(other.claim.subject, claim.subject) &&
                      same_entity(other.claim.object, claim.object);
    if (same) return;  // the first trigger of a sentence that states it counts
  }
  found.push_back(std::move(finding));
}

std::string Assembler::scope(int sentence, const Match& match) {
  const Relation& relation = schema_.relations()[match.rule->relation];
  return scope_of(discourse_, schema_, sentence, match, relation.scope);
}

bool Assembler::is_unknown_body(const Reference& reference) const {
  if (reference.argument.named) return false;
  const auto& name = reference.argument.name;
  const auto space = name.rfind(' ');
  return WordLists::built_in().body(space == std::string::npos ? name : name.substr(space + 1));
}

// What a match cannot be relied on to state.
bool Assembler::states_nothing(int sentence, const Match& match) {
  // "Free Peasants' Union": a word of a name.
  const Mention* name = discourse_.mention_at({sentence, match.trigger});
  if (name != nullptr && name->last > name->first && match.rule->kind != TriggerKind::verb) return true;
  // In a headline the verb of a noun is easily missed, and with it whether a ban is lifted: the text says it
  // again.
  const bool lifted = !match.rule->light[static_cast<std::size_t>(Status::ended)].empty();
  if (!lifted || !match.rule->place_is_agent || match.rule->kind != TriggerKind::noun) return false;
  return discourse_.sentence(sentence).headline &&
         carrying_verb(discourse_.tree(sentence), match.trigger) < 0;
}

// Who the sentence says, or else who the rule implies: `unsaid`.
Group Assembler::agents(int sentence, const Match& match, bool& unsaid) {
  const References::Expectation expectation(references_, match.rule->subject_types,
                                            match.rule->not_object_kinds);
  Group by = subjects(sentence, match);
  unsaid = by.empty();
  if (unsaid) by = implied(sentence, match);
  const Relation& relation = schema_.relations()[match.rule->relation];
  for (Reference& subject : by) {
    // "part of the metropolitan area": no company.
    const bool places = match.rule->kind != TriggerKind::role || !match.rule->places_stay;
    coerce(match.rule->subject_types, discourse_.knowledge(), places, type_before(sentence, subject.argument),
           subject.argument);
    take_for_company(relation, discourse_.knowledge(), subject.argument);
  }
  return by;
}

// Whom or what, with the types that the rule asks for.
Group Assembler::patients(int sentence, const Match& match, const Group& by,
                          const std::vector<Finding>& found) {
  // "banned it": a thing or somebody, not the place that the sentence before was about.
  static const WordSet kBanned{"event", "group", "organization", "person", "product", "thing", "work"};
  const Tree& tree = discourse_.tree(sentence);
  const bool pronouns = std::all_of(match.objects.begin(), match.objects.end(), [&](int o) {
    return tree.token(o).upos == Upos::pron && !tree.lemma(o).starts_with("w");
  });
  const bool open = pronouns && match.rule->unnamed_object && match.rule->object_types.empty();
  Group whom;
  {
    const References::Expectation expectation(references_, open ? kBanned : match.rule->object_types,
                                              match.rule->not_object_kinds);
    whom = match.objects.empty() ? anti_targets(sentence, match) : objects(sentence, match, &by, found);
  }
  const bool places = !match.rule->places_stay || std::all_of(by.begin(), by.end(), [&](const Reference& r) {
    return trades(r.argument);
  });
  const bool practice = schema_.relations()[match.rule->relation].unnamed_object;  // roads are blocked, too
  for (Reference& object : whom) {
    auto said = type_before(sentence, object.argument);
    if (said.empty() && surely_person(sentence, match, object.argument)) said = "person";
    const bool land = match.rule->kind == TriggerKind::compound && said.empty();  // "Russian-controlled"
    coerce(match.rule->object_types, discourse_.knowledge(), places && !practice && !land, said,
           object.argument);
  }
  return whom;
}

// Whom "anti-Peru rallies" are against.
Group Assembler::anti_targets(int sentence, const Match& match) {
  if (match.rule->implied_subject.empty()) return {};
  auto against = references_.target_of_anti({sentence, match.trigger});
  return against ? Group{std::move(*against)} : Group{};
}

void Assembler::add_match(int sentence, const Match& match, std::vector<Finding>& found) {
  if (match.rule->opinion) return add_opinion(sentence, match, found);
  if (match.objects.empty() && match.rule->implied_subject.empty()) return;
  if (states_nothing(sentence, match)) return;
  bool unsaid = false;
  Group by = agents(sentence, match, unsaid);
  if (by.empty()) by = authors_before(sentence, match, found);
  // Without anybody who may be the subject it needs no looking for the object, which may be sentences away.
  const bool anybody = std::any_of(
      by.begin(), by.end(), [&](const Reference& r) { return r.argument.named || !match.rule->both_named; });
  if (!anybody) return;
  const bool each_other = reciprocal(sentence, match);
  Group whom = each_other ? by : patients(sentence, match, by, found);
  // Who is not named at all is against somebody who is, or something that the sentence says: not a government
  // whose state nobody knows.
  if (unsaid)
    std::erase_if(whom, [&](const Reference& r) { return r.link == Link::event || is_unknown_body(r); });
  if (!each_other && match.rule->not_own_object && owned_by_subject(sentence, match)) return;
  for (const Reference& subject : by) {
    for (const Reference& object : whom) {
      Pair pair{subject, object};
      if (!each_other) keep_apart(pair);
      if (acceptable(match, pair.subject, pair.object)) emit(sentence, match, pair, found);
    }
  }
}

// Whether a rule found a claim between names where the model sees one of the same relation: the rule knows
// better who they are.
bool Assembler::is_found(int sentence, const Match& match, const std::vector<Finding>& found) const {
  constexpr int kOneTrigger = 2;
  const std::string& relation = schema_.relations()[match.rule->relation].name;
  return std::any_of(found.begin(), found.end(), [&](const Finding& f) {
    return f.trigger.sentence == sentence && f.claim.relation == relation &&
           std::abs(f.trigger.token - match.trigger) <= kOneTrigger && f.claim.subject.named &&
           f.claim.object.named && f.claim.rule != match.rule->id;
  });
}

void Assembler::add_learned(int sentence, const Match& match, std::vector<Finding>& found) {
  if (match.objects.empty() || states_nothing(sentence, match) || is_found(sentence, match, found)) return;
  bool unsaid = false;
  Group by = match.subjects.empty() ? holders(sentence, match) : agents(sentence, match, unsaid);
  if (by.empty() || unsaid) return;
  Group whom = patients(sentence, match, by, found);
  for (const Reference& subject : by) {
    for (const Reference& object : whom) {
      Pair pair{subject, object};
      keep_apart(pair);
      if (acceptable(match, pair.subject, pair.object)) emit(sentence, match, pair, found);
    }
  }
}

// A relation between two names says that they are two: "Orion Inc. is a subsidiary of Orion".
void Assembler::keep_apart(Pair& pair) {
  Argument& subject = pair.subject.argument;
  Argument& object = pair.object.argument;
  const auto named = [](const Reference& r) { return r.link == Link::name || r.link == Link::described; };
  if (!named(pair.subject) || !named(pair.object) || !same_entity(subject, object) ||
      subject.text == object.text)
    return;
  for (Argument* argument : {&subject, &object}) {
    argument->name = argument->text;
    argument->aliases.clear();
  }
}

}  // namespace newsgraph
