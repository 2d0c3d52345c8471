#include "claims/assemble/pairs.h"

#include <algorithm>

#include "claims/assemble/arguments.h"
#include "claims/discourse/naming.h"
#include "claims/grammar/calendar.h"
#include "knowledge/state_body.h"

namespace newsgraph {

namespace {

bool type_allowed(const WordSet& types, const Argument& argument) {
  return types.empty() || types.contains(argument.type);
}

// No actor whatever the relation: a day, a part of a name.
bool is_nobody(const Knowledge& knowledge, const Argument& argument) {
  if (argument.type != "person" && names_day(argument.name)) return true;
  return is_broken_name(argument.name) && knowledge.look_up(argument.name).empty();
}

// Two ways to say one: the same name, a state by two names or by its body, the same words.
bool are_one(const Knowledge& knowledge, const Reference& subject, const Reference& object) {
  if (same_entity(subject.argument, object.argument)) return true;
  const KnownEntity* state = knowledge.state(subject.argument.name, true);
  const KnownEntity* other = knowledge.state(object.argument.name, true);
  if (state != nullptr && state == other) return true;
  // A state's government is the state: it does not denounce itself.
  const auto is_body_of = [&](const Reference& one, const KnownEntity* of) {
    const auto body = parse_state_body(knowledge, one.argument.name);
    return body && of != nullptr && body->state == of;
  };
  if (is_body_of(subject, other) || is_body_of(object, state)) return true;
  return subject.link == Link::name && object.link == Link::name &&
         overlaps(subject.argument.extent, object.argument.extent);
}

// "Mao Ning, spokeswoman for the Chinese Foreign Ministry" and the Chinese government: who speaks for a state
// does not act against it.
bool speaks_for(const Discourse& discourse, const Argument& subject, const Argument& object) {
  const Knowledge& knowledge = discourse.knowledge();
  const auto body = parse_state_body(knowledge, object.name);
  const KnownEntity* state = body ? body->state : knowledge.state(object.name, true);
  return state != nullptr && std::ranges::any_of(discourse.actors(), [&](const Actor& actor) {
           return actor.name == subject.name && std::ranges::count(actor.speaks_for, state) > 0;
         });
}

// "Peru's foreign minister condemned the raid": who governs a state does not blame it for what a text leaves
// open whose it is. He may by its name.
bool governs(const Discourse& discourse, const RelationSchema& schema, const Argument& subject,
             const Reference& object) {
  if (object.link == Link::name || object.link == Link::described) return false;
  const Knowledge& knowledge = discourse.knowledge();
  const auto body = parse_state_body(knowledge, object.argument.name);
  const KnownEntity* state = body ? body->state : knowledge.state(object.argument.name, true);
  if (state == nullptr) return false;
  return std::ranges::any_of(discourse.actors(), [&](const Actor& actor) {
    if (actor.name != subject.name) return false;
    const bool rules = std::ranges::any_of(
        actor.roles, [&](const std::string& role) { return schema.words("rulers").contains(role); });
    return (rules && std::ranges::count(actor.states, state) > 0) ||
           (actor.known != nullptr && knowledge.state_of(*actor.known) == state);
  });
}

bool subject_fits(const TriggerRule& rule, const Argument& subject) {
  // A service acts in the name of its company: "Spotify bought Megaphone".
  const bool service = subject.type == "product" && rule.subject_types.contains("organization");
  return may_be_subject(subject) && (service || type_allowed(rule.subject_types, subject));
}

bool object_fits(const Knowledge& knowledge, const TriggerRule& rule, const Argument& object) {
  if (type_allowed(rule.object_types, object)) return true;
  // A known service is run as a business: "sold Grindr".
  const KnownEntity* known = object.type == "product" ? knowledge.unambiguous(object.name) : nullptr;
  return known != nullptr && known->kind == "service" && rule.object_types.contains("organization");
}

// What may stand without a name, or for a name that it only goes with.
bool names_enough(const TriggerRule& rule, const Relation& relation, const Pair& pair) {
  const bool named = pair.object.argument.named;
  if (rule.both_named && !(pair.subject.argument.named && named)) return false;
  if (!named && !rule.unnamed_object && !relation.acts) return false;
  // "ISIS fighters" may stand for ISIS as an actor, not as a thing that is owned.
  return pair.object.link != Link::role || relation.acts || relation.unnamed_object;
}

// "a stake in Rwanda's Kivu", "Germany's BMW": where a company is from does not own it.
bool is_home_of(const Discourse& discourse, const Argument& subject, const Argument& object) {
  if (subject.type != "place" || object.extent.begin < subject.extent.end) return false;
  auto between = std::string_view(discourse.document().text)
                     .substr(subject.extent.end, object.extent.begin - subject.extent.end);
  while (!between.empty() && between.front() == ' ') between.remove_prefix(1);
  while (!between.empty() && between.back() == ' ') between.remove_suffix(1);
  return between == "'s" || between == "\u2019s" || between == "'" || between == "\u2019";
}

bool is_of_kind(const Knowledge& knowledge, const WordSet& kinds, const Argument& argument) {
  if (kinds.empty()) return false;
  const auto senses = knowledge.look_up(argument.name);
  return std::any_of(senses.begin(), senses.end(),
                     [&](const Sense& sense) { return kinds.contains(sense.entity->kind); });
}

}  // namespace

bool acceptable(const StatedMatch& statement, const Pair& pair) {
  const TriggerRule& rule = statement.rule();
  const Knowledge& knowledge = statement.discourse().knowledge();
  const Argument& subject = pair.subject.argument;
  const Argument& object = pair.object.argument;
  return !is_nobody(knowledge, subject) && !is_nobody(knowledge, object) &&
         !are_one(knowledge, pair.subject, pair.object) && subject_fits(rule, subject) &&
         object_fits(knowledge, rule, object) && names_enough(rule, statement.relation(), pair) &&
         !is_of_kind(knowledge, rule.not_subject_kinds, subject) &&
         !is_of_kind(knowledge, rule.not_object_kinds, object) &&
         !speaks_for(statement.discourse(), subject, object) &&
         !governs(statement.discourse(), statement.schema(), subject, pair.object) &&
         !(statement.relation().is_between_names() && is_home_of(statement.discourse(), subject, object));
}

void keep_apart(Pair& pair) {
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
