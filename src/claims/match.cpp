#include "claims/match.h"

#include <algorithm>

#include "claims/frame.h"
#include "claims/light_verb.h"
#include "claims/opinion.h"
#include "claims/referent.h"
#include "claims/report.h"

namespace newsgraph {

namespace {

struct Site {
  const RelationSchema& schema;
  const Knowledge& knowledge;
  const Tree& tree;
  const TriggerRule& rule;
  int trigger;
};

// The words of a lemma beside its head: a verb's particle, a noun's compound, an object of a
// support verb ("take aim").
bool has_word(const Tree& tree, int head, std::string_view word) {
  for (const int c : tree.children(head)) {
    const Deprel relation = tree.deprel(c);
    const bool fits = relation == Deprel::compound_prt || relation == Deprel::compound ||
                      relation == Deprel::amod || relation == Deprel::advmod || relation == Deprel::obj ||
                      relation == Deprel::obl || relation == Deprel::advcl;
    if (fits && equals_ignoring_case(tree.lemma(c), word)) return true;
  }
  return false;
}

// "take over Orion": the particle right after a verb that the tree takes for the preposition of what should
// be its object; -1 where there is none.
int split_particle(const Tree& tree, int verb) {
  const int next = verb + 1;
  if (!is_verb(tree.token(verb)) || next >= tree.size() || tree.deprel(next) != Deprel::case_) return -1;
  const int noun = tree.head(next);
  const bool below = noun > next && tree.head(noun) == verb && tree.deprel(noun) == Deprel::obl;
  return below && tree.child(verb, {Deprel::obj, Deprel::nsubj_pass}) < 0 && !is_passive(tree, verb) ? next
                                                                                                     : -1;
}

bool lemma_matches(const Tree& tree, int token, std::string_view own, const std::string& lemma,
                   TriggerKind kind) {
  const bool verb = kind == TriggerKind::verb || kind == TriggerKind::adjective;
  const auto space = verb ? lemma.find(' ') : lemma.rfind(' ');
  if (space == std::string::npos) return own == lemma;
  const std::string head = verb ? lemma.substr(0, space) : lemma.substr(space + 1);
  const std::string rest = verb ? lemma.substr(space + 1) : lemma.substr(0, space);
  if (own != head) return false;
  const int particle = kind == TriggerKind::verb ? split_particle(tree, token) : -1;
  return has_word(tree, token, rest) || (particle >= 0 && equals_ignoring_case(tree.lemma(particle), rest));
}

bool kind_matches(const Tree& tree, int token, TriggerKind kind) {
  const Token& t = tree.token(token);
  switch (kind) {
    case TriggerKind::verb:
      // "jointly own Orion": what has subject and object is a verb, whatever its tag.
      if (t.upos == Upos::adj)
        return tree.child(token, {Deprel::nsubj}) >= 0 && tree.child(token, {Deprel::obj}) >= 0;
      return is_verb(t) && tree.deprel(token) != Deprel::amod;
    case TriggerKind::noun:
      // "raises stake in Orion": the object of a verb is a noun, whatever its tag.
      if (t.upos == Upos::verb)
        return tree.deprel(token) == Deprel::obj &&
               tree.child(token, {Deprel::nsubj, Deprel::obj, Deprel::aux}) < 0;
      return t.upos == Upos::noun || t.upos == Upos::propn;
    case TriggerKind::role:
      // Before a name the noun is easily taken for an adjective: "its subsidiary Orion".
      return t.upos == Upos::noun || t.upos == Upos::propn || t.xpos == Xpos::jj;
    case TriggerKind::adjective:
      return t.upos == Upos::adj || t.upos == Upos::verb;
    case TriggerKind::compound:
      return (t.upos == Upos::verb || t.upos == Upos::adj) && t.xpos != Xpos::vb;
    case TriggerKind::opinion:
      return t.upos == Upos::adj || t.upos == Upos::noun;
  }
  return false;
}

// "to release accused smugglers": a participle with a noun right after it, whatever the tree says.
bool is_attribute(const Tree& tree, int token) {
  if (tree.token(token).xpos != Xpos::vbn || tree.deprel(token) == Deprel::conj) return false;
  const int object = tree.child(token, {Deprel::obj});
  return object == token + 1 && tree.child(token, {Deprel::aux, Deprel::nsubj}) < 0 &&
         tree.deprel(token) != Deprel::root;
}

bool triggers(const Tree& tree, int token, std::string_view own, const TriggerRule& rule) {
  if (!kind_matches(tree, token, rule.kind)) return false;
  if (rule.kind == TriggerKind::verb && is_attribute(tree, token)) return false;
  return std::any_of(rule.lemmas.begin(), rule.lemmas.end(), [&](const std::string& lemma) {
    return lemma_matches(tree, token, own, lemma, rule.kind);
  });
}

std::vector<int> expand(const Tree& tree, const std::vector<int>& heads) {
  std::vector<int> all;
  for (const int head : heads) {
    const auto group = tree.with_conjuncts(head);
    all.insert(all.end(), group.begin(), group.end());
  }
  return all;
}

bool is_measure(const Tree& tree, int token) {
  const auto lemma = tree.lemma(token);
  return lemma == "percent" || lemma == "cent" || tree.token(token).form == "%" ||
         tree.token(token).upos == Upos::num;
}

bool opens_with(const Tree& tree, int phrase, std::string_view preposition) {
  const int first = tree.subtree(phrase).front();
  return tree.deprel(first) == Deprel::case_ && equals_ignoring_case(tree.token(first).form, preposition);
}

std::vector<int> with_preposition(const Tree& tree, int head, std::string_view preposition) {
  for (const int c : tree.children(head)) {
    const Deprel relation = tree.deprel(c);
    const bool nominal = relation == Deprel::obl || relation == Deprel::nmod || relation == Deprel::obl_agent;
    // The first says whom it is about, a second one where: "a ban on TikTok on government devices".
    if (nominal && tree.preposition(c) == preposition) return {c};
    // "to private equity executive Bill Chisholm", the preposition hung on a word before the name.
    if (nominal && tree.preposition(c).empty() && opens_with(tree, c, preposition)) return {c};
    // "protested against Turkish drilling": a gerund that the tree takes for a clause.
    const bool gerund =
        relation == Deprel::advcl && tree.token(c).xpos == Xpos::vbg && is_verb(tree.token(head));
    if (gerund && tree.preposition(c) == preposition &&
        tree.child(c, {Deprel::amod, Deprel::compound, Deprel::nmod_poss}) >= 0)
      return {c};
  }
  // "an offer for Orion from Acme": hung on the name in between.
  const bool agent = preposition == "by" || preposition == "from" || preposition == "to";
  for (const int c :
       agent && !is_verb(tree.token(head)) ? tree.children(head, {Deprel::nmod}) : std::vector<int>{}) {
    for (const int below : tree.children(c, {Deprel::nmod})) {
      if (c > head && tree.preposition(below) == preposition) return {below};
    }
  }
  // "a stake of 24 percent in Orion": hung on the measure.
  for (const int c : is_verb(tree.token(head)) ? std::vector<int>{} : tree.children(head, {Deprel::nmod})) {
    if (c < head || !is_measure(tree, c)) continue;
    const auto below = with_preposition(tree, c, preposition);
    if (!below.empty()) return below;
  }
  // Right after the noun a phrase is the noun's, whatever the tree has done with it.
  const int next = head + 1;
  const bool noun = !is_verb(tree.token(head)) && next < tree.size() && tree.deprel(next) == Deprel::case_;
  if (noun && equals_ignoring_case(tree.token(next).form, preposition) && tree.head(next) > next &&
      is_nominal(tree.token(tree.head(next))))
    return {tree.head(next)};
  return {};
}

// "a ban imposed by Britain": the participle's agent.
std::vector<int> participle_agents(const Tree& tree, int noun, const TriggerRule& rule) {
  for (const int c : tree.children(noun, {Deprel::acl})) {
    if (!is_passive(tree, c) || !light_status(rule, tree, c)) continue;
    const auto frame = frame_of(tree, c);
    if (!frame.subjects.empty()) return frame.subjects;
  }
  return {};
}

std::vector<int> light_subjects(const Site& site) {
  const int verb = carrying_verb(site.tree, site.trigger);
  if (verb < 0) return participle_agents(site.tree, site.trigger, site.rule);
  const bool listed = light_status(site.rule, site.tree, verb).has_value();
  // Who approves or blocks a takeover does not take over.
  if (!listed || site.schema.words("third_party_verbs").contains(site.tree.lemma(verb))) return {};
  auto frame = frame_of(site.tree, verb);
  const Deprel relation = site.tree.deprel(site.tree.first_conjunct(site.trigger));
  if (relation == Deprel::obl && frame.passive) return frame.objects;  // "was met with criticism"
  // "the ban announced by Orion was renewed": the passive above says nothing of who.
  return frame.subjects.empty() ? participle_agents(site.tree, site.trigger, site.rule) : frame.subjects;
}

bool is_name_token(const Token& token) {
  return token.upos == Upos::propn;
}

// "parent" of "parent company" is no argument.
bool is_own_word(const TriggerRule& rule, std::string_view lemma) {
  return std::any_of(rule.lemmas.begin(), rule.lemmas.end(), [&](const std::string& own) {
    return own.size() > lemma.size() && own.starts_with(lemma) && own[lemma.size()] == ' ';
  });
}

std::vector<int> compounds(const Site& site, bool first_only) {
  const Tree& tree = site.tree;
  auto found = tree.children(site.trigger, {Deprel::compound, Deprel::nmod_desc});
  // "travel ban", "six-year ban": the kind of ban, not what is banned.
  const WordSet& kinds = site.schema.words("compound_kinds");
  std::erase_if(found, [&](int c) {
    return !is_nominal(tree.token(c)) || kinds.contains(tree.lemma(c)) ||
           is_own_word(site.rule, tree.lemma(c));
  });
  if (found.empty()) return found;
  if (first_only) return found.size() > 1 ? std::vector<int>{found.front()} : std::vector<int>{};
  return {found.back()};
}

std::vector<int> state_modifiers(const Site& site) {
  for (const int c : site.tree.children(site.trigger, {Deprel::amod, Deprel::compound, Deprel::nmod_poss})) {
    if (site.knowledge.state(site.tree.token(c).form) != nullptr) return {c};
  }
  return {};
}

std::vector<int> governing_subjects(const Site& site) {
  const int verb = governing_verb(site.tree, site.trigger, site.rule);
  return verb < 0 ? std::vector<int>{} : frame_of(site.tree, verb).subjects;
}

// "took over Orion" where the tree makes "over Orion" a place: the object after the particle.
std::vector<int> object_after_particle(const Site& site) {
  const Tree& tree = site.tree;
  const int particle = split_particle(tree, site.trigger);
  if (particle < 0) return {};
  const std::string whole = std::string(tree.lemma(site.trigger)) + " " + std::string(tree.lemma(particle));
  const bool own =
      std::find(site.rule.lemmas.begin(), site.rule.lemmas.end(), whole) != site.rule.lemmas.end();
  return own ? expand(tree, {tree.head(particle)}) : std::vector<int>{};
}

// Whom the clause is about that the noun stands in; not where it is about the noun itself, and not who judges
// from outside: "the regulator approved a takeover by".
std::vector<int> clause_subjects(const Site& site) {
  const Tree& tree = site.tree;
  for (int verb = tree.head(site.trigger); verb >= 0; verb = tree.head(verb)) {
    if (!is_verb(tree.token(verb))) continue;
    if (site.schema.words("outside_verbs").contains(tree.lemma(verb))) return {};
    auto subjects = surface_subjects(tree, verb);
    std::erase_if(subjects, [&](int s) { return tree.dominates(s, site.trigger); });
    if (!subjects.empty() || tree.deprel(verb) != Deprel::advcl) return subjects;
  }
  return {};
}

// "took to the streets in protest": who does what the phrase goes with.
std::vector<int> adverbial_subjects(const Site& site, std::string_view preposition) {
  const Tree& tree = site.tree;
  if (tree.preposition(site.trigger) != preposition) return {};
  // "in protest" is done by whom the clause is about; "in the protests" is not.
  const bool bare = tree.token(site.trigger).xpos == Xpos::nn && tree.child(site.trigger, {Deprel::det}) < 0;
  if (preposition == "in" && !bare) return {};
  int verb = tree.head(site.trigger);
  while (verb >= 0 && !is_verb(tree.token(verb))) verb = tree.head(verb);
  return verb < 0 ? std::vector<int>{} : frame_of(tree, verb).subjects;
}

bool is_verb_rule(const TriggerRule& rule) {
  return rule.kind == TriggerKind::verb;
}

// "forbids walking on the lawn": what is forbidden is a practice.
std::vector<int> practices(const Site& site) {
  std::vector<int> found;
  for (const int c : site.tree.children(site.trigger, {Deprel::xcomp, Deprel::ccomp})) {
    for (const int one : site.tree.with_conjuncts(c)) {
      const bool own_clause = site.tree.child(one, {Deprel::nsubj, Deprel::aux}) >= 0;
      if (site.tree.token(one).xpos == Xpos::vbg && site.tree.marker(one).empty() && !own_clause)
        found.push_back(one);
    }
  }
  return found;
}

std::vector<int> fill(const Site& site, const Role& role, const Frame& frame) {
  const Tree& tree = site.tree;
  switch (role.place) {
    case Role::Place::agent:
      return frame.subjects;
    case Role::Place::patient:
      if (is_verb_rule(site.rule) && frame.objects.empty()) {
        auto found = object_after_particle(site);
        return found.empty() && site.rule.unnamed_object ? practices(site) : found;
      }
      return is_verb_rule(site.rule)
                 ? frame.objects
                 : expand(tree, tree.children(site.trigger, {Deprel::obj, Deprel::appos, Deprel::dep}));
    case Role::Place::oblique:
      return obliques(tree, site.trigger, role.preposition);
    case Role::Place::possessor:
      return expand(tree, possessors_of_role(tree, site.trigger));
    case Role::Place::compound:
      return expand(tree, compounds(site, false));
    case Role::Place::compound_first:
      return compounds(site, true);
    case Role::Place::modifier:
      return state_modifiers(site);
    case Role::Place::light:
      return light_subjects(site);
    case Role::Place::referent:
      return referents_of_role(tree, site.trigger);
    case Role::Place::governor:
      return governing_subjects(site);
    case Role::Place::complement: {
      const int clause = tree.child(site.trigger, {Deprel::ccomp});
      return clause < 0 ? std::vector<int>{} : frame_of(tree, clause).subjects;
    }
    case Role::Place::clause:
      return role.preposition.empty() ? clause_subjects(site) : adverbial_subjects(site, role.preposition);
    case Role::Place::speaker:
      return report_above(tree, site.schema, site.trigger).speakers;
  }
  return {};
}

// Of the prepositions that the roles ask for, the one right below a noun that stands first; empty for none.
std::string_view nearest_preposition(const Site& site, const std::vector<Role>& roles) {
  if (is_verb_rule(site.rule)) return {};
  for (const int c : site.tree.children(site.trigger, {Deprel::nmod})) {
    const auto preposition = site.tree.preposition(c);
    if (is_measure(site.tree, c)) continue;  // "a stake of 24 percent in Orion"
    for (const Role& role : roles) {
      if (c > site.trigger && role.place == Role::Place::oblique && role.preposition == preposition)
        return role.preposition;
    }
  }
  return {};
}

std::vector<int> fill_first(const Site& site, const std::vector<Role>& roles, const Frame& frame,
                            Role::Place& place, const std::vector<int>& taken) {
  const std::string_view nearest = nearest_preposition(site, roles);
  for (const Role& role : roles) {
    // "an embargo against Orion and sanctions on officials": of several prepositions the nearest is the
    // noun's.
    const bool farther =
        role.place == Role::Place::oblique && !nearest.empty() && role.preposition != nearest;
    if (farther) continue;
    auto found = fill(site, role, frame);
    std::erase_if(found, [&](int t) {
      return t == site.trigger || std::find(taken.begin(), taken.end(), t) != taken.end();
    });
    if (found.empty()) continue;
    place = role.place;
    return found;
  }
  return {};
}

bool subtree_has_lemma(const Tree& tree, int head, const WordSet& words) {
  for (const int t : tree.subtree(head)) {
    if (words.contains(tree.lemma(t))) return true;
  }
  return false;
}

// The predicate itself or a word right below it: "a flagrant violation", "unfair and illegal".
bool predicate_is(const Tree& tree, int predicate, const WordSet& words) {
  if (words.contains(tree.lemma(predicate))) return true;
  for (const int c : tree.children(predicate, {Deprel::amod, Deprel::conj, Deprel::nmod})) {
    if (words.contains(tree.lemma(c))) return true;
  }
  return false;
}

// "called the tax on remittances unjust", "described the report of Orion as slander": deeper in the object.
bool judged_inside(const Tree& tree, int object, const WordSet& words) {
  const auto below = tree.subtree(object);
  const int last = below.back();
  const bool behind =
      tree.token(last).upos == Upos::adj && tree.deprel(last) == Deprel::amod && tree.head(last) < last;
  if (behind && words.contains(tree.lemma(last))) return true;
  return std::any_of(below.begin(), below.end(), [&](int t) {
    return t > object && tree.preposition(t) == "as" && is_nominal(tree.token(t)) &&
           predicate_is(tree, t, words);
  });
}

bool complement_holds(const Site& site, const Match& match) {
  if (site.rule.complement.empty()) return true;
  const WordSet& words = site.schema.words(site.rule.complement);
  const bool needs_as = site.schema.words("as_verbs").contains(site.tree.lemma(site.trigger));
  for (const int c : site.tree.children(site.trigger)) {
    const Deprel relation = site.tree.deprel(c);
    const bool as = site.tree.preposition(c) == "as" || site.tree.marker(c) == "as";
    const bool object = std::find(match.objects.begin(), match.objects.end(), c) != match.objects.end();
    const bool bare = relation == Deprel::xcomp || relation == Deprel::ccomp || relation == Deprel::iobj ||
                      relation == Deprel::obj;
    if (!object && (as || (bare && !needs_as)) && predicate_is(site.tree, c, words)) return true;
  }
  // "called the visit to Oslo a betrayal": what is said of the object may hang on it.
  for (const int o : match.objects) {
    for (const int c : site.tree.children(o)) {
      const bool as = site.tree.preposition(c) == "as" && site.tree.deprel(c) == Deprel::nmod;
      const bool apposed =
          !needs_as && site.tree.deprel(c) == Deprel::appos && site.tree.token(c).upos == Upos::noun;
      if (c > o && (as || apposed) && predicate_is(site.tree, c, words)) return true;
    }
    if (judged_inside(site.tree, o, words)) return true;
  }
  return false;
}

bool patient_holds(const Site& site) {
  const TriggerRule& rule = site.rule;
  if (rule.patient_words.empty()) return true;
  const auto patients = frame_of(site.tree, site.trigger).objects;
  return std::any_of(patients.begin(), patients.end(),
                     [&](int p) { return rule.patient_words.contains(site.tree.lemma(p)); });
}

bool constraints_hold(const Site& site, const Match& match) {
  const TriggerRule& rule = site.rule;
  if (!rule.preposition.empty() && site.tree.preposition(site.trigger) != rule.preposition) return false;
  if (!patient_holds(site)) return false;
  if (!rule.requires_preposition.empty()) {
    bool met = false;
    for (const int t : obliques(site.tree, site.trigger, rule.requires_preposition)) {
      met = met || rule.requires_words.empty() || subtree_has_lemma(site.tree, t, rule.requires_words);
    }
    if (!met) return false;
  }
  for (const int s : match.subjects) {
    if (rule.subject_words_not.contains(site.tree.lemma(s))) return false;
  }
  if (!rule.object_words.empty() && std::none_of(match.objects.begin(), match.objects.end(), [&](int o) {
        return rule.object_words.contains(site.tree.lemma(o));
      })) {
    return false;
  }
  return complement_holds(site, match);
}

// "is banned in Turkey": no agent, but a state as the place.
void place_for_agent(const Site& site, Match& match) {
  if (!site.rule.place_is_agent || !match.subjects.empty()) return;
  for (const std::string_view preposition : {"in", "across", "throughout", "from"}) {
    for (const int t : obliques(site.tree, site.trigger, preposition)) {
      const Token& token = site.tree.token(t);
      const bool definite = token.upos == Upos::noun && site.tree.has_child_lemma(t, {Deprel::det}, "the");
      if (!is_name_token(token) && !definite) continue;  // "in the kingdom" may mean a state
      match.subjects = site.tree.with_conjuncts(t);
      match.place_as_agent = true;
      return;
    }
  }
}

std::optional<Match> match_at(const Site& site) {
  const bool verb = is_verb_rule(site.rule);
  const Frame frame = verb ? frame_of(site.tree, site.trigger) : Frame{};
  if (site.rule.passive_only && !frame.passive) return std::nullopt;
  Match match;
  match.rule = &site.rule;
  match.trigger = site.trigger;
  match.inherited = frame.inherited;
  match.objects = fill_first(site, site.rule.object, frame, match.object_place, {});
  match.subjects = fill_first(site, site.rule.subject, frame, match.subject_place, match.objects);
  place_for_agent(site, match);
  if (match.subjects.empty() && match.objects.empty()) return std::nullopt;
  if (!constraints_hold(site, match)) return std::nullopt;
  return match;
}

// The head of the noun phrase that begins after a word, where the tree does not attach it.
int noun_after(const Tree& tree, int word) {
  int at = word + 1;
  while (at < tree.size() && tree.head(at) > at && !is_verb(tree.token(tree.head(at)))) at = tree.head(at);
  return at < tree.size() && is_nominal(tree.token(at)) ? at : -1;
}

// "its partly owned airline": the possessor owns.
std::optional<Match> match_partly_owned(const Site& site) {
  const Tree& tree = site.tree;
  const int noun = tree.head(site.trigger);
  if (tree.deprel(site.trigger) != Deprel::amod || noun < site.trigger ||
      tree.child(site.trigger, {Deprel::advmod}) < 0)
    return std::nullopt;
  Match match;
  match.rule = &site.rule;
  match.trigger = site.trigger;
  match.subjects = possessors_of_role(tree, noun);
  match.objects = {noun};
  match.subject_place = Role::Place::possessor;
  if (match.subjects.empty()) return std::nullopt;
  return match;
}

// "Chinese-owned", "state-controlled": the word before the hyphen owns the noun after it.
std::optional<Match> match_compound(const Site& site) {
  const auto& tokens = site.tree.sentence().tokens;
  const int at = site.trigger;
  if (auto match = match_partly_owned(site)) return match;
  if (at < 2 || tokens[static_cast<std::size_t>(at) - 1].form != "-" ||
      tokens[static_cast<std::size_t>(at) - 1].space_after) {
    return std::nullopt;
  }
  int noun = at;
  while (noun >= 0 && (noun <= at || !is_nominal(site.tree.token(noun)))) noun = site.tree.head(noun);
  if (noun < 0) noun = noun_after(site.tree, at);
  if (noun < 0) return std::nullopt;
  Match match;
  match.rule = &site.rule;
  match.trigger = at;
  match.subjects = {at - 2};
  match.objects = {noun};
  if (const int name = described_name(site.tree, noun); name > noun) {
    // "the state-owned miner Orion and the private Vega": one miner is one name.
    match.objects =
        site.tree.token(noun).xpos == Xpos::nns ? site.tree.with_conjuncts(name) : std::vector<int>{name};
  }
  match.subject_place = Role::Place::compound;
  return match;
}

// "the outlawed Y", "Y is a banned group in X": the noun or its subject is banned; by whom may be said
// nowhere.
std::optional<Match> match_attribute(const Site& site) {
  const Tree& tree = site.tree;
  const int noun = tree.head(site.trigger);
  if (noun < 0 || !is_nominal(tree.token(noun))) return std::nullopt;
  Match match;
  match.rule = &site.rule;
  match.trigger = site.trigger;
  match.objects = {noun};
  if (tree.child(noun, {Deprel::cop}) >= 0) match.objects = surface_subjects(tree, noun);
  if (const int name = described_name(tree, noun); name >= 0) match.objects = {name};
  for (const int place : obliques(tree, noun, "in")) match.subjects.push_back(place);
  match.place_as_agent = true;
  return match;
}

// "X is illegal in Y": the subject is the object of the ban, the place its agent.
std::optional<Match> match_adjective(const Site& site) {
  const Tree& tree = site.tree;
  const bool predicate =
      tree.child(site.trigger, {Deprel::cop}) >= 0 || tree.deprel(site.trigger) == Deprel::xcomp;
  if (tree.deprel(site.trigger) == Deprel::amod && site.rule.attributive) return match_attribute(site);
  if (!predicate || is_passive(tree, site.trigger)) return std::nullopt;
  Match match;
  match.rule = &site.rule;
  match.trigger = site.trigger;
  match.objects = surface_subjects(tree, site.trigger);
  for (const std::string_view preposition : {"in", "across", "throughout"}) {
    if (match.subjects.empty()) match.subjects = obliques(tree, site.trigger, preposition);
  }
  match.place_as_agent = true;
  if (match.subjects.empty() || match.objects.empty()) return std::nullopt;
  return match;
}

// Whose opinion it is may stand in another sentence, and whom a noun judges is found with the acts.
std::optional<Match> match_opinion(const Site& site) {
  Match match;
  match.rule = &site.rule;
  match.trigger = site.trigger;
  match.subjects = report_above(site.tree, site.schema, site.trigger).speakers;
  match.objects = judged_by(site.tree, site.trigger);
  match.subject_place = Role::Place::speaker;
  match.object_place = Role::Place::referent;
  if (!constraints_hold(site, match)) return std::nullopt;
  return match;
}

std::optional<Match> match_rule(const Site& site) {
  switch (site.rule.kind) {
    case TriggerKind::compound:
      return match_compound(site);
    case TriggerKind::adjective:
      return match_adjective(site);
    case TriggerKind::opinion:
      return match_opinion(site);
    default:
      return match_at(site);
  }
}

}  // namespace

int governing_verb(const Tree& tree, int trigger, const TriggerRule& rule) {
  int at = trigger;
  for (int climbed = 0; climbed < 3 && tree.head(at) >= 0; ++climbed) {
    const bool joined = tree.deprel(at) == Deprel::conj;
    at = tree.head(at);
    if (joined && rule.governors.contains(tree.lemma(at)))
      return -1;  // "ordered the one and will not block the other"
    if (is_verb(tree.token(at)) && rule.governors.contains(tree.lemma(at))) return at;
  }
  return -1;
}

// "a protest in several cities of Chile against the government": the phrase hangs on a noun between,
// but the preposition belongs to the trigger.
std::vector<int> past_other_nouns(const Tree& tree, int trigger, std::string_view preposition) {
  for (int t = trigger + 1; t < tree.size() && !is_verb(tree.token(t)) && tree.token(t).form != ","; ++t) {
    if (tree.deprel(t) != Deprel::nmod || tree.preposition(t) != preposition || !tree.dominates(trigger, t))
      continue;
    return {t};
  }
  return {};
}

std::vector<int> obliques(const Tree& tree, int trigger, std::string_view preposition) {
  auto found = with_preposition(tree, trigger, preposition);
  if (found.empty() && (preposition == "against" || preposition == "by") && !is_verb(tree.token(trigger)))
    found = past_other_nouns(tree, trigger, preposition);
  // "took a swipe at Orion": the object of a verb of several words carries the phrase.
  const int object = tree.child(trigger, {Deprel::obj});
  if (found.empty() && is_verb(tree.token(trigger)) && object > trigger &&
      (preposition == "at" || preposition == "against"))
    found = with_preposition(tree, object, preposition);
  // "sanctions and travel bans on officials": the phrase hangs on the first of them.
  const int first = tree.first_conjunct(trigger);
  if (found.empty() && first != trigger && !is_verb(tree.token(trigger)))
    found = with_preposition(tree, first, preposition);
  if (found.empty() && !is_verb(tree.token(trigger))) {
    const int verb = carrying_verb(tree, trigger);
    if (verb >= 0) found = with_preposition(tree, verb, preposition);
    std::erase_if(found, [&](int t) { return tree.dominates(t, trigger); });
  }
  // "a ban on arms to and from Orion": what another preposition introduces is something else.
  auto all = expand(tree, found);
  std::erase_if(all, [&](int t) {
    const bool own = std::find(found.begin(), found.end(), t) != found.end();
    return !own && !tree.preposition(t).empty() && tree.preposition(t) != preposition;
  });
  return all;
}

std::vector<Match> find_matches(const RelationSchema& schema, const Knowledge& knowledge, const Tree& tree) {
  std::vector<Match> matches;
  for (int t = 0; t < tree.size(); ++t) {
    const std::string_view own = schema.trigger_lemma(tree.lemma(t), tree.token(t).form);
    for (const std::size_t index : schema.rules_of(own)) {
      const TriggerRule& rule = schema.rules()[index];
      if (!triggers(tree, t, own, rule)) continue;
      if (auto match = match_rule({schema, knowledge, tree, rule, t})) matches.push_back(std::move(*match));
    }
  }
  return matches;
}

}  // namespace newsgraph
