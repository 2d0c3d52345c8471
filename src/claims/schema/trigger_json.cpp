#include <array>
#include <utility>

#include "claims/record/claim_words.h"
#include "claims/schema/json_values.h"
#include "claims/schema/schema_parts.h"

namespace newsgraph::schema_json {
namespace {

// What a trigger asks for: each key once, with its member. docs/relations.md describes them.
constexpr std::array kKeys{Key<TriggerRule>{"id", &TriggerRule::id},
                           Key<TriggerRule>{"subject_types", &TriggerRule::subject_types},
                           Key<TriggerRule>{"object_types", &TriggerRule::object_types},
                           Key<TriggerRule>{"not_object_kinds", &TriggerRule::not_object_kinds},
                           Key<TriggerRule>{"not_subject_kinds", &TriggerRule::not_subject_kinds},
                           Key<TriggerRule>{"patient_words", &TriggerRule::patient_words},
                           Key<TriggerRule>{"implied_subject", &TriggerRule::implied_subject},
                           Key<TriggerRule>{"preposition", &TriggerRule::preposition},
                           Key<TriggerRule>{"not_modifiers", &TriggerRule::not_modifiers},
                           Key<TriggerRule>{"governors", &TriggerRule::governors},
                           Key<TriggerRule>{"requires_words", &TriggerRule::requires_words},
                           Key<TriggerRule>{"complement", &TriggerRule::complement},
                           Key<TriggerRule>{"quoted_complement", &TriggerRule::quoted_complement},
                           Key<TriggerRule>{"negated", &TriggerRule::negated},
                           Key<TriggerRule>{"singular", &TriggerRule::singular},
                           Key<TriggerRule>{"reciprocal", &TriggerRule::reciprocal},
                           Key<TriggerRule>{"passive_only", &TriggerRule::passive_only},
                           Key<TriggerRule>{"places_stay", &TriggerRule::places_stay},
                           Key<TriggerRule>{"transaction", &TriggerRule::transaction},
                           Key<TriggerRule>{"place_is_agent", &TriggerRule::place_is_agent},
                           Key<TriggerRule>{"possessor_asserts", &TriggerRule::possessor_asserts},
                           Key<TriggerRule>{"unnamed_object", &TriggerRule::unnamed_object},
                           Key<TriggerRule>{"partitive_object", &TriggerRule::partitive_object},
                           Key<TriggerRule>{"not_own_object", &TriggerRule::not_own_object},
                           Key<TriggerRule>{"purpose_asserts", &TriggerRule::purpose_asserts},
                           Key<TriggerRule>{"attributive", &TriggerRule::attributive}};
// Those whose values mean more than they say.
constexpr std::array<std::string_view, 10> kOtherKeys{"pos",      "lemmas",        "subject",      "object",
                                                      "requires", "subject_words", "object_words", "light",
                                                      "status",   "named"};

constexpr std::array<std::pair<std::string_view, Role::Place>, 17> kRoles{
    {{"nsubj", Role::Place::agent},
     {"obj", Role::Place::patient},
     {"nmod:poss", Role::Place::possessor},
     {"compound", Role::Place::compound},
     {"amod", Role::Place::modifier},
     {"compound:first", Role::Place::compound_first},
     {"compound:outer", Role::Place::compound},
     {"light", Role::Place::light},
     {"referent", Role::Place::referent},
     {"governor", Role::Place::governor},
     {"covered", Role::Place::covered},
     {"earlier", Role::Place::earlier},
     {"whole", Role::Place::whole},
     {"speaker", Role::Place::speaker},
     {"recipient", Role::Place::recipient},
     {"ccomp:nsubj", Role::Place::complement},
     {"clause", Role::Place::clause}}};

Role parse_role(const std::string& name, const Where& place) {
  for (const auto& [role, where] : kRoles) {
    if (name == role) return {where, {}};
  }
  for (const std::string_view prefix : {"obl:", "nmod:"}) {
    if (name.starts_with(prefix)) return {Role::Place::oblique, name.substr(prefix.size())};
  }
  if (name.starts_with("clause:")) return {Role::Place::clause, name.substr(7)};
  fail(place.origin, "\"" + name + "\" in " + place.in + " is no role");
}

// The one of name `otherwise` where the key is missing, if there is one.
std::vector<Role> parse_roles(const Json& json, const char* key, const char* otherwise, const Where& place) {
  std::vector<Role> roles;
  if (!json.contains(key)) {
    if (otherwise != nullptr) roles.push_back(parse_role(otherwise, place));
    return roles;
  }
  const Where list = place.member(key);
  if (!json[key].is_array()) fail(place.origin, list.in + " must be a list of roles");
  for (const Json& role : json[key]) {
    if (!role.is_string()) fail(place.origin, list.in + " must be a list of roles");
    roles.push_back(parse_role(role.get<std::string>(), list));
  }
  return roles;
}

TriggerKind parse_kind(const std::string& pos, const Where& place) {
  for (const TriggerKind kind :
       {TriggerKind::verb, TriggerKind::noun, TriggerKind::role, TriggerKind::adjective,
        TriggerKind::compound, TriggerKind::opinion, TriggerKind::learned, TriggerKind::possessive}) {
    if (pos == to_string(kind)) return kind;
  }
  fail(place.origin, "\"pos\" in " + place.in +
                         " must be verb, noun, role, adjective, compound, opinion, learned or possessive");
}

// The head of a trigger of several words is found at the spaces between them.
void check_lemmas(const TriggerRule& rule, const Where& place) {
  if (rule.kind == TriggerKind::learned) {
    if (!rule.lemmas.empty()) fail(place.origin, place.in + " is learned and takes no \"lemmas\"");
    return;
  }
  if (rule.lemmas.empty()) fail(place.origin, place.in + " has no \"lemmas\"");
  for (const std::string& lemma : rule.lemmas) {
    if (lemma.empty() || lemma.front() == ' ' || lemma.back() == ' ')
      fail(place.origin,
           place.in + ".lemmas holds \"" + lemma + "\", which is empty or begins or ends with a space");
  }
}

void read_trigger(const Json& json, TriggerRule& rule, const Where& place) {
  rule.kind = parse_kind(text_of(json, "pos", place), place);
  const WordSet lemmas = words_of(json, "lemmas", place);
  rule.lemmas.assign(lemmas.begin(), lemmas.end());
  check_lemmas(rule, place);
}

void read_roles(const Json& json, TriggerRule& rule, const Where& place) {
  const bool verb = rule.kind == TriggerKind::verb;
  const char* subject = verb ? "nsubj" : rule.kind == TriggerKind::opinion ? "speaker" : nullptr;
  rule.subject = parse_roles(json, "subject", subject, place);
  rule.opinion = !rule.subject.empty() && rule.subject.front().place == Role::Place::speaker;
  rule.object = parse_roles(json, "object", verb ? "obj" : nullptr, place);
  for (const Role& role : parse_roles(json, "requires", nullptr, place))
    rule.requires_preposition = role.preposition;
}

void read_words(const Json& json, TriggerRule& rule, const Where& place) {
  constexpr std::array<std::string_view, 2> kinds{"any", "not"};
  if (json.contains("subject_words")) {
    const Where words = place.member("subject_words");
    check_keys(json["subject_words"], std::span(kinds).last(1), words);
    rule.subject_words_not = words_of(json["subject_words"], "not", words);
  }
  if (json.contains("object_words")) {
    const Where words = place.member("object_words");
    check_keys(json["object_words"], kinds, words);
    rule.object_words_not = words_of(json["object_words"], "not", words);
    rule.object_words = words_of(json["object_words"], "any", words);
  }
}

void read_statuses(const Json& json, TriggerRule& rule, const Where& place) {
  if (json.contains("light")) {
    const Where light = place.member("light");
    check_keys(json["light"], kStatuses, light);
    for (const auto& item : json["light"].items())
      rule.light[static_cast<std::size_t>(status_named(item.key(), place))] = word_set(item.value(), light);
  }
  if (json.contains("status")) {
    const Where status = place.member("status");
    check_keys(json["status"], kStatuses, status);
    for (const auto& item : json["status"].items()) {
      if (!item.value().is_string()) fail(place.origin, status.in + " must map a status to a status");
      rule.status[static_cast<std::size_t>(status_named(item.key(), place))] =
          status_named(item.value().get<std::string>(), status);
    }
  }
}

}  // namespace

TriggerRule parse_trigger(const Json& json, std::size_t relation, const Relation& of,
                          const std::string& origin) {
  const Where place{origin, "trigger " + name_in(json, "id", "without id")};
  check_keys(json, names_of(kKeys, kOtherKeys), place);
  TriggerRule rule;
  rule.relation = relation;
  rule.unnamed_object = of.unnamed_object;
  read_members(json, kKeys, rule, place);
  if (rule.id.empty()) fail(origin, "a trigger of relation " + of.name + " has no \"id\"");
  read_trigger(json, rule, place);
  read_roles(json, rule, place);
  read_words(json, rule, place);
  read_statuses(json, rule, place);
  rule.not_object_kinds.insert(of.not_object_kinds.begin(), of.not_object_kinds.end());
  if (rule.subject_types.empty()) rule.subject_types = of.subject_types;
  if (rule.object_types.empty()) rule.object_types = of.object_types;
  rule.both_named = text_of(json, "named", place) == "both";
  return rule;
}

}  // namespace newsgraph::schema_json
