#include "claims/assemble/objects.h"

#include <algorithm>

#include "claims/assemble/arguments.h"
#include "claims/assemble/members.h"
#include "claims/assemble/use.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"
#include "claims/resolve/acts.h"
#include "claims/resolve/antecedents.h"
#include "claims/resolve/anti_prefix.h"
#include "claims/resolve/class_nouns.h"
#include "claims/resolve/noun_phrases.h"
#include "claims/resolve/phrases.h"
#include "claims/resolve/pronouns.h"
#include "claims/resolve/resolve.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// "Orion in Oslo, a unit of Acme": what is said right after a place that only places something is said of
// that thing; `at` where it is no such place, none where nothing stands before it.
std::optional<Place> placed_thing(const StatedMatch& statement, Place at) {
  const Tree& tree = statement.tree();
  const Mention* mention = statement.discourse().mention_at(at);
  if (mention == nullptr || statement.discourse().actor_of(*mention).type != NameType::place) return at;
  const bool referent = statement.match.object_place == Role::Place::referent;
  const bool clause =
      statement.match.object_place == Role::Place::patient && tree.head(statement.match.trigger) == at.token;
  const auto preposition = tree.preposition(at.token);
  const bool places = preposition == "in" || preposition == "at" || preposition == "near" ||
                      preposition == "to" || preposition == "from";
  if (!(referent || clause) || !places || at.token > statement.match.trigger) return at;
  int before = mention->first - 1;
  while (before >= 0 && tree.deprel(before) != Deprel::case_) --before;
  const Mention* thing = before > 0 ? statement.discourse().mention_at(statement.at(before - 1)) : nullptr;
  if (thing == nullptr || statement.discourse().actor_of(*thing).type == NameType::place) return std::nullopt;
  return statement.at(thing->last);
}

// "owns terminals in Kiel and Gdynia", "a mine near Oslo": what is owned is there, the towns are not. A stake
// in a place is one in what is called so.
Place thing_in_place(const StatedMatch& statement, Place at) {
  const Relation& relation = statement.relation();
  const Tree& tree = statement.tree();
  const int first = tree.first_conjunct(at.token);
  const auto is_place = [&](int token) {
    const Mention* mention = statement.discourse().mention_at(statement.at(token));
    return mention != nullptr && statement.discourse().actor_of(*mention).type == NameType::place;
  };
  if (!relation.is_between_names() || !(is_place(at.token) || is_place(first)))
    return at;  // of two towns one may be unknown
  const int thing = tree.deprel(first) == Deprel::nmod ? tree.head(first) : -1;
  if (thing < 0 || thing > first || thing == statement.match.trigger ||
      !statement.words("whereabouts").contains(tree.preposition(first)))
    return at;
  const auto lemma = tree.lemma(thing);
  const bool part = statement.words("stakes").contains(lemma) ||
                    statement.words("securities").contains(lemma) ||
                    statement.words("partitives").contains(lemma);
  return part ? at : statement.at(thing);
}

// "criticised the police", "the law": whoever's it is, it can be criticised.
bool is_institution(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (tree.token(at.token).upos != Upos::noun) return false;
  return context.words("institutions").contains(tree.lemma(at.token));
}

// "denounced what he called a plot by Peru": the plot. `at` where it is no such relative.
Place called_thing(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (tree.lemma(at.token) != "what") return at;
  for (int verb = at.token + 1; verb < tree.size(); ++verb) {
    if (!is_verb(tree.token(verb)) || !context.words("calling_verbs").contains(tree.lemma(verb))) continue;
    if (!tree.dominates(at.token, verb) && !tree.dominates(verb, at.token)) continue;
    for (const int c : tree.children(verb, {Deprel::xcomp, Deprel::obj, Deprel::ccomp, Deprel::obl})) {
      if (c > verb && is_nominal(tree.token(c))) return {at.sentence, c};
    }
  }
  return at;
}

// "Orion's board rejected the offer": the offer is for Orion.
Place company_of(const StatedMatch& statement, Place at) {
  const Relation& relation = statement.relation();
  const Tree& tree = statement.tree();
  if (!relation.is_between_names() || !statement.words("company_bodies").contains(tree.lemma(at.token)))
    return at;
  const int owner = tree.child(at.token, {Deprel::nmod_poss});
  return owner < 0 || statement.discourse().mention_at(at) != nullptr ? at : statement.at(owner);
}

// Whether a phrase that a name modifies is something else than who has the name.
bool is_apart(const ResolutionContext& context, Place at, const Relation& relation,
              const Reference& reference) {
  if (reference.link != Link::role) return false;
  const Tree& tree = context.tree(at);
  if (context.words("acts_about").contains(tree.lemma(at.token))) return true;  // "the Mercosur deal"
  // "Orion boycotts" are no Orion.
  if (!relation.unnamed_object || tree.token(at.token).upos != Upos::noun) return false;
  const bool people_of_name = context.discourse.knowledge().state(reference.argument.name) == nullptr &&
                              !WordLists::built_in().body(tree.lemma(at.token));
  return people_of_name || !names_people_or_body(context, at);
}

// "owns a stake in Orion": the noun says better what is owned.
bool states_itself(const StatedMatch& statement, Place at) {
  const Tree& tree = statement.tree();
  if (statement.rule().kind != TriggerKind::verb || statement.relation().acts) return false;
  for (const std::size_t index : statement.schema().rules_of(tree.lemma(at.token))) {
    const TriggerRule& other = statement.schema().rules()[index];
    if (other.relation != statement.rule().relation || other.kind != TriggerKind::noun) continue;
    if (!obliques(tree, at.token, "in").empty()) return true;
  }
  return false;
}

// "its shares", "a majority": of what is not said.
bool is_part(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const auto lemma = tree.lemma(at.token);
  if (context.words("securities").contains(lemma) || context.words("stakes").contains(lemma)) return true;
  const auto below = tree.children(at.token, {Deprel::nmod});
  return context.words("partitives").contains(lemma) &&
         std::ranges::none_of(below, [&](int c) { return tree.preposition(c) == "of"; });
}

// "45 percent", "51 percent of the shares": a part of what the text is about.
bool is_fraction(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const auto& fractions = context.words("fractions");
  const auto below = tree.children(at.token, {Deprel::nmod});
  const bool of_shares = std::ranges::all_of(below, [&](int c) {
    return tree.preposition(c) != "of" || context.words("securities").contains(tree.lemma(c));
  });
  const bool all = context.words("securities").contains(tree.lemma(at.token)) &&
                   tree.has_child_lemma(at.token, {Deprel::det, Deprel::det_predet}, "all");
  const bool part = all || fractions.contains(tree.lemma(at.token)) || tree.token(at.token).form == "%";
  return part && of_shares && tree.deprel(at.token) != Deprel::obl;
}

// "half of the American company": which one is not known.
bool is_company_unknown(const ResolutionContext& context, Place at) {
  return is_unknown_company(context, part_of_whole(context, at).value_or(at));
}

// "the social media and messaging app X": what the name is described by is no object of its own.
std::vector<int> without_modifiers(const ResolutionContext& context, int sentence,
                                   const std::vector<int>& tokens) {
  const Tree& tree = context.discourse.tree(sentence);
  if (tokens.size() != 2) return tokens;
  // "state and local governments": the first word only says what kind of governments.
  const bool singular = tree.token(tokens[0]).xpos == Xpos::nn && tree.children(tokens[0]).size() <= 2 &&
                        tokens[1] - tokens[0] == 3;
  const bool kind =
      singular &&
      tree.child(tokens[0], {Deprel::det, Deprel::nmod_poss, Deprel::amod, Deprel::compound}) < 0 &&
      tree.token(tokens[1]).xpos == Xpos::nns && tree.child(tokens[1], {Deprel::amod}) == tokens[1] - 1;
  if (kind && context.discourse.mention_at({sentence, tokens[0]}) == nullptr) return {tokens.back()};
  int noun = tokens.back();
  if (described_name(tree, noun) < 0) {
    const int description = tree.child(noun, {Deprel::compound, Deprel::nmod_desc});
    const bool described = description >= 0 && tree.token(noun).upos == Upos::propn &&
                           context.words("name_nouns").contains(tree.lemma(description));
    if (!described) return tokens;
    noun = description;
  }
  const bool bare = tree.token(tokens[0]).upos == Upos::noun && described_name(tree, tokens[0]) < 0 &&
                    tree.child(tokens[1], {Deprel::det, Deprel::nmod_poss}) < 0 && noun - tokens[0] <= 4;
  return bare ? std::vector<int>{tokens.back()} : tokens;
}

// Whom the text has just told of an owner of, none of `others`; null where it has not.
const Finding* owned_before(const StatedMatch& statement, const std::vector<std::string>& others) {
  const Finding* last = nullptr;
  for (const Finding& finding : statement.found) {
    const Argument& object = finding.claim.object;
    const bool near = finding.trigger.sentence + 1 >= statement.sentence;
    const bool first = last == nullptr || finding.trigger.sentence > last->trigger.sentence;
    if (near && first && object.named && finding.claim.relation == statement.relation().name &&
        std::ranges::count(others, object.name) == 0)
      last = &finding;
  }
  return last;
}

bool is_named_before(const StatedMatch& statement, Place at, const std::string& name) {
  return std::ranges::any_of(statement.discourse().mentions_in(at.sentence), [&](const Mention* mention) {
    return mention->last < at.token && statement.discourse().actor_of(*mention).name == name;
  });
}

Reference standing_at(const StatedMatch& statement, Place at, Argument argument) {
  const Token& token = statement.tree().token(at.token);
  argument.text = std::string(token.form);
  argument.extent = {token.begin, token.end};
  return {std::move(argument), Link::noun};
}

// What a part is of whose whole is left unsaid: "Orion is owned by Vega, which sold 20 percent to Lyra". None
// of those who own, sell or buy it.
Group unsaid_whole(const StatedMatch& statement, Place at, const Group* by) {
  std::vector<std::string> others;
  for (const Reference& owner : by == nullptr ? Group{} : *by) others.push_back(owner.argument.name);
  for (const Actor* actor : clause_mates(statement.context, at)) others.push_back(actor->name);
  auto thing = thing_unsaid(statement.context, at);
  if (thing && std::ranges::count(others, thing->argument.name) > 0) thing.reset();
  const Finding* before = owned_before(statement, others);
  const bool here = before != nullptr && before->trigger.sentence == at.sentence;
  const bool named = thing && is_named_before(statement, at, thing->argument.name);
  if (before != nullptr && (here || !named)) return {standing_at(statement, at, before->claim.object)};
  // "The Greens had 6 percent" of votes where nobody has been said to own anything.
  if (before == nullptr && statement.tree().lemma(statement.match.trigger) == "have") return {};
  return thing ? Group{std::move(*thing)} : Group{};
}

// "Orion's rival", "its partner": somebody else than Orion.
bool is_associate(const StatedMatch& statement, int noun) {
  const Tree& tree = statement.tree();
  return statement.relation().is_between_names() &&
         statement.words("associates").contains(tree.lemma(noun)) &&
         tree.child(noun, {Deprel::nmod_poss}) >= 0;
}

// "Amazon's arm AWS and Microsoft's Azure": what is joined to a name and has an owner of its own.
bool is_owned_by_another(const StatedMatch& statement, int token) {
  const Tree& tree = statement.tree();
  const int whose = tree.child(token, {Deprel::nmod_poss});
  return statement.relation().is_between_names() && statement.match.subject_place == Role::Place::possessor &&
         tree.first_conjunct(token) != token && whose >= 0 &&
         statement.discourse().mention_at(statement.at(whose)) != nullptr;
}

// Who stands in what is said and is not whom it is said of: "blamed himself", "hit out at Orion for its
// treatment of Doe", "Orion's partner sold his stake" in something else.
bool is_beside_object(const StatedMatch& statement, int token) {
  const Tree& tree = statement.tree();
  const auto form = tree.token(token).form;
  if (tree.token(token).upos == Upos::pron && (form.ends_with("self") || form.ends_with("selves")))
    return true;
  const int first = tree.first_conjunct(token);
  const int named = tree.deprel(first) == Deprel::appos ? tree.head(first) : first;
  const int noun = tree.head(named);
  if (is_associate(statement, token) && described_by(tree, token).empty()) return true;
  if (is_owned_by_another(statement, token)) return true;
  if (noun < 0) return false;
  if (statement.relation().acts) {
    // "the arrest of two Poles, whom he accuses", "criticism of Orion": they are meant.
    const auto lemma = tree.lemma(noun);
    return tree.deprel(named) == Deprel::nmod && tree.preposition(named) == "of" &&
           !tree.dominates(named, statement.match.trigger) && statement.schema().rules_of(lemma).empty() &&
           (statement.words("acts_of_patient").contains(lemma) ||
            statement.words("acts_of_victim").contains(lemma));
  }
  return tree.deprel(named) == Deprel::nmod_poss && is_associate(statement, noun);
}

Group objects(const StatedMatch& statement, const Group* by) {
  if (statement.match.object_place == Role::Place::whole && !statement.match.objects.empty())
    return unsaid_whole(statement, statement.trigger(), by);
  if (auto thing = statement.rule().unnamed_object ? used_thing(statement) : std::nullopt)
    return {std::move(*thing)};
  std::vector<int> given_objects =
      named_members(statement.context, statement.sentence,
                    without_modifiers(statement.context, statement.sentence, statement.match.objects));
  if (statement.rule().unnamed_object) {
    if (auto whole = joint_phrase(statement.context, statement.sentence, statement.match.objects))
      return {std::move(*whole)};
    given_objects = shared_complement(statement.context, statement.sentence, std::move(given_objects), by);
    given_objects = used_things(statement.context, statement.sentence, given_objects, by);
  }
  std::erase_if(given_objects, [&](int token) { return is_beside_object(statement, token); });
  Group group;
  for (const int given : given_objects) {
    const auto placed = placed_thing(statement, statement.at(given));
    if (!placed) continue;
    const Place at = thing_in_place(statement, *placed);
    if (states_itself(statement, at)) continue;
    if (statement.rule().partitive_object && !part_of_whole(statement.context, at) &&
        !is_fraction(statement.context, at))
      continue;
    for (auto& reference : object_of(statement, at, by)) group.push_back(std::move(reference));
  }
  // "the country's existing ban": a state's ban is its own, not one of it.
  if (statement.rule().place_is_agent && statement.match.object_place == Role::Place::possessor)
    std::erase_if(group, [](const Reference& r) { return r.argument.type == "place"; });
  // "an embargo on Orion and sanctions": another measure is not what is banned.
  if (statement.rule().unnamed_object && group.size() > 1 && group.front().argument.named)
    std::erase_if(group, [](const Reference& r) { return !r.argument.named && r.argument.type == "act"; });
  // Of coordinated acts, those without an actor share the one that is named: "the containment and
  // repression of the West".
  const bool acts = statement.relation().acts;
  const bool named =
      std::any_of(group.begin(), group.end(), [](const Reference& r) { return r.argument.named; });
  if (acts && named)
    std::erase_if(group, [](const Reference& r) { return !r.argument.named && r.argument.type != "person"; });
  keep_once(group);
  return group;
}

// Whom "anti-Peru rallies" are against.
Group anti_targets(const StatedMatch& statement) {
  if (statement.rule().implied_subject.empty()) return {};
  auto against = target_of_anti(statement.context, statement.trigger());
  return against ? Group{std::move(*against)} : Group{};
}

}  // namespace

Group object_of(const StatedMatch& statement, Place given, const Group* by) {
  const Place at = company_of(statement, called_thing(statement.context, given));
  const Relation& relation = statement.relation();
  if (relation.acts) {
    if (auto actors = blamed_for(statement, at)) return std::move(*actors);
  }
  if (auto members = members_for_object(statement.context, at, relation); !members.empty()) return members;
  auto reference =
      resolve(statement.context, relation.unnamed_object ? used_noun(statement.context, at, by) : at);
  if (!reference && relation.acts && is_institution(statement.context, at))
    reference = unnamed(statement.context, at);
  if (!reference) return {};
  // "the plant", of which nobody can say which, is not worth owning.
  const bool owned = relation.is_between_names();
  if (owned && !reference->argument.named && is_fraction(statement.context, at))
    return unsaid_whole(statement, at, by);
  if (owned && !reference->argument.named &&
      (is_bare_definite(statement.context, at) || is_part(statement.context, at) ||
       is_company_unknown(statement.context, at)))
    return {};
  if (is_apart(statement.context, at, relation, *reference)) reference = unnamed(statement.context, at);
  const auto& type = reference->argument.type;
  if (relation.acts && !reference->argument.named && at == given && type != "person" &&
      type != "organization") {
    if (auto actors = actors_of_act(statement.context, at); !actors.empty()) return actors;
  }
  return {std::move(*reference)};
}

Group patients_of(const StatedMatch& statement, const Group& by) {
  // "banned it": a thing or somebody, not the place that the sentence before was about.
  static const WordSet kBanned{"event", "group", "organization", "person", "product", "thing", "work"};
  const Tree& tree = statement.tree();
  const bool pronouns =
      std::all_of(statement.match.objects.begin(), statement.match.objects.end(),
                  [&](int o) { return tree.token(o).upos == Upos::pron && !tree.lemma(o).starts_with("w"); });
  const bool open = pronouns && statement.rule().unnamed_object && statement.rule().object_types.empty();
  const StatedMatch typed =
      statement.expecting(open ? kBanned : statement.rule().object_types, statement.rule().not_object_kinds);
  Group whom = statement.match.objects.empty() ? anti_targets(typed) : objects(typed, &by);
  const bool places = !statement.rule().places_stay ||
                      std::all_of(by.begin(), by.end(),
                                  [&](const Reference& r) { return trades(statement.context, r.argument); });
  const bool practice = statement.relation().unnamed_object;  // roads are blocked, too
  for (Reference& object : whom) {
    auto said = type_before(statement.context, statement.sentence, object.argument);
    if (said.empty() && surely_person(statement, object.argument)) said = "person";
    const bool land = statement.rule().kind == TriggerKind::compound && said.empty();  // "Russian-controlled"
    coerce(statement.rule().object_types, statement.discourse().knowledge(), places && !practice && !land,
           said, object.argument);
  }
  return whom;
}

bool owned_by_subject(const StatedMatch& statement) {
  const Tree& tree = statement.tree();
  return std::any_of(statement.match.objects.begin(), statement.match.objects.end(), [&](int o) {
    const int possessor = tree.child(o, {Deprel::nmod_poss});
    if (possessor < 0 || tree.token(possessor).xpos != Xpos::prp_poss) return false;
    const auto form = tree.token(possessor).form;
    return !equals_ignoring_case(form, "his") && !equals_ignoring_case(form, "her");  // somebody else's
  });
}

}  // namespace newsgraph
