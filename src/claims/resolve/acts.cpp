#include "claims/resolve/acts.h"

#include <algorithm>

#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/match/match.h"
#include "claims/resolve/noun_phrases.h"
#include "claims/resolve/phrases.h"
#include "claims/resolve/resolve.h"

namespace newsgraph {

namespace {

// Who leads the blamed: "the neighbours, led by Peru".
void add_leaders(const ResolutionContext& context, const Tree& tree, Place noun,
                 std::vector<Reference>& found) {
  // Right after the noun, whatever the tree makes of it.
  const int after = noun.token + 1 < tree.size() && tree.token(noun.token + 1).form == "," ? noun.token + 2
                                                                                           : noun.token + 1;
  auto clauses = tree.children(noun.token, {Deprel::acl});
  if (clauses.empty() && after < tree.size()) clauses.push_back(after);
  for (const int c : clauses) {
    if ((tree.lemma(c) != "lead" && tree.lemma(c) != "head") || tree.token(c).xpos != Xpos::vbn) continue;
    for (const int agent : obliques(tree, c, "by")) {
      if (auto leader = resolve(context, {noun.sentence, agent}); leader && can_act(*leader))
        found.push_back(*leader);
    }
  }
}

// "negligence on the part of the ministry", wherever the tree hangs the phrase.
std::vector<int> on_the_part_of(const Tree& tree, int noun) {
  const int part = noun + 3;
  const bool follows = part < tree.size() && tree.lemma(part) == "part" && tree.preposition(part) == "on";
  return follows ? obliques(tree, part, "of") : std::vector<int>{};
}

// Nouns that are said to do an act together.
using Doers = std::vector<int>;

std::vector<Doers> behind(const Tree& tree, int act, std::string_view preposition) {
  std::vector<Doers> found;
  for (const int c : tree.children(act, {Deprel::nmod})) {
    if (tree.preposition(c) == preposition) found.push_back({c});
  }
  return found;
}

// Whose act the phrase says that it is: "Peru's arrest", "an attack by Peru", "on the part of Peru".
std::vector<Doers> doers_in_phrase(const RelationSchema& schema, const Tree& tree, int act) {
  std::vector<Doers> found;
  // "the mayor's killing" is done to him; in "Peru's arrest of the mayor" Peru does it.
  const auto below = tree.children(act, {Deprel::nmod});
  const bool done_to =
      std::any_of(below.begin(), below.end(), [&](int c) { return c > act && tree.preposition(c) == "of"; });
  const bool victim = schema.words("acts_of_victim").contains(tree.lemma(act)) && !done_to;
  if (const int possessor = tree.child(act, {Deprel::nmod_poss}); possessor >= 0 && !victim)
    found.push_back({possessor});
  for (Doers& doers : behind(tree, act, "by")) found.push_back(std::move(doers));
  found.push_back(past_other_nouns(tree, act, "by"));
  found.push_back(on_the_part_of(tree, act));
  return found;
}

// "the attack carried out by Peru": the agents of participles, but for `except`.
std::vector<Doers> doers_of_participles(const Tree& tree, int act, std::optional<Place> except) {
  std::vector<Doers> found;
  for (const int c : tree.children(act, {Deprel::acl})) {
    if (!(except && c == except->token) && is_passive(tree, c)) found.push_back(frame_of(tree, c).subjects);
  }
  return found;
}

// Who does something with it in a relative clause: "the arms sale that Washington had approved".
std::vector<Doers> doers_in_clauses(const RelationSchema& schema, const Tree& tree, int act) {
  std::vector<Doers> found;
  for (const int c : tree.children(act, {Deprel::acl_relcl})) {
    // "an attack that Peru blames on Chile": who judges it did not do it.
    if (schema.words("report_verbs").contains(tree.lemma(c)) || schema.blames(tree.lemma(c))) continue;
    Doers subjects = frame_of(tree, c).subjects;
    std::erase(subjects, act);
    found.push_back(std::move(subjects));
  }
  return found;
}

// "the attacks of Peru" may be on it; "the attacks of Peru on Chile" are Peru's, whichever of them the tree
// hangs Chile on.
bool is_aimed(const Tree& tree, int act) {
  const auto at_somebody = [&](int phrase) {
    return tree.preposition(phrase) == "against" || tree.preposition(phrase) == "on";
  };
  for (const int phrase : tree.children(act, {Deprel::nmod, Deprel::obl})) {
    const auto below = tree.children(phrase, {Deprel::nmod});
    if (at_somebody(phrase) || std::any_of(below.begin(), below.end(), at_somebody)) return true;
  }
  return false;
}

// Whom a noun means as the actor of an act; of a noun that is an act itself, its actors.
void add_actors(const ResolutionContext& context, Place noun, std::vector<Reference>& found) {
  const Tree& tree = context.tree(noun);
  for (const int one : tree.with_conjuncts(noun.token)) {
    if (is_act(context, {noun.sentence, one})) {
      for (Reference& inner : actors_of_act(context, {noun.sentence, one})) found.push_back(std::move(inner));
      continue;
    }
    auto actor = resolve_named(context, {noun.sentence, one});
    if (!actor || !can_act(*actor)) continue;
    const Token& word = tree.token(one);
    if (word.upos == Upos::adj && context.discourse.knowledge().state(word.form) == nullptr) continue;
    actor->link = Link::act;
    found.push_back(std::move(*actor));
    add_leaders(context, tree, {noun.sentence, one}, found);
  }
}

// The actors of the first group that has some.
std::vector<Reference> first_actors(const ResolutionContext& context, int sentence,
                                    const std::vector<std::vector<int>>& groups) {
  std::vector<Reference> found;
  for (const auto& group : groups) {
    for (const int noun : group) add_actors(context, {sentence, noun}, found);
    if (!found.empty()) break;
  }
  return found;
}

// "US attacks", "the Orion deal": the state or the name before the act, unless the act is `about` a name, or
// of its patient.
std::vector<Reference> actors_before_act(const ResolutionContext& context, Place at, bool about,
                                         bool of_patient) {
  const Tree& tree = context.tree(at);
  std::vector<Reference> found;
  for (const int c : tree.children(at.token, {Deprel::amod, Deprel::compound})) {
    if (!found.empty()) break;
    if (about && tree.deprel(c) == Deprel::compound) continue;
    if (const KnownEntity* state = context.discourse.knowledge().state(tree.token(c).form)) {
      found.push_back(of_known(context, *state, {at.sentence, c}, Link::act));
      found.back().argument.text = std::string(tree.token(c).form);
      found.back().argument.extent = {tree.token(c).begin, tree.token(c).end};
    } else if (context.discourse.mention_at({at.sentence, c}) != nullptr && !of_patient) {
      add_actors(context, {at.sentence, c}, found);
    }
  }
  return found;
}

}  // namespace

bool is_act(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (context.discourse.mention_at(at) != nullptr) return false;
  const Token& word = tree.token(at.token);
  return context.words("acts").contains(word.lemma) || word.xpos == Xpos::vbg;
}

std::vector<Reference> actors_of_act(const ResolutionContext& context, Place at,
                                     std::optional<Place> except) {
  const Tree& tree = context.tree(at);
  // "the Mercosur deal" is about Mercosur, "the Saeima's deal" would be the Saeima's.
  const bool about = context.words("acts_about").contains(tree.lemma(at.token));
  const bool of_patient =
      !is_aimed(tree, at.token) && context.words("acts_of_patient").contains(tree.lemma(at.token));
  auto found = first_actors(context, at.sentence, doers_in_phrase(context.schema, tree, at.token));
  if (found.empty()) found = first_actors(context, at.sentence, doers_of_participles(tree, at.token, except));
  if (found.empty()) found = actors_before_act(context, at, about, of_patient);
  if (found.empty())
    found = first_actors(context, at.sentence, doers_in_clauses(context.schema, tree, at.token));
  if (found.empty() && !of_patient) found = first_actors(context, at.sentence, behind(tree, at.token, "of"));
  if (found.empty()) found = first_actors(context, at.sentence, behind(tree, at.token, "from"));
  return found;
}

std::vector<Reference> makers_of(const ResolutionContext& context, Place at) {
  auto found = actors_of_act(context, at);
  if (!found.empty()) return found;
  const Tree& tree = context.tree(at);
  // The body that has it before it: "a bill before the Swiss parliament".
  for (const int c : tree.children(at.token, {Deprel::nmod})) {
    if (tree.preposition(c) != "before" && tree.preposition(c) != "in") continue;
    auto body = resolve_named(context, {at.sentence, c});
    if (body && body->argument.type == "organization") return {std::move(*body)};
  }
  // "passes changes, including a law that": what is carried is the whole.
  const auto preposition = tree.preposition(at.token);
  const bool listed_under = tree.deprel(at.token) == Deprel::nmod && opens_list(preposition);
  const int verb = carrying_verb(tree, listed_under ? tree.head(at.token) : at.token);
  if (verb < 0) return found;
  // "arrested a writer over posts": those are the writer's.
  const bool reason = preposition == "over" || preposition == "for" || preposition == "after";
  if (reason && context.words("punishing_verbs").contains(tree.lemma(verb))) {
    for (const int author : frame_of(tree, verb).objects) {
      if (auto maker = resolve(context, {at.sentence, author})) found.push_back(*maker);
    }
    return found;
  }
  const auto listed = [&](std::string_view list) { return context.words(list).contains(tree.lemma(verb)); };
  if (!listed("instrument_enacted") && !listed("instrument_planned")) return found;
  for (const int subject : frame_of(tree, verb).subjects) {
    if (is_act(context, {at.sentence, subject})) continue;
    // "the leaders of Peru and Chile issued a statement": it is that of both.
    if (auto makers = joined_by_of(context, {at.sentence, subject}); !makers.empty())
      found.insert(found.end(), makers.begin(), makers.end());
    else if (auto maker = resolve(context, {at.sentence, subject}))
      found.push_back(*maker);
  }
  return found;
}

}  // namespace newsgraph
