// Which pairs of arguments make a claim.
#include <algorithm>
#include <iterator>

#include "claims/assemble/arguments.h"
#include "claims/assemble/assemble.h"
#include "claims/discourse/naming.h"
#include "claims/grammar/calendar.h"
#include "knowledge/state_body.h"

namespace newsgraph {

namespace {

bool type_allowed(const WordSet& types, const Argument& argument) {
  return types.empty() || types.contains(argument.type);
}

}  // namespace

bool Assembler::acceptable(const Match& match, const Reference& subject, const Reference& object) const {
  const TriggerRule& rule = *match.rule;
  if (same_entity(subject.argument, object.argument)) return false;
  const auto day = [](const Argument& a) { return a.type != "person" && names_day(a.name); };
  if (day(subject.argument) || day(object.argument)) return false;
  const Knowledge& knowledge = discourse_.knowledge();
  const auto broken = [&](const Argument& argument) {
    return is_broken_name(argument.name) && knowledge.look_up(argument.name).empty();
  };
  if (broken(subject.argument) || broken(object.argument)) return false;
  const KnownEntity* state = knowledge.state(subject.argument.name, true);
  const KnownEntity* other = knowledge.state(object.argument.name, true);
  if (state != nullptr && state == other) return false;
  // A state's government is the state: it does not denounce itself.
  const auto body = parse_state_body(knowledge, subject.argument.name);
  if (body && other != nullptr && body->state == other) return false;
  if (subject.link == Link::name && object.link == Link::name &&
      overlaps(subject.argument.extent, object.argument.extent))
    return false;
  // A service acts in the name of its company: "Spotify bought Megaphone".
  const bool service = subject.argument.type == "product" && rule.subject_types.contains("organization");
  if (!may_be_subject(subject.argument) || !(service || type_allowed(rule.subject_types, subject.argument)))
    return false;
  // A known service is run as a business: "sold Grindr".
  const KnownEntity* known =
      object.argument.type == "product" ? knowledge.unambiguous(object.argument.name) : nullptr;
  const bool business =
      known != nullptr && known->kind == "service" && rule.object_types.contains("organization");
  if (!business && !type_allowed(rule.object_types, object.argument)) return false;
  if (rule.both_named && !(subject.argument.named && object.argument.named)) return false;
  const Relation& relation = schema_.relations()[rule.relation];
  if (!object.argument.named && !rule.unnamed_object && !relation.acts) return false;
  if (!object.argument.named && is_measure(object.argument.name)) return false;
  // "ISIS fighters" may stand for ISIS as an actor, not as a thing that is owned.
  if (object.link == Link::role && !relation.acts && !relation.unnamed_object) return false;
  if (!rule.not_subject_kinds.empty()) {
    for (const Sense& sense : knowledge.look_up(subject.argument.name)) {
      if (rule.not_subject_kinds.contains(sense.entity->kind)) return false;
    }
  }
  if (!rule.not_object_kinds.empty()) {
    for (const Sense& sense : discourse_.knowledge().look_up(object.argument.name)) {
      if (rule.not_object_kinds.contains(sense.entity->kind)) return false;
    }
  }
  return true;
}

// What the noun right before a name says that it is: "the bakery Don Don", "midfielder Enzo Varela".
std::string_view Assembler::type_before(int sentence, const Argument& argument) const {
  const auto& tokens = discourse_.sentence(sentence).tokens;
  for (std::size_t t = 1; t < tokens.size(); ++t) {
    if (tokens[t].begin != argument.extent.begin) continue;
    const Token& before = tokens[t - 1];
    // "giant" is easily taken for an adjective.
    if ((before.upos != Upos::noun && before.upos != Upos::adj) || before.form[0] < 'a') break;
    const WordLists& words = WordLists::built_in();
    if (const auto type = words.type_of(before.lemma); !type.empty()) return type;
    if (before.upos == Upos::adj) break;
    const bool two_words = argument.name.find(' ') != std::string::npos;
    const bool agent =
        two_words && before.lemma.size() > 4 &&
        (before.lemma.ends_with("er") || before.lemma.ends_with("or") || before.lemma.ends_with("ist"));
    return agent || words.role(before.lemma) || words.people_of(before.lemma) ? "person" : std::string_view{};
  }
  return {};
}

// Whether somebody takes over companies rather than towns: no army, no armed group, no state.
bool Assembler::trades(const Argument& argument) const {
  const Knowledge& knowledge = discourse_.knowledge();
  if (!argument.named || (argument.type != "organization" && argument.type != "person")) return false;
  if (parse_state_body(knowledge, argument.name)) return false;
  const auto senses = knowledge.look_up(argument.name);
  return std::none_of(senses.begin(), senses.end(),
                      [](const Sense& sense) { return sense.entity->kind == "armed-group"; });
}

// "sold Cole Palmer": two words that the recogniser is sure of are somebody, unless what states the relation
// can only be said of companies ("its subsidiary").
bool Assembler::surely_person(int sentence, const Match& match, const Argument& argument) const {
  constexpr float kSure = 0.9F;
  if (!match.rule->transaction || argument.type != "person") return false;
  const Sentence& where = discourse_.sentence(sentence);
  // "Its parent, Rosetti Bernina": elsewhere the text says that it is a company.
  for (const Actor& actor : discourse_.actors()) {
    if (actor.name != argument.name) continue;
    const auto company = [](const std::string& role) {
      return WordLists::built_in().type_of(role) == "organization";
    };
    if (std::any_of(actor.roles.begin(), actor.roles.end(), company)) return false;
  }
  return std::any_of(where.names.begin(), where.names.end(), [&](const Name& name) {
    const Token& first = where.token(name.first);
    return first.begin == argument.extent.begin && name.last > name.first && name.confidence >= kSure;
  });
}

}  // namespace newsgraph
