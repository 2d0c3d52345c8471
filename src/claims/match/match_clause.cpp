// What a trigger takes from the clause that it stands in rather than from its own phrase.
#include <algorithm>
#include <string>

#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"
#include "claims/match/match_site.h"

namespace newsgraph {

namespace {

// "on the orders of Peru", "at Peru's request": who has it done.
std::vector<int> orderers(const Site& site) {
  const Tree& tree = site.tree;
  const WordSet& orders = site.schema.words("order_nouns");
  for (const int t : tree.subtree(site.trigger)) {
    const auto preposition = tree.preposition(t);
    const bool phrase = preposition == "on" || preposition == "at" || preposition == "under" ||
                        preposition == "after" || preposition == "following";
    if (!phrase || !orders.contains(tree.lemma(t))) continue;
    for (const int c : tree.children(t, {Deprel::nmod, Deprel::nmod_poss})) {
      const auto link = tree.preposition(c);
      if (tree.deprel(c) == Deprel::nmod_poss || link == "of" || link == "from" || link == "by") return {c};
    }
  }
  return {};
}

}  // namespace

std::vector<int> governing_subjects(const Site& site) {
  if (auto found = orderers(site); !found.empty()) return found;
  const int verb = governing_verb(site.tree, site.trigger, site.rule);
  return verb < 0 ? std::vector<int>{} : frame_of(site.tree, verb).subjects;
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

namespace {

// "In a swipe at Orion, Mara Doe said that …": who says it; -1 for no such phrase.
int saying_verb(const Site& site) {
  const Tree& tree = site.tree;
  if (!tree.has_child_lemma(site.trigger, {Deprel::det}, "a")) return -1;
  const bool opens = tree.subtree(site.trigger).front() == 0;
  // Trees hang what opens the sentence on what is said.
  const int verb = opens ? tree.root() : tree.verb_above(site.trigger);
  const bool says = verb >= 0 && site.schema.words("report_verbs").contains(tree.lemma(verb));
  return says || opens ? verb : -1;
}

}  // namespace

// "took to the streets in protest": who does what the phrase goes with.
std::vector<int> adverbial_subjects(const Site& site, std::string_view preposition) {
  const Tree& tree = site.tree;
  if (tree.preposition(site.trigger) != preposition) return {};
  // "in protest" is done by whom the clause is about; "in the protests" is not.
  const bool bare = tree.token(site.trigger).xpos == Xpos::nn && tree.child(site.trigger, {Deprel::det}) < 0;
  const int verb = preposition != "in" || bare ? tree.verb_above(site.trigger) : saying_verb(site);
  return verb < 0 ? std::vector<int>{} : frame_of(tree, verb).subjects;
}

// What the clause of the noun says that it covers: "The ban covers Orion", "applies to Orion".
std::vector<int> covered_by(const Site& site) {
  const Tree& tree = site.tree;
  const WordSet& covering = site.schema.words("covering_verbs");
  int verb = tree.deprel(site.trigger) == Deprel::nsubj ? tree.head(site.trigger) : -1;
  // A relative clause says it as well: "a ban that covers Orion".
  if (verb < 0 || !covering.contains(tree.lemma(verb))) verb = tree.child(site.trigger, {Deprel::acl_relcl});
  if (verb < 0 || !covering.contains(tree.lemma(verb))) return {};
  const auto objects = frame_of(tree, verb).objects;
  return objects.empty() ? obliques(tree, verb, "to") : objects;
}

std::string text_of(const Tree& tree, const Name& name) {
  std::string text;
  for (int t = name.first; t <= name.last; ++t) {
    if (t > name.first) text += ' ';
    text += tree.token(t).form;
  }
  return text;
}

// The only organisation that is named before the trigger; nothing where there are two, or where the trigger
// describes no name itself.
std::vector<int> earlier_organization(const Site& site) {
  const Tree& tree = site.tree;
  if (described_name(tree, site.trigger) < 0) return {};
  std::vector<int> companies;
  std::vector<int> places;  // that nobody knows: "Turner Newall" may be a company
  for (const Name& name : tree.sentence().names) {
    if (name.last >= site.trigger || name.type == NameType::person) continue;
    if (name.type == NameType::place) {
      const std::string form(text_of(tree, name));
      if (site.knowledge.look_up(form).empty()) places.push_back(tree.head_of(name.first, name.last));
    } else if (name.type == NameType::organization || name.type == NameType::product) {
      companies.push_back(tree.head_of(name.first, name.last));
    } else {
      return {};
    }
  }
  const auto& found = companies.empty() ? places : companies;
  return found.size() == 1 ? found : std::vector<int>{};
}

namespace {

// "an 80 percent stake", "its remaining share", "raised its holding from 34 to 51 percent": a part of
// something.
bool is_measured(const Site& site) {
  constexpr int kNear = 8;
  const Tree& tree = site.tree;
  const auto& fractions = site.schema.words("fractions");
  const auto measures = [&](int t) { return tree.token(t).form == "%" || fractions.contains(tree.lemma(t)); };
  const auto below = tree.subtree(site.trigger);
  if (std::ranges::any_of(below, measures)) return true;
  const int verb = tree.deprel(site.trigger) == Deprel::obj ? tree.head(site.trigger) : -1;
  for (int t = site.trigger + 1; verb >= 0 && t < std::min(tree.size(), site.trigger + kNear); ++t) {
    if (tree.head(t) == verb && tree.deprel(t) == Deprel::obl && measures(t)) return true;
  }
  return false;
}

// "the city is the owner", "the present owner is Orion", "earlier shareholders were Orion and Vega".
bool is_predicated(const Site& site) {
  const Tree& tree = site.tree;
  const int head = tree.head(site.trigger);
  const bool subject = tree.deprel(site.trigger) == Deprel::nsubj && head >= 0;
  if (subject && tree.child(head, {Deprel::cop}) >= 0) return true;
  return tree.child(site.trigger, {Deprel::cop}) >= 0 &&
         tree.has_child_lemma(site.trigger, {Deprel::det}, "the");
}

}  // namespace

std::vector<int> whole_unsaid(const Site& site) {
  const bool unsaid = site.rule.kind == TriggerKind::role ? is_predicated(site) : is_measured(site);
  return unsaid ? std::vector<int>{site.trigger} : std::vector<int>{};
}

}  // namespace newsgraph
