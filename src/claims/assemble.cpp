#include "claims/assemble.h"

#include <algorithm>
#include <iterator>

#include "claims/frame.h"
#include "claims/light_verb.h"
#include "claims/referent.h"
#include "claims/scope.h"
#include "claims/status.h"
#include "knowledge/state_body.h"

namespace newsgraph {

namespace {

bool same_entity(const Argument& a, const Argument& b) {
  return a.name == b.name;
}

bool overlaps(const Extent& a, const Extent& b) {
  return a.begin < b.end && b.begin < a.end;
}

bool type_allowed(const WordSet& types, const Argument& argument) {
  return types.empty() || types.contains(argument.type);
}

// An unnamed subject has to be somebody: "critics", "several congressmen", not "the rain".
bool is_somebody(const Argument& argument) {
  return argument.named || argument.type == "person" || argument.type == "organization" ||
         argument.type == "group";
}

// A name of unclear type is what the relation asks for: what is bought is no person. Known entities
// and names with a given name are clear.
// `said` is the type that the noun right before the name says, if any.
void coerce(const WordSet& types, const Knowledge& knowledge, bool places, std::string_view said,
            Argument& argument) {
  if (types.empty() || types.contains(argument.type) || !argument.named) return;
  // Of the things that a name may mean, the one that can be meant: "blocked Telegram".
  for (const Sense& sense : knowledge.look_up(argument.name)) {
    if (!types.contains(sense.entity->type) || sense.kind == SenseKind::adjective) continue;
    argument.type = sense.entity->type;
    return;
  }
  if (!types.contains("organization") || !knowledge.look_up(argument.name).empty()) return;
  const bool thing = said == "organization" || said == "product" || said == "work";
  const bool person = argument.type == "person";
  if ((person && said == "person") || argument.type == "product") return;
  const std::string first = argument.name.substr(0, argument.name.find(' '));
  const bool long_name = std::count(argument.name.begin(), argument.name.end(), ' ') > 1 && types.size() == 1;
  if (person && !thing && !long_name && first != argument.name &&
      WordLists::built_in().given_name(first) != Gender::unknown)
    return;
  const bool dated =
      std::any_of(argument.name.begin(), argument.name.end(), [](char c) { return c >= '0' && c <= '9'; });
  if ((argument.type == "event" && !thing && dated) || (argument.type == "place" && !places)) return;
  argument.type = "organization";
}

// Who owns is a place that is known as one, or a company that looks like a place: "Cleveland-Cliffs".
void take_for_company(const Relation& relation, const Knowledge& knowledge, Argument& argument) {
  const bool owner =
      !relation.acts && !relation.unnamed_object && relation.object_types.contains("organization");
  if (owner && argument.named && argument.type == "place" && knowledge.look_up(argument.name).empty())
    argument.type = "organization";
}

// "21.8 percent" of something that the sentence does not name.
bool is_measure(const std::string& name) {
  return !name.empty() && (name.ends_with("percent") || name.ends_with("per cent") || name.ends_with('%') ||
                           name.ends_with("half"));
}

}  // namespace

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
  add_repeats(sentence, found);
  std::stable_sort(found.begin() + static_cast<std::ptrdiff_t>(before), found.end(),
                   [](const Finding& a, const Finding& b) { return a.trigger < b.trigger; });
}

Assembler::Group Assembler::state_of_owned(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  const int owner = match.subjects.front();
  const auto word = tree.lemma(owner);
  Group group;
  if (word != "state" && word != "government") {
    if (auto reference = references_.resolve(sentence, owner); reference && reference->argument.named)
      group.push_back(*reference);
    return group;
  }
  // Whose state: "Peru's state-owned carrier", "the Russian state-owned agency".
  const int head = tree.head(match.trigger);
  const int noun = head > match.trigger && is_nominal(tree.token(head)) ? head : match.objects.front();
  for (const int c : tree.children(noun)) {
    if (!is_nominal(tree.token(c)) && tree.token(c).upos != Upos::adj) continue;
    auto reference = references_.resolve(sentence, c);
    if (!reference || discourse_.knowledge().state(reference->argument.name) == nullptr) continue;
    group.push_back(std::move(*reference));
    return group;
  }
  if (auto reference = the_state(sentence, owner)) group.push_back(std::move(*reference));
  return group;
}

// "the state" where the sentence names one.
std::optional<Reference> Assembler::the_state(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (tree.child(token, {Deprel::nmod}) >= 0) return std::nullopt;  // "the state of Ohio"
  const KnownEntity* state = nullptr;
  for (const int c : tree.children(token, {Deprel::amod, Deprel::compound, Deprel::nmod_poss})) {
    if (state == nullptr) state = discourse_.knowledge().state(tree.token(c).form);
  }
  if (state == nullptr) state = only_state(sentence);
  if (state == nullptr) state = state_that_acts(sentence);
  if (state == nullptr) return std::nullopt;
  Reference reference;
  reference.link = Link::role;
  reference.argument.name = state->name;
  reference.argument.type = state->type;
  reference.argument.named = true;
  reference.argument.extent = references_.phrase(sentence, token);
  reference.argument.text = references_.phrase_text(sentence, token);
  return reference;
}

// "the companies Orion and Vega": the names that a plural stands before.
std::vector<int> Assembler::named_members(int sentence, const std::vector<int>& tokens) {
  const Tree& tree = discourse_.tree(sentence);
  std::vector<int> members;
  for (const int token : tokens) {
    const bool plural =
        tree.token(token).xpos == Xpos::nns && discourse_.mention_at(sentence, token) == nullptr;
    const int name = plural ? described_name(tree, token) : -1;
    const auto group = name > token ? tree.with_conjuncts(name) : std::vector<int>{token};
    const bool named = std::all_of(group.begin(), group.end(),
                                   [&](int t) { return discourse_.mention_at(sentence, t) != nullptr; });
    if (group.size() > 1 && named)
      members.insert(members.end(), group.begin(), group.end());
    else
      members.push_back(token);
  }
  return members;
}

// The state that the sentence is about: its subject.
const KnownEntity* Assembler::state_that_acts(int sentence) {
  const Tree& tree = discourse_.tree(sentence);
  if (tree.root() < 0) return nullptr;
  const auto subjects = surface_subjects(tree, tree.root());
  if (subjects.size() != 1 || tree.token(subjects.front()).upos != Upos::propn) return nullptr;
  const auto reference = references_.resolve(sentence, subjects.front());
  return reference ? discourse_.knowledge().state(reference->argument.name) : nullptr;
}

// The one state that a sentence names, as a name or an adjective; null where none or two.
const KnownEntity* Assembler::only_state(int sentence) const {
  const KnownEntity* found = nullptr;
  const auto& tokens = discourse_.sentence(sentence).tokens;
  for (int t = 0; t < static_cast<int>(tokens.size()); ++t) {
    const Token& token = tokens[static_cast<std::size_t>(t)];
    const Mention* mention = discourse_.mention_at(sentence, t);
    if (mention != nullptr && mention->first != t && discourse_.actor(mention->actor).type == NameType::place)
      continue;
    if (token.form[0] < 'A' || token.form[0] > 'Z') continue;
    const KnownEntity* state =
        mention == nullptr
            ? nullptr
            : discourse_.knowledge().state(discourse_.text(sentence, mention->first, mention->last));
    if (state == nullptr && (mention == nullptr || discourse_.actor(mention->actor).type != NameType::place))
      state = discourse_.knowledge().state(token.form);
    if (state == nullptr || state == found) continue;
    if (found != nullptr) return nullptr;
    found = state;
  }
  return found;
}

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

Assembler::Group Assembler::subjects(int sentence, const Match& match) {
  const bool possessed = match.subject_place == Role::Place::possessor;
  if (match.rule->kind == TriggerKind::compound && !possessed) return state_of_owned(sentence, match);
  Group group;
  const Tree& tree = discourse_.tree(sentence);
  for (const int token : named_members(sentence, match.subjects)) {
    const bool instrument = schema_.words("instruments").contains(tree.lemma(token)) &&
                            discourse_.mention_at(sentence, token) == nullptr;
    if (instrument || references_.is_act(sentence, token)) {
      for (auto& maker : references_.makers_of(sentence, token)) group.push_back(std::move(maker));
      continue;
    }
    if (auto pair = pair_before(sentence, token); !pair.empty()) {
      std::move(pair.begin(), pair.end(), std::back_inserter(group));
      continue;
    }
    if (auto all = named_together(sentence, token); !all.empty()) {
      std::move(all.begin(), all.end(), std::back_inserter(group));
      continue;
    }
    if (auto both = joint_names(sentence, token); !both.empty()) {
      std::move(both.begin(), both.end(), std::back_inserter(group));
      continue;
    }
    if (auto members = members_of(sentence, token); !members.empty()) {
      std::move(members.begin(), members.end(), std::back_inserter(group));
      continue;
    }
    auto reference = references_.resolve(sentence, token);
    const auto word = tree.lemma(token);
    const bool bare_state =
        (!reference || !reference->argument.named) && (word == "state" || word == "government");
    if (bare_state && !schema_.relations()[match.rule->relation].acts) reference = the_state(sentence, token);
    if (!reference) continue;
    const bool state = discourse_.knowledge().state(reference->argument.name) != nullptr;
    if (match.place_as_agent && !state) continue;
    group.push_back(std::move(*reference));
  }
  if (group.empty() && match.subjects.empty())
    group = match.rule->attributive ? local_state(sentence, match) : enactors(sentence, match);
  // "a unit of Acme and the largest maker of toys": the second says more of somebody named.
  const bool named =
      std::any_of(group.begin(), group.end(), [](const Reference& r) { return r.argument.named; });
  if (named && match.rule->kind == TriggerKind::role)
    std::erase_if(group, [](const Reference& r) { return !r.argument.named; });
  keep_once(group);
  return group;
}

// "banned its nurses from using Orion": what is out of use is banned, for whom is the scope.
std::optional<Reference> Assembler::used_thing(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  for (const int c : tree.children(match.trigger, {Deprel::advcl, Deprel::xcomp, Deprel::obl})) {
    const auto opener = tree.deprel(c) == Deprel::obl ? tree.preposition(c) : tree.marker(c);
    if (opener != "from" || !schema_.words("use_verbs").contains(tree.lemma(c))) continue;
    for (const int object : frame_of(tree, c).objects) {
      auto thing = references_.resolve(sentence, object);
      if (thing && thing->argument.named && thing->argument.type != "person" &&
          thing->argument.type != "place")
        return thing;
    }
  }
  return std::nullopt;
}

Assembler::Group Assembler::blamed(int sentence, const Match& match, int token,
                                   const std::vector<Finding>& found) {
  auto actors = references_.actors_of_act(sentence, token, match.trigger);
  if (!actors.empty()) return actors;
  const Tree& tree = discourse_.tree(sentence);
  const auto from_claim = [](const Finding& finding, Link link) {
    Reference reference;
    reference.argument = finding.claim.subject;
    reference.link = link;
    return reference;
  };
  // What the act consists in is a claim itself: "the possibility that TikTok will be banned in the US".
  for (const Finding& finding : found) {
    if (finding.sentence == sentence && finding.trigger != match.trigger &&
        tree.dominates(token, finding.trigger)) {
      actors.push_back(from_claim(finding, Link::act));
    }
  }
  const bool anaphor = schema_.words("event_anaphors").contains(tree.lemma(token));
  if (!actors.empty() || !anaphor) return actors;
  // "…, a decision also criticised by Beijing": what the clause before says was done.
  const int host = tree.head(tree.first_conjunct(token));
  const Deprel relation = tree.deprel(token);
  const bool apposed = relation == Deprel::appos || relation == Deprel::parataxis ||
                       relation == Deprel::dep || relation == Deprel::dislocated ||
                       relation == Deprel::obl_unmarked || relation == Deprel::advcl;
  int last = -1;
  for (const Finding& finding : found) {
    const bool near = finding.sentence <= sentence && finding.sentence >= sentence - 2;
    const bool repeatable = finding.claim.relation != schema_.relations()[match.rule->relation].name;
    if (near && repeatable && finding.trigger != match.trigger) last = std::max(last, finding.sentence);
  }
  for (const Finding& finding : found) {
    const bool other = finding.claim.relation != schema_.relations()[match.rule->relation].name;
    if (last >= 0 && finding.sentence == last && other &&
        schema_.relations()[schema_.rules()[0].relation].name != finding.claim.relation) {
      actors.push_back(from_claim(finding, Link::event));
    }
  }
  if (actors.empty() && apposed && host >= 0) {
    for (const int subject : surface_subjects(tree, host)) {
      if (auto actor = references_.resolve(sentence, subject); actor && actor->argument.named)
        actors.push_back(*actor);
    }
  }
  if (actors.empty()) {
    if (auto actor = references_.actor_of_event_before(sentence, token)) actors.push_back(*actor);
  }
  if (actors.empty()) {
    if (auto actor = references_.actor_of_the_news(sentence)) actors.push_back(*actor);
  }
  return actors;
}

// "six channels, including RTR and NTV": the names that stand for the whole.
Assembler::Group Assembler::examples_of(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  Group group;
  if (tree.token(token).upos != Upos::noun) return group;
  // The list may hang on a later noun: "apps by ByteDance, including TikTok".
  for (int c = token + 1; c < tree.size() && !(is_verb(tree.token(c)) && tree.token(c).xpos != Xpos::vbg);
       ++c) {
    if (tree.token(c).upos == Upos::sconj && tree.deprel(c) == Deprel::mark) break;  // another clause
    const auto opener = tree.preposition(c);
    const bool lists = opener == "include" || opener == "including" || opener == "such";
    // "a delegation with members from countries including X": those are the countries.
    const int head = tree.head(c);
    const bool others =
        head > token && tree.token(head).upos == Upos::noun && tree.first_conjunct(head) != token;
    if (!lists || others) continue;
    for (const int one : tree.with_conjuncts(c)) {
      if (auto member = references_.resolve(sentence, one); member && member->argument.named)
        group.push_back(std::move(*member));
    }
  }
  return group.empty() ? among_them(sentence, token) : group;
}

// "six channels, among them RTR and NTV": the names right behind, whatever the tree makes of them.
Assembler::Group Assembler::among_them(int sentence, int token) {
  const auto& tokens = discourse_.sentence(sentence).tokens;
  const auto form = [&](int t) { return tokens[static_cast<std::size_t>(t)].form; };
  const int size = static_cast<int>(tokens.size());
  int t = token + 1;
  while (t + 1 < size &&
         !(equals_ignoring_case(form(t), "among") && (form(t + 1) == "them" || form(t + 1) == "which")))
    ++t;
  Group group;
  for (t += 2; t < size; ++t) {
    if (const Mention* mention = discourse_.mention_at(sentence, t)) {
      if (auto member = references_.resolve(sentence, t); member && member->argument.named)
        group.push_back(std::move(*member));
      t = mention->last;
      continue;
    }
    const Token& word = tokens[static_cast<std::size_t>(t)];
    const bool goes_on = word.form == "," || word.form == "and" || word.upos == Upos::det ||
                         word.upos == Upos::adj || word.upos == Upos::noun;
    if (!goes_on) break;
  }
  return group;
}

// "citizens of Peru and Chile": those of the one and those of the other.
Assembler::Group Assembler::citizens_of(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (!schema_.words("citizens").contains(tree.lemma(token))) return {};
  Group group;
  for (const int c : tree.children(token, {Deprel::nmod})) {
    const auto states = tree.with_conjuncts(c);
    if (tree.preposition(c) != "of" || states.size() < 2) continue;
    for (const int one : states) {
      const auto state = references_.resolve(sentence, one);
      if (!state || !state->argument.named) continue;
      Reference people = *state;
      people.link = Link::phrase;
      people.argument.named = false;
      people.argument.type = "person";
      people.argument.aliases.clear();
      people.argument.name = std::string(tree.token(token).form) + " of " + state->argument.name;
      group.push_back(std::move(people));
    }
  }
  return group;
}

// "a group of artists, including X, condemned": who of them is named.
Assembler::Group Assembler::members_of(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  Group group;
  for (const int c : tree.children(token, {Deprel::nmod, Deprel::obl})) {
    const auto opener = tree.preposition(c);
    if (opener != "include" && opener != "including") continue;
    for (const int one : tree.with_conjuncts(c)) {
      if (auto member = references_.resolve(sentence, one); member && member->argument.named)
        group.push_back(std::move(*member));
    }
  }
  // "his critics, which include X".
  for (const int c : tree.children(token, {Deprel::acl_relcl})) {
    if (tree.lemma(c) != "include") continue;
    for (const int one : frame_of(tree, c).objects) {
      if (auto member = references_.resolve(sentence, one); member && member->argument.named)
        group.push_back(std::move(*member));
    }
  }
  return group;
}

// "the use of Kaspersky": what is used is what a ban is about.
int Assembler::used_noun(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  // "banning entry for those who": who is kept out.
  if (schema_.words("entry_nouns").contains(tree.lemma(token))) {
    for (const std::string_view preposition : {"for", "by", "of"}) {
      for (const int c : obliques(tree, token, preposition)) return c;
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
  // "Twitter's operations".
  const int possessor = tree.child(token, {Deprel::nmod_poss});
  if (possessor >= 0 && tree.token(possessor).upos == Upos::propn) return possessor;
  return token;
}

Assembler::Group Assembler::object(int sentence, const Match& match, int token,
                                   const std::vector<Finding>& found) {
  const Relation& relation = schema_.relations()[match.rule->relation];
  const Tree& tree = discourse_.tree(sentence);
  if (relation.acts) {
    const bool pronoun_event =
        tree.token(token).upos == Upos::pron && (tree.lemma(token) == "this" || tree.lemma(token) == "that");
    if (references_.is_act(sentence, token) || pronoun_event ||
        schema_.words("event_anaphors").contains(tree.lemma(token))) {
      auto actors = blamed(sentence, match, token, found);
      // "the move" of nobody knows whom says nothing; an attack is something to condemn in itself.
      const bool anaphor = schema_.words("event_anaphors").contains(tree.lemma(token));
      if (!actors.empty() || pronoun_event || (anaphor && references_.is_bare_definite(sentence, token)))
        return actors;
    }
  }
  if (const auto members = examples_of(sentence, token); !members.empty()) return members;
  if (auto pair = pair_before(sentence, token); !pair.empty()) return pair;
  if (auto all = named_together(sentence, token); !all.empty()) return all;
  if (auto peoples = citizens_of(sentence, token); !peoples.empty()) return peoples;
  auto reference =
      references_.resolve(sentence, relation.unnamed_object ? used_noun(sentence, token) : token);
  if (!reference) return {};
  // "the plant", of which nobody can say which, is not worth owning.
  const bool owned = !relation.acts && !relation.unnamed_object;
  if (owned && !reference->argument.named && references_.is_bare_definite(sentence, token)) return {};
  // "Orion boycotts" are no Orion.
  const bool apart =
      relation.unnamed_object && reference->link == Link::role && tree.token(token).upos == Upos::noun;
  const bool people_of_name = apart && discourse_.knowledge().state(reference->argument.name) == nullptr &&
                              !WordLists::built_in().body(tree.lemma(token));
  if (people_of_name || (apart && !references_.is_somebody(sentence, token)))
    reference = references_.unnamed(sentence, token);
  if (!reference->argument.named) {
    if (relation.acts) {
      auto actors = references_.actors_of_act(sentence, token);
      if (!actors.empty() && reference->argument.type != "person" &&
          reference->argument.type != "organization")
        return actors;
    }
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

Assembler::Group Assembler::objects(int sentence, const Match& match, const std::vector<Finding>& found) {
  if (auto thing = match.rule->unnamed_object ? used_thing(sentence, match) : std::nullopt)
    return {std::move(*thing)};
  std::vector<int> given_objects = named_members(sentence, without_modifiers(sentence, match.objects));
  if (match.rule->unnamed_object) {
    if (auto whole = references_.joint_phrase(sentence, match.objects)) return {std::move(*whole)};
    given_objects = shared_complement(sentence, std::move(given_objects));
    given_objects = used_things(sentence, given_objects);
  }
  Group group;
  for (const int given : given_objects) {
    const int token = placed_thing(sentence, match, given);
    if (token < 0 || states_itself(sentence, match, token)) continue;
    if (match.rule->partitive_object && references_.part_of_whole(sentence, token) < 0) continue;
    for (auto& reference : object(sentence, match, token, found)) group.push_back(std::move(reference));
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
std::vector<int> Assembler::used_things(int sentence, const std::vector<int>& tokens) {
  const Tree& tree = discourse_.tree(sentence);
  std::vector<int> things;
  for (const int token : tokens) {
    const int used = used_noun(sentence, token);
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
std::vector<int> Assembler::shared_complement(int sentence, std::vector<int> tokens) {
  const Tree& tree = discourse_.tree(sentence);
  const auto is_use = [&](int t) { return schema_.words("use_nouns").contains(tree.lemma(t)); };
  const auto uses = std::count_if(tokens.begin(), tokens.end(), is_use);
  if (uses < 2) return tokens;
  const auto with_complement = std::find_if(tokens.begin(), tokens.end(),
                                            [&](int t) { return is_use(t) && used_noun(sentence, t) != t; });
  if (with_complement == tokens.end()) return tokens;
  const int keep = *with_complement;
  std::erase_if(tokens, [&](int t) { return is_use(t) && t != keep; });
  return tokens;
}

// "suspended its flights".
bool Assembler::owned_by_subject(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  return std::any_of(match.objects.begin(), match.objects.end(), [&](int o) {
    const int possessor = tree.child(o, {Deprel::nmod_poss});
    return possessor >= 0 && tree.token(possessor).xpos == Xpos::prp_poss;
  });
}

bool Assembler::reciprocal(int sentence, const Match& match) const {
  const auto& tokens = discourse_.sentence(sentence).tokens;
  return std::any_of(match.objects.begin(), match.objects.end(), [&](int o) {
    const auto at = static_cast<std::size_t>(o);
    const auto pair = [&](std::size_t first) {
      return first + 1 < tokens.size() && (tokens[first].lemma == "each" || tokens[first].lemma == "one") &&
             (tokens[first + 1].lemma == "other" || tokens[first + 1].lemma == "another");
    };
    return pair(at) || (at > 0 && pair(at - 1));
  });
}

bool Assembler::acceptable(const Match& match, const Reference& subject, const Reference& object) const {
  const TriggerRule& rule = *match.rule;
  if (same_entity(subject.argument, object.argument)) return false;
  const Knowledge& knowledge = discourse_.knowledge();
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
  if (!is_somebody(subject.argument) || !(service || type_allowed(rule.subject_types, subject.argument)))
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

Status Assembler::status(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  const TriggerRule& rule = *match.rule;
  if (rule.opinion) return Status::asserted;  // whatever is judged, the judgement is passed
  const StatusContext context{tree, schema_, schema_.relations()[rule.relation].stative};
  Status status = Status::asserted;
  const bool purpose = tree.deprel(match.trigger) == Deprel::advcl && tree.marker(match.trigger) == "to";
  if (rule.purpose_asserts && purpose)
    return rule.status[static_cast<std::size_t>(status_of_verb(context, tree.head(match.trigger), false))];
  switch (rule.kind) {
    case TriggerKind::verb:
      // An order holds when it is given, not when it is carried out.
      status = match.subject_place == Role::Place::governor
                   ? status_of_verb(context, governing_verb(tree, match.trigger, rule), false)
                   : status_of_verb(context, match.trigger, rule.transaction);
      break;
    case TriggerKind::noun:
      if (rule.possessor_asserts && match.subject_place == Role::Place::possessor) return Status::asserted;
      status = status_of_noun(context, match.trigger, rule);
      // What the light verb says is said: "completed its acquisition".
      if (const int verb = carrying_verb(tree, match.trigger); verb >= 0 && light_status(rule, tree, verb))
        return status;
      break;
    case TriggerKind::role:
    case TriggerKind::adjective:
      status = status_of_predicate(context, match.trigger);
      break;
    case TriggerKind::compound:
    case TriggerKind::opinion:
      break;
  }
  // Who sells 10 percent of a company keeps the rest; who sells "its half" has none left.
  const bool whole = !match.objects.empty() && (tree.lemma(match.objects.front()) == "all" ||
                                                tree.lemma(match.objects.front()) == "rest");
  const bool part = !match.objects.empty() && !whole &&
                    references_.part_of_whole(sentence, match.objects.front()) >= 0 &&
                    tree.child(match.objects.front(), {Deprel::nmod_poss}) < 0;
  const bool sells = rule.kind == TriggerKind::verb && rule.status[0] == Status::ended &&
                     match.object_place == Role::Place::patient;
  if (part && sells && status == Status::asserted) return Status::asserted;
  return rule.status[static_cast<std::size_t>(status)];
}

std::optional<Argument> Assembler::speaker(int sentence, int trigger) {
  const Tree& tree = discourse_.tree(sentence);
  const Report report = report_above(tree, schema_, trigger);
  if (report.speakers.size() != 1) return std::nullopt;
  auto reference = references_.resolve(sentence, report.speakers.front());
  if (!reference) return std::nullopt;
  return reference->argument;
}

void Assembler::emit(int sentence, const Match& match, const Pair& pair, std::vector<Finding>& found) {
  const Relation& relation = schema_.relations()[match.rule->relation];
  const Sentence& where = discourse_.sentence(sentence);
  const Token& trigger = where.tokens[static_cast<std::size_t>(match.trigger)];
  Finding finding;
  Claim& claim = finding.claim;
  claim.subject = pair.subject.argument;
  claim.object = pair.object.argument;
  claim.relation = relation.name;
  claim.rule = match.rule->id;
  claim.status = status(sentence, match);
  claim.scope = scope(sentence, match);
  claim.speaker = speaker(sentence, match.trigger);
  if (claim.speaker && same_entity(*claim.speaker, claim.subject)) claim.speaker.reset();
  claim.trigger = Trigger{std::string(trigger.form), {trigger.begin, trigger.end}};
  claim.evidence = {discourse_.document().text.substr(where.begin, where.end - where.begin),
                    {where.begin, where.end}};
  finding.subject_link = pair.subject.link;
  finding.object_link = pair.object.link;
  finding.inherited = match.inherited;
  finding.place_as_agent = match.place_as_agent;
  finding.sentence = sentence;
  finding.trigger = match.trigger;
  for (Finding& other : found) {
    const bool same = other.sentence == sentence && other.claim.relation == claim.relation &&
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
    const Token& first = where.tokens[static_cast<std::size_t>(name.first)];
    return first.begin == argument.extent.begin && name.last > name.first && name.confidence >= kSure;
  });
}

void Assembler::add_match(int sentence, const Match& match, std::vector<Finding>& found) {
  if (match.rule->opinion) return add_opinion(sentence, match, found);
  if (match.objects.empty()) return;
  // "Free Peasants' Union": a word of a name states nothing.
  const Mention* name = discourse_.mention_at(sentence, match.trigger);
  if (name != nullptr && name->last > name->first && match.rule->kind != TriggerKind::verb) return;
  // In a headline the verb of a noun is easily missed, and with it whether a ban is lifted: the text says it
  // again.
  const bool unsure = discourse_.sentence(sentence).headline && match.rule->kind == TriggerKind::noun &&
                      carrying_verb(discourse_.tree(sentence), match.trigger) < 0;
  if (unsure && !match.rule->light[static_cast<std::size_t>(Status::ended)].empty() &&
      match.rule->place_is_agent)
    return;
  references_.expect(&match.rule->subject_types, &match.rule->not_object_kinds);
  Group by = subjects(sentence, match);
  const bool unsaid = by.empty();
  if (unsaid) by = implied(sentence, match);
  for (Reference& subject : by)
    coerce(match.rule->subject_types, discourse_.knowledge(), true, type_before(sentence, subject.argument),
           subject.argument);
  for (Reference& subject : by)
    take_for_company(schema_.relations()[match.rule->relation], discourse_.knowledge(), subject.argument);
  references_.expect(nullptr);
  if (reciprocal(sentence, match)) {
    for (const Reference& subject : by) {
      for (const Reference& object : by) {
        if (acceptable(match, subject, object)) emit(sentence, match, {subject, object}, found);
      }
    }
    return;
  }
  references_.expect(&match.rule->object_types, &match.rule->not_object_kinds);
  Group whom = objects(sentence, match, found);
  references_.expect(nullptr);
  // Who is not named at all needs somebody who is.
  if (unsaid)
    std::erase_if(whom, [](const Reference& r) { return !r.argument.named || r.link == Link::event; });
  for (Reference& object : whom) {
    auto said = type_before(sentence, object.argument);
    if (said.empty() && surely_person(sentence, match, object.argument)) said = "person";
    const bool places =
        !match.rule->places_stay ||
        std::all_of(by.begin(), by.end(), [&](const Reference& r) { return trades(r.argument); });
    const bool practice = schema_.relations()[match.rule->relation].unnamed_object;  // roads are blocked, too
    const bool land = match.rule->kind == TriggerKind::compound && said.empty();     // "Russian-controlled"
    coerce(match.rule->object_types, discourse_.knowledge(), places && !practice && !land, said,
           object.argument);
  }
  if (match.rule->not_own_object && owned_by_subject(sentence, match)) return;
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

namespace {

// "followed suit", "did the same", "did likewise".
bool is_repeat_phrase(const Tree& tree, const RelationSchema& schema, int verb) {
  for (const int c : tree.children(verb, {Deprel::obj, Deprel::advmod, Deprel::obl})) {
    const std::string phrase = std::string(tree.lemma(verb)) + " " + std::string(tree.lemma(c));
    if (schema.words("repeat_phrases").contains(phrase)) return true;
  }
  return false;
}

// "similar decisions", "the same ban": the noun, where a verb carries it; -1 for none.
int repeated_noun(const Tree& tree, const RelationSchema& schema, int verb) {
  for (const int c : tree.children(verb, {Deprel::obj, Deprel::nsubj_pass})) {
    if (!schema.words("repeat_nouns").contains(tree.lemma(c))) continue;
    for (const int m : tree.children(c, {Deprel::amod})) {
      if (schema.words("repeat_adjectives").contains(tree.lemma(m))) return c;
    }
  }
  return -1;
}

// What the repeated noun is about, where it says so: "similar decisions about RTR".
int topic_of(const Tree& tree, int noun) {
  if (noun < 0) return -1;
  for (const std::string_view preposition : {"about", "on", "against", "concerning", "regarding"}) {
    for (const int topic : obliques(tree, noun, preposition)) return topic;
  }
  return -1;
}

}  // namespace

// The status that a light verb gives to the repeated noun: "lifted a similar ban".
Status Assembler::repeat_status(int sentence, int verb, int noun, const Relation& relation) {
  const Tree& tree = discourse_.tree(sentence);
  const StatusContext context{tree, schema_, relation.stative};
  for (const TriggerRule& rule : schema_.rules()) {
    const bool same = rule.kind == TriggerKind::noun && &schema_.relations()[rule.relation] == &relation;
    if (noun >= 0 && same && light_status(rule, tree, verb)) return status_of_noun(context, noun, rule);
  }
  return status_of_verb(context, verb, false);
}

// "made similar decisions", "followed suit": the last claim again, for a new subject.
void Assembler::add_repeats(int sentence, std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(sentence);
  for (int verb = 0; verb < tree.size(); ++verb) {
    const bool pro_verb =
        tree.lemma(verb) == "do" && tree.token(verb).upos == Upos::aux && tree.head(verb) < 0;
    if (!is_verb(tree.token(verb)) && !pro_verb) continue;
    const int noun = repeated_noun(tree, schema_, verb);
    if (noun < 0 && !is_repeat_phrase(tree, schema_, verb)) continue;
    const auto last = std::find_if(found.rbegin(), found.rend(), [&](const Finding& f) {
      return f.sentence >= sentence - 3 && (f.sentence < sentence || f.trigger < verb) &&
             relation_named(f.claim.relation).repeats;
    });
    if (last != found.rend()) add_repeat(sentence, verb, noun, Finding(*last), found);
  }
}

const Relation& Assembler::relation_named(const std::string& name) const {
  const auto& relations = schema_.relations();
  return *std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.name == name; });
}

void Assembler::add_repeat(int sentence, int verb, int noun, const Finding& model,
                           std::vector<Finding>& found) {
  const Tree& tree = discourse_.tree(sentence);
  const Relation& relation = relation_named(model.claim.relation);
  const auto rule = std::find_if(schema_.rules().begin(), schema_.rules().end(), [&](const TriggerRule& r) {
    return &schema_.relations()[r.relation] == &relation;
  });
  Match match;
  match.rule = &*rule;
  match.trigger = verb;
  match.subjects = frame_of(tree, verb).subjects;
  Reference object;
  object.argument = model.claim.object;
  object.link = Link::event;
  if (const int topic = topic_of(tree, noun); topic >= 0) {
    const auto named = references_.resolve(sentence, topic);
    if (named && named->argument.named) object = *named;
  }
  for (const Reference& subject : subjects(sentence, match)) {
    const std::size_t before = found.size();
    if (same_entity(subject.argument, object.argument) || !is_somebody(subject.argument)) continue;
    emit(sentence, match, {subject, object}, found);
    if (found.size() == before) continue;
    Claim& claim = found.back().claim;
    claim.status = repeat_status(sentence, verb, noun, relation);
    claim.rule = "repeat:" + std::string(tree.lemma(noun < 0 ? verb : noun));
    const auto scope = scope_around(discourse_, schema_, sentence, noun < 0 ? verb : noun, {"for", "in"});
    claim.scope = scope;
  }
}

}  // namespace newsgraph
