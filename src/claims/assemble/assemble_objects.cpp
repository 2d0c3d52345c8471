// What a claim is about.
#include <algorithm>
#include <iterator>

#include "claims/assemble/arguments.h"
#include "claims/assemble/assemble.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/grammar/referent.h"
#include "support/ascii.h"

namespace newsgraph {

// "Orion in Oslo, a unit of Acme": what is said right after a place that only places something is said of
// that thing; `at` where it is no such place, none where nothing stands before it.
std::optional<Place> Assembler::placed_thing(Place at, const Match& match) {
  const Tree& tree = discourse_.tree(at.sentence);
  const Mention* mention = discourse_.mention_at(at);
  if (mention == nullptr || discourse_.actor_of(*mention).type != NameType::place) return at;
  const bool referent = match.object_place == Role::Place::referent;
  const bool clause = match.object_place == Role::Place::patient && tree.head(match.trigger) == at.token;
  const auto preposition = tree.preposition(at.token);
  const bool places = preposition == "in" || preposition == "at" || preposition == "near" ||
                      preposition == "to" || preposition == "from";
  if (!(referent || clause) || !places || at.token > match.trigger) return at;
  int before = mention->first - 1;
  while (before >= 0 && tree.deprel(before) != Deprel::case_) --before;
  const Mention* thing = before > 0 ? discourse_.mention_at({at.sentence, before - 1}) : nullptr;
  if (thing == nullptr || discourse_.actor_of(*thing).type == NameType::place) return std::nullopt;
  return Place{at.sentence, thing->last};
}

// "banned its nurses from using Orion": what is out of use is banned, for whom is the scope. Who has a name
// is the one who is banned.
std::optional<Reference> Assembler::used_thing(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  for (const int whom : match.objects) {
    if (discourse_.mention_at({sentence, whom}) != nullptr) return std::nullopt;
  }
  for (const int c : tree.children(match.trigger, {Deprel::advcl, Deprel::xcomp, Deprel::obl})) {
    const auto opener = tree.deprel(c) == Deprel::obl ? tree.preposition(c) : tree.marker(c);
    if (opener != "from" || !schema_.words("use_verbs").contains(tree.lemma(c))) continue;
    for (const int object : frame_of(tree, c).objects) {
      auto thing = references_.resolve({sentence, object});
      // "Orion's chips" are no Orion.
      if (thing && thing->link != Link::name && tree.token(object).upos == Upos::noun)
        thing = references_.unnamed({sentence, object});
      if (thing && thing->argument.named && thing->argument.type != "person" &&
          thing->argument.type != "place")
        return thing;
    }
  }
  return std::nullopt;
}

// "the use of Kaspersky": what is used is what a ban is about.
Place Assembler::used_noun(Place at, const Group* by) {
  const Tree& tree = discourse_.tree(at.sentence);
  // "banning entry for those who": who is kept out.
  if (schema_.words("entry_nouns").contains(tree.lemma(at.token))) {
    for (const std::string_view preposition : {"for", "by", "of"}) {
      for (const int c : obliques(tree, at.token, preposition)) {
        if (!schema_.words("time_words").contains(tree.lemma(c))) return {at.sentence, c};
      }
    }
  }
  if (!schema_.words("use_nouns").contains(tree.lemma(at.token))) return at;
  for (const int c : tree.children(at.token, {Deprel::nmod})) {
    if (tree.preposition(c) == "of" || tree.preposition(c) == "to") return {at.sentence, c};
  }
  if (tree.lemma(at.token) == "access") {
    for (const int c : obliques(tree, at.token, "to")) return {at.sentence, c};
    const int verb = carrying_verb(tree, at.token);
    for (const int c : verb < 0 ? std::vector<int>{} : obliques(tree, verb, "to")) return {at.sentence, c};
  }
  // "Twitter's operations", "his account", "its use"; "its operations" may be one's own.
  const int possessor = tree.child(at.token, {Deprel::nmod_poss});
  if (possessor < 0) return at;
  const auto form = tree.token(possessor).form;
  const bool somebodys = equals_ignoring_case(form, "his") || equals_ignoring_case(form, "her");
  const bool used = equals_ignoring_case(form, "its") && tree.lemma(at.token) == "use";
  if (tree.token(possessor).upos == Upos::propn || somebodys || used) return {at.sentence, possessor};
  return is_anothers_own({at.sentence, possessor}, by) ? Place{at.sentence, possessor} : at;
}

// "designated the group, banning its activities": the group's, not the court's that bans them.
bool Assembler::is_anothers_own(Place possessor, const Group* by) {
  if (by == nullptr || discourse_.tree(possessor.sentence).token(possessor.token).xpos != Xpos::prp_poss)
    return false;
  const auto whose = references_.resolve(possessor);
  return whose && whose->argument.named && std::none_of(by->begin(), by->end(), [&](const Reference& r) {
           return same_entity(r.argument, whose->argument);
         });
}

// "criticised the police", "the law": whoever's it is, it can be criticised.
bool Assembler::is_institution(Place at) {
  const Tree& tree = discourse_.tree(at.sentence);
  if (tree.token(at.token).upos != Upos::noun) return false;
  return schema_.words("institutions").contains(tree.lemma(at.token));
}

// "denounced what he called a plot by Peru": the plot. `at` where it is no such relative.
Place Assembler::called_thing(Place at) {
  const Tree& tree = discourse_.tree(at.sentence);
  if (tree.lemma(at.token) != "what") return at;
  for (int verb = at.token + 1; verb < tree.size(); ++verb) {
    if (!is_verb(tree.token(verb)) || !schema_.words("calling_verbs").contains(tree.lemma(verb))) continue;
    if (!tree.dominates(at.token, verb) && !tree.dominates(verb, at.token)) continue;
    for (const int c : tree.children(verb, {Deprel::xcomp, Deprel::obj, Deprel::ccomp, Deprel::obl})) {
      if (c > verb && is_nominal(tree.token(c))) return {at.sentence, c};
    }
  }
  return at;
}

// "called it shameful", "denounced it as an attack": rather what was done than who did it.
bool Assembler::is_judged_event(Place at, const Match& match) {
  const Tree& tree = discourse_.tree(at.sentence);
  if (!equals_ignoring_case(tree.token(at.token).form, "it") || tree.head(at.token) != match.trigger)
    return false;
  if (match.rule->quoted_complement) return true;
  for (const int c : tree.children(match.trigger, {Deprel::xcomp, Deprel::obl})) {
    const bool as = tree.deprel(c) == Deprel::obl && tree.preposition(c) == "as";
    const bool judgement = tree.deprel(c) == Deprel::xcomp && !is_verb(tree.token(c));
    if (as || judgement) return true;
  }
  return false;
}

// "blocked Peru's decree, calling it illegal": whose act the clause above is about.
Group Assembler::actors_of_act_above(Place participle) {
  const Tree& tree = discourse_.tree(participle.sentence);
  if (tree.token(participle.token).xpos != Xpos::vbg || tree.deprel(participle.token) != Deprel::advcl)
    return {};
  const int verb = tree.head(participle.token);
  const int act = verb < 0 ? -1 : tree.child(verb, {Deprel::obj});
  const bool before = act >= 0 && act < participle.token && references_.is_act({participle.sentence, act});
  return before ? references_.actors_of_act({participle.sentence, act}) : Group{};
}

// "Orion's board rejected the offer": the offer is for Orion.
Place Assembler::company_of(Place at, const Match& match) {
  const Relation& relation = schema_.relations()[match.rule->relation];
  const Tree& tree = discourse_.tree(at.sentence);
  if (relation.acts || relation.unnamed_object ||
      !schema_.words("company_bodies").contains(tree.lemma(at.token)))
    return at;
  const int owner = tree.child(at.token, {Deprel::nmod_poss});
  return owner < 0 || discourse_.mention_at(at) != nullptr ? at : Place{at.sentence, owner};
}

// Whom an act, or what takes one up, is blamed on; nothing where the phrase is to be read for itself.
std::optional<Group> Assembler::blamed_for(Place at, const Match& match, const std::vector<Finding>& found) {
  if (is_judged_event(at, match)) {
    if (auto actors = actors_of_act_above({at.sentence, match.trigger}); !actors.empty()) return actors;
    return blamed(at, match, found);
  }
  const Tree& tree = discourse_.tree(at.sentence);
  const bool pronoun = tree.token(at.token).upos == Upos::pron &&
                       (tree.lemma(at.token) == "this" || tree.lemma(at.token) == "that");
  const bool anaphor = schema_.words("event_anaphors").contains(tree.lemma(at.token));
  if (!pronoun && !anaphor && !references_.is_act(at)) return std::nullopt;
  auto actors = blamed(at, match, found);
  if (actors.empty()) {
    if (auto likely = references_.resolve(at); likely && likely->argument.named)
      actors.push_back(std::move(*likely));
  }
  // "the move" of nobody knows whom says nothing; an attack is something to condemn in itself.
  if (!actors.empty() || pronoun || (anaphor && references_.is_bare_definite(at))) return actors;
  return std::nullopt;
}

// Whether a phrase that a name modifies is something else than who has the name.
bool Assembler::is_apart(Place at, const Relation& relation, const Reference& reference) {
  if (reference.link != Link::role) return false;
  const Tree& tree = discourse_.tree(at.sentence);
  if (schema_.words("acts_about").contains(tree.lemma(at.token))) return true;  // "the Mercosur deal"
  // "Orion boycotts" are no Orion.
  if (!relation.unnamed_object || tree.token(at.token).upos != Upos::noun) return false;
  const bool people_of_name = discourse_.knowledge().state(reference.argument.name) == nullptr &&
                              !WordLists::built_in().body(tree.lemma(at.token));
  return people_of_name || !references_.names_people_or_body(at);
}

Group Assembler::object(Place given, const Match& match, const Group* by, const std::vector<Finding>& found) {
  const Place at = company_of(called_thing(given), match);
  const Relation& relation = schema_.relations()[match.rule->relation];
  if (relation.acts) {
    if (auto actors = blamed_for(at, match, found)) return std::move(*actors);
  }
  if (auto members = members_.of_object(at, relation); !members.empty()) return members;
  auto reference = references_.resolve(relation.unnamed_object ? used_noun(at, by) : at);
  if (!reference && relation.acts && is_institution(at)) reference = references_.unnamed(at);
  if (!reference) return {};
  // "the plant", of which nobody can say which, is not worth owning.
  const bool owned = !relation.acts && !relation.unnamed_object;
  if (owned && !reference->argument.named && references_.is_bare_definite(at)) return {};
  if (is_apart(at, relation, *reference)) reference = references_.unnamed(at);
  const auto& type = reference->argument.type;
  if (relation.acts && !reference->argument.named && at == given && type != "person" &&
      type != "organization") {
    if (auto actors = references_.actors_of_act(at); !actors.empty()) return actors;
  }
  return {std::move(*reference)};
}

// "owns a stake in Orion": the noun says better what is owned.
bool Assembler::states_itself(Place at, const Match& match) {
  const Tree& tree = discourse_.tree(at.sentence);
  if (match.rule->kind != TriggerKind::verb) return false;
  for (const std::size_t index : schema_.rules_of(tree.lemma(at.token))) {
    const TriggerRule& other = schema_.rules()[index];
    if (other.relation != match.rule->relation || other.kind != TriggerKind::noun) continue;
    if (!obliques(tree, at.token, "in").empty()) return true;
  }
  return false;
}

// "an embargo on food from Peru" is one on Peru.
Place Assembler::under_embargo(Place at, const Match& match) {
  const Tree& tree = discourse_.tree(at.sentence);
  if (tree.lemma(match.trigger) != "embargo" || discourse_.mention_at(at) != nullptr) return at;
  for (const int c : tree.children(at.token, {Deprel::nmod})) {
    const auto preposition = tree.preposition(c);
    const bool whose = preposition == "from" || preposition == "to" || preposition == "against";
    const auto place = whose ? references_.resolve({at.sentence, c}) : std::nullopt;
    if (place && place->argument.named) return {at.sentence, c};
  }
  return at;
}

Group Assembler::objects(int sentence, const Match& match, const Group* by,
                         const std::vector<Finding>& found) {
  if (auto thing = match.rule->unnamed_object ? used_thing(sentence, match) : std::nullopt)
    return {std::move(*thing)};
  std::vector<int> given_objects = members_.named(sentence, without_modifiers(sentence, match.objects));
  if (match.rule->unnamed_object) {
    if (auto whole = references_.joint_phrase(sentence, match.objects)) return {std::move(*whole)};
    given_objects = shared_complement(sentence, std::move(given_objects), by);
    given_objects = used_things(sentence, given_objects, by);
  }
  Group group;
  for (const int given : given_objects) {
    const auto placed = placed_thing({sentence, given}, match);
    if (!placed) continue;
    const Place at = under_embargo(*placed, match);
    if (states_itself(at, match)) continue;
    if (match.rule->partitive_object && !references_.part_of_whole(at)) continue;
    for (auto& reference : object(at, match, by, found)) group.push_back(std::move(reference));
  }
  // "the country's existing ban": a state's ban is its own, not one of it.
  if (match.rule->place_is_agent && match.object_place == Role::Place::possessor)
    std::erase_if(group, [](const Reference& r) { return r.argument.type == "place"; });
  // "an embargo on Orion and sanctions": another measure is not what is banned.
  if (match.rule->unnamed_object && group.size() > 1 && group.front().argument.named)
    std::erase_if(group, [](const Reference& r) { return !r.argument.named && r.argument.type == "act"; });
  // Of coordinated acts, those without an actor share the one that is named: "the containment and
  // repression of the West".
  const bool acts = schema_.relations()[match.rule->relation].acts;
  const bool named =
      std::any_of(group.begin(), group.end(), [](const Reference& r) { return r.argument.named; });
  if (acts && named)
    std::erase_if(group, [](const Reference& r) { return !r.argument.named && r.argument.type != "person"; });
  keep_once(group);
  return group;
}

// "the social media and messaging app X": what the name is described by is no object of its own.
std::vector<int> Assembler::without_modifiers(int sentence, const std::vector<int>& tokens) {
  const Tree& tree = discourse_.tree(sentence);
  if (tokens.size() != 2) return tokens;
  // "state and local governments": the first word only says what kind of governments.
  const bool singular = tree.token(tokens[0]).xpos == Xpos::nn && tree.children(tokens[0]).size() <= 2 &&
                        tokens[1] - tokens[0] == 3;
  const bool kind =
      singular &&
      tree.child(tokens[0], {Deprel::det, Deprel::nmod_poss, Deprel::amod, Deprel::compound}) < 0 &&
      tree.token(tokens[1]).xpos == Xpos::nns && tree.child(tokens[1], {Deprel::amod}) == tokens[1] - 1;
  if (kind && discourse_.mention_at({sentence, tokens[0]}) == nullptr) return {tokens.back()};
  int noun = tokens.back();
  if (described_name(tree, noun) < 0) {
    const int description = tree.child(noun, {Deprel::compound, Deprel::nmod_desc});
    const bool described = description >= 0 && tree.token(noun).upos == Upos::propn &&
                           schema_.words("name_nouns").contains(tree.lemma(description));
    if (!described) return tokens;
    noun = description;
  }
  const bool bare = tree.token(tokens[0]).upos == Upos::noun && described_name(tree, tokens[0]) < 0 &&
                    tree.child(tokens[1], {Deprel::det, Deprel::nmod_poss}) < 0 && noun - tokens[0] <= 4;
  return bare ? std::vector<int>{tokens.back()} : tokens;
}

// "the use of Orion and of Vega": both.
std::vector<int> Assembler::used_things(int sentence, const std::vector<int>& tokens, const Group* by) {
  const Tree& tree = discourse_.tree(sentence);
  std::vector<int> things;
  for (const int token : tokens) {
    const int used = used_noun({sentence, token}, by).token;
    things.push_back(used);
    if (used == token) continue;
    for (const int one : tree.with_conjuncts(used)) {
      const int name = described_name(tree, one);
      const bool named = discourse_.mention_at({sentence, name < 0 ? one : name}) != nullptr;
      if (one != used && named) things.push_back(one);
    }
  }
  return things;
}

// "the import, export and transit of arms": one thing, whatever is done with it.
std::vector<int> Assembler::shared_complement(int sentence, std::vector<int> tokens, const Group* by) {
  const Tree& tree = discourse_.tree(sentence);
  const auto is_use = [&](int t) { return schema_.words("use_nouns").contains(tree.lemma(t)); };
  const auto uses = std::count_if(tokens.begin(), tokens.end(), is_use);
  if (uses < 2) return tokens;
  const auto with_complement = std::find_if(tokens.begin(), tokens.end(), [&](int t) {
    return is_use(t) && used_noun({sentence, t}, by).token != t;
  });
  if (with_complement == tokens.end()) return tokens;
  const int keep = *with_complement;
  std::erase_if(tokens, [&](int t) { return is_use(t) && t != keep; });
  return tokens;
}

// Whether the object is the subject's own: "suspended its flights".
bool Assembler::owned_by_subject(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  return std::any_of(match.objects.begin(), match.objects.end(), [&](int o) {
    const int possessor = tree.child(o, {Deprel::nmod_poss});
    if (possessor < 0 || tree.token(possessor).xpos != Xpos::prp_poss) return false;
    const auto form = tree.token(possessor).form;
    return !equals_ignoring_case(form, "his") && !equals_ignoring_case(form, "her");  // somebody else's
  });
}

}  // namespace newsgraph
