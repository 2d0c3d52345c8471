// Where the arguments of a trigger stand in the tree.
#include <algorithm>

#include "claims/grammar/calendar.h"
#include "claims/grammar/light_verb.h"
#include "claims/grammar/opinion.h"
#include "claims/grammar/referent.h"
#include "claims/grammar/report.h"
#include "claims/match/match_site.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

bool is_measure(const Tree& tree, int token) {
  const auto lemma = tree.lemma(token);
  return lemma == "percent" || lemma == "cent" || tree.token(token).form == "%" ||
         tree.token(token).upos == Upos::num || tree.token(token).upos == Upos::sym;
}

// A counted stretch of time is no argument: "for 30 days".
bool is_duration(const Tree& tree, int token) {
  const auto lemma = tree.lemma(token);
  const bool unit =
      lemma == "day" || lemma == "week" || lemma == "month" || lemma == "year" || lemma == "hour";
  return unit && tree.child(token, {Deprel::nummod, Deprel::det}) >= 0;
}

// "on Thursday", "for 30 days"; "on Jan Kral" is about somebody.
bool tells_when(const Tree& tree, int token) {
  const bool day = names_day(tree.token(token).form) && tree.child(token, {Deprel::flat}) < 0;
  return day || is_duration(tree, token);
}

bool opens_with(const Tree& tree, int phrase, std::string_view preposition) {
  const int first = tree.subtree(phrase).front();
  return tree.deprel(first) == Deprel::case_ && equals_ignoring_case(tree.token(first).form, preposition);
}

std::vector<int> with_preposition(const Tree& tree, int head, std::string_view preposition) {
  for (const int c : tree.children(head)) {
    const Deprel relation = tree.deprel(c);
    const bool nominal = relation == Deprel::obl || relation == Deprel::nmod || relation == Deprel::obl_agent;
    if (tells_when(tree, c)) continue;
    // The first says whom it is about, a second one where: "a ban on TikTok on government devices".
    if ((nominal || relation == Deprel::obj) && tree.preposition(c) == preposition) return {c};
    // "to private equity executive Bill Chisholm", the preposition hung on a word before the name.
    if (nominal && tree.preposition(c).empty() && opens_with(tree, c, preposition)) return {c};
  }
  // "an offer for Orion from Acme": hung on the name in between.
  const bool agent = preposition == "by" || preposition == "from" || preposition == "to";
  for (const int c :
       agent && !is_verb(tree.token(head)) ? tree.children(head, {Deprel::nmod}) : std::vector<int>{}) {
    // "the sale of the firm Vega to Acme".
    const int name = tree.child(c, {Deprel::appos, Deprel::flat});
    for (const int carrier : {c, name}) {
      for (const int below : carrier > head ? tree.children(carrier, {Deprel::nmod}) : std::vector<int>{})
        if (tree.preposition(below) == preposition) return {below};
    }
  }
  // "bought the firm Orion from Acme": hung on the name.
  const int object =
      is_verb(tree.token(head)) && preposition == "from" ? tree.child(head, {Deprel::obj}) : -1;
  const int thing = object < head ? -1 : tree.child(object, {Deprel::appos, Deprel::flat});
  for (const int name : {object, thing}) {
    if (name <= head || tree.token(name).upos != Upos::propn) continue;
    for (const int c : tree.children(name, {Deprel::nmod}))
      if (tree.preposition(c) == preposition) return {c};
  }
  // "a stake of 24 percent in Orion": hung on the measure.
  for (const int c : is_verb(tree.token(head)) ? std::vector<int>{} : tree.children(head, {Deprel::nmod})) {
    if (c < head || !is_measure(tree, c)) continue;
    if (auto below = with_preposition(tree, c, preposition); !below.empty()) return below;
  }
  // Right after the noun a phrase is the noun's, whatever the tree has done with it.
  const int next = head + 1;
  const bool noun = !is_verb(tree.token(head)) && next < tree.size() && tree.deprel(next) == Deprel::case_;
  if (noun && equals_ignoring_case(tree.token(next).form, preposition) && tree.head(next) > next &&
      is_nominal(tree.token(tree.head(next))) && !tells_when(tree, tree.head(next)))
    return {tree.head(next)};
  return {};
}

// "lifted the ban that it had imposed on Orion", "sanctions imposed on Orion": the clause that says of the
// noun what is done with it carries the phrase.
std::vector<int> in_clause_about(const Tree& tree, int noun, std::string_view preposition) {
  for (const int verb : tree.children(noun, {Deprel::acl, Deprel::acl_relcl})) {
    const auto done = is_verb(tree.token(verb)) ? frame_of(tree, verb).objects : std::vector<int>{};
    if (std::find(done.begin(), done.end(), noun) == done.end()) continue;
    if (auto found = with_preposition(tree, verb, preposition); !found.empty()) return found;
  }
  return {};
}

std::vector<int> state_modifiers(const Site& site) {
  for (const int c : site.tree.children(site.trigger, {Deprel::amod, Deprel::compound, Deprel::nmod_poss})) {
    if (site.knowledge.state(site.tree.token(c).form) != nullptr) return {c};
  }
  return {};
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
  // "Orion chairman and major shareholder Mara Doe": of Orion, both.
  const int first = tree.first_conjunct(site.trigger);
  const bool shared = first != site.trigger && site.rule.kind == TriggerKind::role &&
                      tree.child(site.trigger, {Deprel::det}) < 0;
  const auto is_name = [&](int c) { return c < first && tree.token(c).upos == Upos::propn; };
  const auto before = tree.children(first, {Deprel::compound, Deprel::nmod_desc});
  if (shared && std::ranges::none_of(found, [&](int c) { return tree.token(c).upos == Upos::propn; }))
    std::ranges::copy_if(before, std::back_inserter(found), is_name);
  // "travel ban", "six-year ban": the kind of ban, not what is banned.
  const WordSet& kinds = site.schema.words("compound_kinds");
  std::erase_if(found, [&](int c) {
    return !is_nominal(tree.token(c)) || is_measure(tree, c) || kinds.contains(tree.lemma(c)) ||
           is_own_word(site.rule, tree.lemma(c));
  });
  if (found.empty()) return found;
  if (first_only) return found.size() > 1 ? std::vector<int>{found.front()} : std::vector<int>{};
  return {found.back()};
}

bool is_verb_rule(const TriggerRule& rule) {
  return rule.kind == TriggerKind::verb;
}

// "forbids walking on the lawn": what is forbidden is a practice.
std::vector<int> practices(const Site& site) {
  std::vector<int> found;
  for (const int c : site.tree.children(site.trigger, {Deprel::xcomp, Deprel::ccomp, Deprel::advcl})) {
    // "forbids both begging and selling" may be hung like a circumstance.
    if (site.tree.deprel(c) == Deprel::advcl && site.tree.child(c, {Deprel::cc_preconj}) < 0) continue;
    for (const int one : site.tree.with_conjuncts(c)) {
      const bool own_clause = site.tree.child(one, {Deprel::nsubj, Deprel::aux}) >= 0;
      if (site.tree.token(one).xpos == Xpos::vbg && site.tree.marker(one).empty() && !own_clause)
        found.push_back(one);
    }
  }
  return found;
}

// "its brands", "the brands in its portfolio".
std::vector<int> possessors(const Site& site) {
  const Tree& tree = site.tree;
  auto found = possessors_of_role(tree, site.trigger);
  if (!found.empty()) return found;
  for (const int c : tree.children(site.trigger, {Deprel::nmod})) {
    if (site.schema.words("collections").contains(tree.lemma(c)))
      return tree.children(c, {Deprel::nmod_poss});
  }
  return {};
}

// "handed X a ban", where X may be taken for a second object, and "slapped X with a ban".
std::vector<int> recipients(const Site& site) {
  const Tree& tree = site.tree;
  const int verb = carrying_verb(tree, site.trigger);
  if (verb < 0 || !is_verb(tree.token(verb)) || light_status(site.rule, tree, verb) != Status::asserted)
    return {};
  // "was refused entry", the entry taken for what somebody is made.
  const bool object = tree.deprel(site.trigger) == Deprel::obj || tree.deprel(site.trigger) == Deprel::xcomp;
  const bool with = tree.deprel(site.trigger) == Deprel::obl && tree.preposition(site.trigger) == "with";
  if (!object && !with) return {};
  for (const int c : tree.children(verb, {Deprel::iobj, Deprel::obj})) {
    if (c > verb && c < site.trigger) return tree.with_conjuncts(c);
  }
  const bool received = tree.child(verb, {Deprel::aux_pass}) >= 0;
  return received ? frame_of(tree, verb).objects : std::vector<int>{};
}

std::vector<int> fill(const Site& site, const Role& role, const Frame& frame) {
  const Tree& tree = site.tree;
  switch (role.place) {
    case Role::Place::agent:
      return frame.subjects;
    case Role::Place::patient:
      if (is_verb_rule(site.rule) && frame.objects.empty())
        return site.rule.unnamed_object ? practices(site) : std::vector<int>{};
      return is_verb_rule(site.rule)
                 ? frame.objects
                 : expand(tree, tree.children(site.trigger, {Deprel::obj, Deprel::appos, Deprel::dep}));
    case Role::Place::oblique:
      if (role.preposition == "by" && !is_verb_rule(site.rule) && is_done_by_others(site))
        return below_noun(site, obliques(tree, site.trigger, "by"));
      if (auto found = obliques(tree, site.trigger, role.preposition);
          !found.empty() || (is_verb_rule(site.rule) && site.rule.patient_words.empty()))
        return found;
      if (!is_verb_rule(site.rule)) return {};
      // "paid 2 billion euros for Orion": hung on the euros.
      for (const int o : frame.objects) {
        if (auto found = obliques(tree, o, role.preposition); !found.empty()) return found;
      }
      return {};
    case Role::Place::possessor:
      return expand(tree, possessors(site));
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
      const int clause = tree.child(site.trigger, {Deprel::ccomp, Deprel::acl});
      const bool that =
          clause >= 0 && (tree.deprel(clause) == Deprel::ccomp || tree.marker(clause) == "that");
      return that ? frame_of(tree, clause).subjects : std::vector<int>{};
    }
    case Role::Place::clause:
      return role.preposition.empty() ? clause_subjects(site) : adverbial_subjects(site, role.preposition);
    case Role::Place::covered:
      return covered_by(site);
    case Role::Place::earlier:
      return earlier_organization(site);
    case Role::Place::whole:
      return whole_unsaid(site);
    case Role::Place::speaker:
      return report_above(tree, site.schema, site.trigger).speakers;
    case Role::Place::recipient:
      return recipients(site);
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

}  // namespace

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
      const bool itself = t == site.trigger && role.place != Role::Place::whole;
      return itself || std::find(taken.begin(), taken.end(), t) != taken.end();
    });
    if (found.empty()) continue;
    place = role.place;
    return found;
  }
  return {};
}

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
  // "sanctions and travel bans on officials": the phrase hangs on the first of them, or on what they are
  // among: "sanctions on officials, including travel bans".
  const int first = measured_by(tree, tree.first_conjunct(trigger));
  if (found.empty() && first != trigger && !is_verb(tree.token(trigger)))
    found = with_preposition(tree, first, preposition);
  if (found.empty() && !is_verb(tree.token(trigger))) {
    const int verb = carrying_verb(tree, trigger);
    if (verb >= 0) found = with_preposition(tree, verb, preposition);
    std::erase_if(found, [&](int t) { return tree.dominates(t, trigger); });
    if (found.empty() && preposition != "by") found = in_clause_about(tree, trigger, preposition);
  }
  // "a ban on arms to and from Orion": what another preposition introduces is something else.
  auto all = expand(tree, found);
  std::erase_if(all, [&](int t) {
    const bool own = std::find(found.begin(), found.end(), t) != found.end();
    return !own && !tree.preposition(t).empty() && tree.preposition(t) != preposition;
  });
  return all;
}

}  // namespace newsgraph
