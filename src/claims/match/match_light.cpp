// Who makes what a noun names, said by the verb that carries it: "imposed a ban", "a ban announced by X".
#include <algorithm>

#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/match/match_site.h"

namespace newsgraph {

namespace {

// "a ban imposed by Britain", "on the drug Kratex, imposed by Britain": the participle's agent, though it may
// hang on the last name before it.
std::vector<int> participle_agents(const Tree& tree, int noun, const TriggerRule& rule) {
  for (const int c : tree.subtree(noun)) {
    const bool clause = tree.deprel(c) == Deprel::acl || tree.deprel(c) == Deprel::acl_relcl;
    const bool own = clause && (tree.head(c) == noun || tree.token(tree.head(c)).upos == Upos::propn);
    if (!own || c < noun || !is_passive(tree, c) || !light_status(rule, tree, c)) continue;
    const auto frame = frame_of(tree, c);
    if (!frame.subjects.empty()) return frame.subjects;
  }
  return {};
}

// "lifted the ban that his predecessor had imposed", "imposed by Chile": who is said to have made it, not who
// lifts it; "that it had imposed" is said of who lifts it.
std::vector<int> makers_in_clause(const Tree& tree, int noun, const TriggerRule& rule) {
  if (auto agents = participle_agents(tree, noun, rule); !agents.empty()) return agents;
  for (const int c : tree.children(noun, {Deprel::acl_relcl})) {
    if (!is_verb(tree.token(c)) || is_passive(tree, c) || light_status(rule, tree, c) != Status::asserted)
      continue;
    const auto frame = frame_of(tree, c);
    const bool pronoun = std::any_of(frame.subjects.begin(), frame.subjects.end(),
                                     [&](int s) { return tree.token(s).upos == Upos::pron; });
    const bool made = std::find(frame.objects.begin(), frame.objects.end(), noun) != frame.objects.end();
    if (made && !pronoun) return frame.subjects;
  }
  return {};
}

// Whether the name of a place modifies the trigger: "a Texas ban".
bool has_place_before(const Site& site) {
  const auto modifiers =
      site.tree.children(site.trigger, {Deprel::amod, Deprel::compound, Deprel::nmod_poss});
  const auto& names = site.tree.sentence().names;
  return std::any_of(modifiers.begin(), modifiers.end(), [&](int c) {
    return std::any_of(names.begin(), names.end(), [&](const Name& name) {
      return name.type == NameType::place && name.first <= c && c <= name.last;
    });
  });
}

// "a Texas ban was upheld by a judge": who upholds it did not make it, where it says who did.
bool is_upheld(const Site& site) {
  const int verb = carrying_verb(site.tree, site.trigger);
  return verb >= 0 && site.schema.words("upholding_verbs").contains(site.tree.lemma(verb)) &&
         has_place_before(site);
}

// Whether a court does what the verb says: who made the ban that it lifts is said elsewhere, or nowhere.
bool is_of_court(const Site& site, int verb) {
  const auto subjects = frame_of(site.tree, verb).subjects;
  const WordSet& courts = site.schema.words("courts");
  return std::ranges::any_of(subjects, [&](int s) { return courts.contains(site.tree.lemma(s)); });
}

// "Peru's court lifted the ban": a state whose court lifts a ban had made it.
std::vector<int> state_of_court(const Site& site, int verb) {
  if (light_status(site.rule, site.tree, verb) != Status::ended || !is_of_court(site, verb)) return {};
  for (const int court : frame_of(site.tree, verb).subjects) {
    for (const int c : site.tree.children(court, {Deprel::nmod_poss, Deprel::amod, Deprel::compound})) {
      const auto& names = site.tree.sentence().names;
      const bool of_name = std::ranges::any_of(names, [&](const Name& name) {
        return name.first <= c && c <= name.last && name.first <= court && court <= name.last;
      });
      if (!of_name && site.knowledge.state(site.tree.token(c).form, true) != nullptr) return {c};
    }
  }
  return {};
}

// "the court overturns Ohio's ban on abortion": whose ban it is made it, where it says what is banned;
// "lifted Orion's ban" may be one on Orion.
bool is_lifted_for_another(const Site& site) {
  const Tree& tree = site.tree;
  const int verb = carrying_verb(tree, site.trigger);
  if (verb < 0) return false;
  if (light_status(site.rule, tree, verb) == Status::ended && is_of_court(site, verb)) return true;
  const int whose = tree.child(site.trigger, {Deprel::nmod_poss});
  if (whose < 0 || tree.token(whose).upos == Upos::pron) return false;
  const auto below = tree.children(site.trigger, {Deprel::nmod});
  const bool says_what = std::any_of(below.begin(), below.end(), [&](int c) {
    return c > site.trigger && (tree.preposition(c) == "on" || tree.preposition(c) == "against");
  });
  return says_what && light_status(site.rule, tree, verb) == Status::ended;
}

}  // namespace

// "Peru's ban was condemned by Chile": what happens to the ban says nothing of who made it.
bool is_done_by_others(const Site& site) {
  const int verb = carrying_verb(site.tree, site.trigger);
  if (verb < 0 || !is_passive(site.tree, verb)) return false;
  return is_upheld(site) || is_lifted_for_another(site) || !light_status(site.rule, site.tree, verb);
}

// Those of the phrases that the noun itself carries.
std::vector<int> below_noun(const Site& site, std::vector<int> phrases) {
  std::erase_if(phrases, [&](int t) { return !site.tree.dominates(site.trigger, t); });
  return phrases;
}

std::vector<int> light_subjects(const Site& site) {
  if (auto makers = makers_in_clause(site.tree, site.trigger, site.rule); !makers.empty()) return makers;
  const int verb = carrying_verb(site.tree, site.trigger);
  if (verb < 0) return participle_agents(site.tree, site.trigger, site.rule);
  const bool listed = light_status(site.rule, site.tree, verb).has_value();
  // Who approves or blocks a takeover does not take over; who rejects an accusation is accused.
  const bool acts = std::any_of(site.rule.subject.begin(), site.rule.subject.end(),
                                [](const Role& role) { return role.place == Role::Place::light; });
  const bool outside = is_upheld(site) || is_lifted_for_another(site) ||
                       (acts && site.schema.words("third_party_verbs").contains(site.tree.lemma(verb)));
  if (outside && listed) return state_of_court(site, verb);
  if (!listed || outside) return {};
  auto frame = frame_of(site.tree, verb);
  const Deprel relation = site.tree.deprel(site.tree.first_conjunct(site.trigger));
  if (relation == Deprel::obl && frame.passive) return frame.objects;  // "was met with criticism"
  // "the ban announced by Orion was renewed": the passive above says nothing of who.
  return frame.subjects.empty() ? participle_agents(site.tree, site.trigger, site.rule) : frame.subjects;
}

}  // namespace newsgraph
