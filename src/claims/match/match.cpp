#include "claims/match/match.h"

#include <algorithm>

#include "claims/grammar/opinion.h"
#include "claims/grammar/referent.h"
#include "claims/grammar/report.h"
#include "claims/match/match_site.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr std::string_view kAnti = "anti-";

bool is_name_token(const Token& token) {
  return token.upos == Upos::propn;
}

// "In Peru, a ban on X takes effect": the place of what a noun is the subject of, opening the sentence.
std::vector<int> opening_place(const Site& site) {
  const Tree& tree = site.tree;
  if (tree.deprel(site.trigger) != Deprel::nsubj) return {};
  auto places = obliques(tree, tree.head(site.trigger), "in");
  std::erase_if(places, [&](int t) { return t > site.trigger; });
  return places;
}

// "in French schools": whose they are; -1 for none.
int state_of_place(const Site& site, int noun) {
  for (const int c : site.tree.children(noun, {Deprel::amod, Deprel::nmod_poss})) {
    if (site.knowledge.state(site.tree.token(c).form, true) != nullptr) return c;
  }
  return -1;
}

// "banned from entering Peru": what he may not enter.
std::vector<int> closed_place(const Site& site) {
  for (const int c : site.tree.children(site.trigger, {Deprel::advcl, Deprel::xcomp, Deprel::ccomp})) {
    const auto lemma = site.tree.lemma(c);
    if (site.tree.marker(c) != "from" || (lemma != "enter" && lemma != "visit")) continue;
    if (const int place = site.tree.child(c, {Deprel::obj}); place >= 0)
      return site.tree.with_conjuncts(place);
  }
  return {};
}

// "is banned in Turkey": no agent, but a state as the place.
void place_for_agent(const Site& site, Match& match) {
  if (!site.rule.place_is_agent || !match.subjects.empty()) return;
  if (auto places = closed_place(site); !places.empty()) {
    match.subjects = std::move(places);
    match.place_as_agent = true;
    return;
  }
  for (const std::string_view preposition : {"in", "across", "throughout", "from"}) {
    auto places = obliques(site.tree, site.trigger, preposition);
    for (const int c : site.tree.children(site.trigger, {Deprel::obl})) {  // "In Peru, … in the parliament"
      const bool state =
          site.tree.preposition(c) == preposition && site.knowledge.state(site.tree.token(c).form);
      if (state && places.size() == 1 && places.front() != c) places.insert(places.begin(), c);
    }
    if (places.empty() && preposition == "in") places = opening_place(site);
    for (const int t : places) {
      const Token& token = site.tree.token(t);
      const bool definite = token.upos == Upos::noun && site.tree.has_child_lemma(t, {Deprel::det}, "the");
      const int whose = token.upos == Upos::noun ? state_of_place(site, t) : -1;
      if (!is_name_token(token) && !definite && whose < 0) continue;  // "in the kingdom" may mean a state
      match.subjects = whose >= 0 ? std::vector<int>{whose} : site.tree.with_conjuncts(t);
      match.place_as_agent = true;
      return;
    }
  }
}

}  // namespace

int anti_modifier(const Tree& tree, int noun) {
  for (const int c : tree.children(noun, {Deprel::amod, Deprel::compound})) {
    const auto form = tree.token(c).form;
    if (form.size() > kAnti.size() + 2 && equals_ignoring_case(form.substr(0, kAnti.size()), kAnti)) return c;
  }
  return -1;
}

std::string_view anti_word(const Tree& tree, int modifier) {
  return std::string_view(tree.token(modifier).form).substr(kAnti.size());
}

namespace {

std::optional<Match> match_at(const Site& site) {
  const bool verb = site.rule.kind == TriggerKind::verb;
  const Frame frame = verb ? frame_of(site.tree, site.trigger) : Frame{};
  if (site.rule.passive_only && !frame.passive) return std::nullopt;
  Match match;
  match.rule = &site.rule;
  match.trigger = site.trigger;
  match.inherited = frame.inherited;
  match.objects = fill_first(site, site.rule.object, frame, match.object_place, {});
  match.subjects = fill_first(site, site.rule.subject, frame, match.subject_place, match.objects);
  if (verb) add_joint(site, frame, match);
  place_for_agent(site, match);
  const bool unsaid = match.subjects.empty() && match.objects.empty();
  if (unsaid && (site.rule.implied_subject.empty() || anti_modifier(site.tree, site.trigger) < 0))
    return std::nullopt;
  if (!constraints_hold(site, match)) return std::nullopt;
  return match;
}

// The head of the noun phrase that begins after a word, where the tree does not attach it.
int noun_after(const Tree& tree, int word) {
  int at = word + 1;
  while (at < tree.size() && tree.head(at) > at && !is_verb(tree.token(tree.head(at)))) at = tree.head(at);
  return at < tree.size() && is_nominal(tree.token(at)) ? at : -1;
}

// "Chinese-owned", "state-controlled": the word before the hyphen owns the noun after it.
std::optional<Match> match_compound(const Site& site) {
  const int at = site.trigger;
  if (at < 2 || site.tree.token(at - 1).form != "-" || site.tree.token(at - 1).space_after)
    return std::nullopt;
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
  match.objects = judged_heads(site.tree, site.schema, site.trigger);
  match.subject_place = Role::Place::speaker;
  match.object_place = Role::Place::referent;
  if (!constraints_hold(site, match)) return std::nullopt;
  return match;
}

std::optional<Match> match_rule(const Site& site) {
  if (site.rule.singular && site.tree.token(site.trigger).xpos == Xpos::nns) return std::nullopt;
  switch (site.rule.kind) {
    case TriggerKind::compound:
      return match_compound(site);
    case TriggerKind::adjective:
      return match_adjective(site);
    case TriggerKind::opinion:
      return match_opinion(site);
    case TriggerKind::possessive:
      return match_possessive(site);
    default:
      return match_at(site);
  }
}

}  // namespace

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
