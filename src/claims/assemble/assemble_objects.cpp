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
// that thing; `token` where it is no such place, -1 where nothing stands before it.
int Assembler::placed_thing(int sentence, const Match& match, int token) {
  const Tree& tree = discourse_.tree(sentence);
  const Mention* mention = discourse_.mention_at(sentence, token);
  if (mention == nullptr || discourse_.actor(mention->actor).type != NameType::place) return token;
  const bool referent = match.object_place == Role::Place::referent;
  const bool clause = match.object_place == Role::Place::patient && tree.head(match.trigger) == token;
  const auto preposition = tree.preposition(token);
  const bool places = preposition == "in" || preposition == "at" || preposition == "near" ||
                      preposition == "to" || preposition == "from";
  if (!(referent || clause) || !places || token > match.trigger) return token;
  int before = mention->first - 1;
  while (before >= 0 && tree.deprel(before) != Deprel::case_) --before;
  const Mention* thing = before > 0 ? discourse_.mention_at(sentence, before - 1) : nullptr;
  return thing != nullptr && discourse_.actor(thing->actor).type != NameType::place ? thing->last : -1;
}

// "banned its nurses from using Orion": what is out of use is banned, for whom is the scope. Who has a name
// is the one who is banned.
std::optional<Reference> Assembler::used_thing(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  for (const int whom : match.objects) {
    if (discourse_.mention_at(sentence, whom) != nullptr) return std::nullopt;
  }
  for (const int c : tree.children(match.trigger, {Deprel::advcl, Deprel::xcomp, Deprel::obl})) {
    const auto opener = tree.deprel(c) == Deprel::obl ? tree.preposition(c) : tree.marker(c);
    if (opener != "from" || !schema_.words("use_verbs").contains(tree.lemma(c))) continue;
    for (const int object : frame_of(tree, c).objects) {
      auto thing = references_.resolve(sentence, object);
      // "Orion's chips" are no Orion.
      if (thing && thing->link != Link::name && tree.token(object).upos == Upos::noun)
        thing = references_.unnamed(sentence, object);
      if (thing && thing->argument.named && thing->argument.type != "person" &&
          thing->argument.type != "place")
        return thing;
    }
  }
  return std::nullopt;
}

// "the use of Kaspersky": what is used is what a ban is about.
int Assembler::used_noun(int sentence, int token, const Group* by) {
  const Tree& tree = discourse_.tree(sentence);
  // "banning entry for those who": who is kept out.
  if (schema_.words("entry_nouns").contains(tree.lemma(token))) {
    for (const std::string_view preposition : {"for", "by", "of"}) {
      for (const int c : obliques(tree, token, preposition)) {
        if (!schema_.words("time_words").contains(tree.lemma(c))) return c;
      }
    }
  }
  if (!schema_.words("use_nouns").contains(tree.lemma(token))) return token;
  for (const int c : tree.children(token, {Deprel::nmod})) {
    if (tree.preposition(c) == "of" || tree.preposition(c) == "to") return c;
  }
  if (tree.lemma(token) == "access") {
    for (const int c : obliques(tree, token, "to")) return c;
    const int verb = carrying_verb(tree, token);
    for (const int c : verb < 0 ? std::vector<int>{} : obliques(tree, verb, "to")) return c;
  }
  // "Twitter's operations", "his account", "its use"; "its operations" may be one's own.
  const int possessor = tree.child(token, {Deprel::nmod_poss});
  if (possessor < 0) return token;
  const auto form = tree.token(possessor).form;
  const bool somebodys = equals_ignoring_case(form, "his") || equals_ignoring_case(form, "her");
  const bool used = equals_ignoring_case(form, "its") && tree.lemma(token) == "use";
  if (tree.token(possessor).upos == Upos::propn || somebodys || used) return possessor;
  return is_anothers_own(sentence, possessor, by) ? possessor : token;
}

// "designated the group, banning its activities": the group's, not the court's that bans them.
bool Assembler::is_anothers_own(int sentence, int possessor, const Group* by) {
  if (by == nullptr || discourse_.tree(sentence).token(possessor).xpos != Xpos::prp_poss) return false;
  const auto whose = references_.resolve(sentence, possessor);
  return whose && whose->argument.named && std::none_of(by->begin(), by->end(), [&](const Reference& r) {
           return same_entity(r.argument, whose->argument);
         });
}

// "criticised the police", "the law": whoever's it is, it can be criticised.
bool Assembler::is_institution(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (tree.token(token).upos != Upos::noun) return false;
  return schema_.words("institutions").contains(tree.lemma(token));
}

// "denounced what he called a plot by Peru": the plot. `token` where it is no such relative.
int Assembler::called_thing(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (tree.lemma(token) != "what") return token;
  for (int verb = token + 1; verb < tree.size(); ++verb) {
    if (!is_verb(tree.token(verb)) || !schema_.words("calling_verbs").contains(tree.lemma(verb))) continue;
    if (!tree.dominates(token, verb) && !tree.dominates(verb, token)) continue;
    for (const int c : tree.children(verb, {Deprel::xcomp, Deprel::obj, Deprel::ccomp, Deprel::obl})) {
      if (c > verb && is_nominal(tree.token(c))) return c;
    }
  }
  return token;
}

// "called it shameful", "denounced it as an attack": rather what was done than who did it.
bool Assembler::is_judged_event(int sentence, const Match& match, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (!equals_ignoring_case(tree.token(token).form, "it") || tree.head(token) != match.trigger) return false;
  if (match.rule->quoted_complement) return true;
  for (const int c : tree.children(match.trigger, {Deprel::xcomp, Deprel::obl})) {
    const bool as = tree.deprel(c) == Deprel::obl && tree.preposition(c) == "as";
    const bool judgement = tree.deprel(c) == Deprel::xcomp && !is_verb(tree.token(c));
    if (as || judgement) return true;
  }
  return false;
}

// "blocked Peru's decree, calling it illegal": whose act the clause above is about.
Group Assembler::actors_of_act_above(int sentence, int participle) {
  const Tree& tree = discourse_.tree(sentence);
  if (tree.token(participle).xpos != Xpos::vbg || tree.deprel(participle) != Deprel::advcl) return {};
  const int verb = tree.head(participle);
  const int act = verb < 0 ? -1 : tree.child(verb, {Deprel::obj});
  const bool before = act >= 0 && act < participle && references_.is_act(sentence, act);
  return before ? references_.actors_of_act(sentence, act) : Group{};
}

// "Orion's board rejected the offer": the offer is for Orion.
int Assembler::company_of(int sentence, const Match& match, int token) {
  const Relation& relation = schema_.relations()[match.rule->relation];
  const Tree& tree = discourse_.tree(sentence);
  if (relation.acts || relation.unnamed_object ||
      !schema_.words("company_bodies").contains(tree.lemma(token)))
    return token;
  const int owner = tree.child(token, {Deprel::nmod_poss});
  return owner < 0 || discourse_.mention_at(sentence, token) != nullptr ? token : owner;
}

// Whom an act, or what takes one up, is blamed on; nothing where the phrase is to be read for itself.
std::optional<Group> Assembler::blamed_for(int sentence, const Match& match, int token,
                                           const std::vector<Finding>& found) {
  if (is_judged_event(sentence, match, token)) {
    if (auto actors = actors_of_act_above(sentence, match.trigger); !actors.empty()) return actors;
    return blamed(sentence, match, token, found);
  }
  const Tree& tree = discourse_.tree(sentence);
  const bool pronoun =
      tree.token(token).upos == Upos::pron && (tree.lemma(token) == "this" || tree.lemma(token) == "that");
  const bool anaphor = schema_.words("event_anaphors").contains(tree.lemma(token));
  if (!pronoun && !anaphor && !references_.is_act(sentence, token)) return std::nullopt;
  auto actors = blamed(sentence, match, token, found);
  // "the move" of nobody knows whom says nothing; an attack is something to condemn in itself.
  if (!actors.empty() || pronoun || (anaphor && references_.is_bare_definite(sentence, token))) return actors;
  return std::nullopt;
}

// Whether a phrase that a name modifies is something else than who has the name.
bool Assembler::is_apart(int sentence, const Relation& relation, const Reference& reference, int token) {
  if (reference.link != Link::role) return false;
  const Tree& tree = discourse_.tree(sentence);
  if (schema_.words("acts_about").contains(tree.lemma(token))) return true;  // "the Mercosur deal"
  // "Orion boycotts" are no Orion.
  if (!relation.unnamed_object || tree.token(token).upos != Upos::noun) return false;
  const bool people_of_name = discourse_.knowledge().state(reference.argument.name) == nullptr &&
                              !WordLists::built_in().body(tree.lemma(token));
  return people_of_name || !references_.names_people_or_body(sentence, token);
}

Group Assembler::object(int sentence, const Match& match, int given, const Group* by,
                        const std::vector<Finding>& found) {
  const int token = company_of(sentence, match, called_thing(sentence, given));
  const Relation& relation = schema_.relations()[match.rule->relation];
  if (relation.acts) {
    if (auto actors = blamed_for(sentence, match, token, found)) return std::move(*actors);
  }
  if (auto members = members_.of_object(sentence, relation, token); !members.empty()) return members;
  auto reference =
      references_.resolve(sentence, relation.unnamed_object ? used_noun(sentence, token, by) : token);
  if (!reference && relation.acts && is_institution(sentence, token))
    reference = references_.unnamed(sentence, token);
  if (!reference) return {};
  // "the plant", of which nobody can say which, is not worth owning.
  const bool owned = !relation.acts && !relation.unnamed_object;
  if (owned && !reference->argument.named && references_.is_bare_definite(sentence, token)) return {};
  if (is_apart(sentence, relation, *reference, token)) reference = references_.unnamed(sentence, token);
  const auto& type = reference->argument.type;
  if (relation.acts && !reference->argument.named && token == given && type != "person" &&
      type != "organization") {
    if (auto actors = references_.actors_of_act(sentence, token); !actors.empty()) return actors;
  }
  return {std::move(*reference)};
}

// "owns a stake in Orion": the noun says better what is owned.
bool Assembler::states_itself(int sentence, const Match& match, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (match.rule->kind != TriggerKind::verb) return false;
  for (const std::size_t index : schema_.rules_of(tree.lemma(token))) {
    const TriggerRule& other = schema_.rules()[index];
    if (other.relation != match.rule->relation || other.kind != TriggerKind::noun) continue;
    if (!obliques(tree, token, "in").empty()) return true;
  }
  return false;
}

// "an embargo on food from Peru" is one on Peru.
int Assembler::under_embargo(int sentence, const Match& match, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (token < 0 || tree.lemma(match.trigger) != "embargo" ||
      discourse_.mention_at(sentence, token) != nullptr)
    return token;
  for (const int c : tree.children(token, {Deprel::nmod})) {
    const auto preposition = tree.preposition(c);
    const bool whose = preposition == "from" || preposition == "to" || preposition == "against";
    const auto place = whose ? references_.resolve(sentence, c) : std::nullopt;
    if (place && place->argument.named) return c;
  }
  return token;
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
    const int token = under_embargo(sentence, match, placed_thing(sentence, match, given));
    if (token < 0 || states_itself(sentence, match, token)) continue;
    if (match.rule->partitive_object && references_.part_of_whole(sentence, token) < 0) continue;
    for (auto& reference : object(sentence, match, token, by, found)) group.push_back(std::move(reference));
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
  if (kind && discourse_.mention_at(sentence, tokens[0]) == nullptr) return {tokens.back()};
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
    const int used = used_noun(sentence, token, by);
    things.push_back(used);
    if (used == token) continue;
    for (const int one : tree.with_conjuncts(used)) {
      const int name = described_name(tree, one);
      const bool named = discourse_.mention_at(sentence, name < 0 ? one : name) != nullptr;
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
  const auto with_complement = std::find_if(
      tokens.begin(), tokens.end(), [&](int t) { return is_use(t) && used_noun(sentence, t, by) != t; });
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
