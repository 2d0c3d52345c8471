// Who does it as well, and what it is done to as well, where no conjunction of the tree says so.
#include <algorithm>

#include "claims/match/match_site.h"

namespace newsgraph {

namespace {

// "X, together with Y, owns Z", "bought Z together with Y": what stands with one of the two.
struct Companion {
  int with = -1;  // the token before "with"
  std::vector<int> others;
};

std::vector<Companion> companions(const Tree& tree, int verb) {
  std::vector<Companion> found;
  for (int with = 1; with < tree.size(); ++with) {
    const auto before = tree.lemma(with - 1);
    const int other = tree.head(with);
    if (tree.lemma(with) != "with" || tree.deprel(with) != Deprel::case_ || other < 0) continue;
    if (before != "together" && before != "along" && before != "jointly") continue;
    if (tree.verb_above(other) == verb) found.push_back({with - 1, tree.with_conjuncts(other)});
  }
  return found;
}

// "bought Orion along with its unit Vega", "the brand together with Vega and Lyra": bought, too. After a
// comma, a pronoun or with one name it is rather somebody who buys: "bought it together with Vega".
bool goes_with_object(const Site& site, const Match& match, const Companion& companion) {
  const Tree& tree = site.tree;
  if (companion.with <= site.trigger) return false;
  const auto before = [&](int o) { return o < companion.with && tree.token(o).upos != Upos::pron; };
  if (std::ranges::none_of(match.objects, before)) return false;
  // "blacklisted Orion, along with its subsidiary Vega".
  if (tree.child(companion.others.front(), {Deprel::nmod_poss}) >= 0) return true;
  if (!site.rule.transaction || tree.token(companion.with - 1).form == ",") return false;
  return tree.lemma(companion.with) == "along" || companion.others.size() > 1;
}

bool is_percent(const Tree& tree, int number) {
  const int next = number + 1;
  if (next >= tree.size() || tree.token(number).upos != Upos::num) return false;
  const auto unit = tree.lemma(next);
  return unit == "percent" || unit == "per" || tree.token(next).form == "%";
}

// "X holds 51 percent of Orion and Y 49 percent": Y, whose verb is left out.
std::vector<int> holders_without_verb(const Site& site) {
  const Tree& tree = site.tree;
  std::vector<int> found;
  for (const Name& name : tree.sentence().names) {
    int before = name.first - 1;
    if (before > site.trigger && tree.token(before).upos == Upos::det) --before;
    int share = name.last + 1;
    while (share < tree.size() && (tree.lemma(share) == "the" || tree.lemma(share) == "other" ||
                                   tree.lemma(share) == "another" || tree.lemma(share) == "remaining"))
      ++share;
    const bool joined =
        before > site.trigger && (tree.token(before).upos == Upos::cconj || tree.token(before).form == "," ||
                                  tree.token(before).form == ";");
    if (joined && is_percent(tree, share)) found.push_back(tree.head_of(name.first, name.last));
  }
  return found;
}

// The token before a name and its article where that joins the name to what stands before it; -1 for none.
int joint_before(const Tree& tree, const Name& name) {
  int before = name.first - 1;
  if (before >= 0 && tree.token(before).upos == Upos::det) --before;
  const bool joins =
      before >= 0 && (tree.token(before).upos == Upos::cconj || tree.token(before).form == ",");
  return joins ? before : -1;
}

bool is_finite_between(const Tree& tree, int first, int last) {
  for (int t = first; t < last; ++t) {
    const Xpos tag = tree.token(t).xpos;
    if (tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::md) return true;
  }
  return false;
}

// "faulted Peru for its delay and Chile for its haste": Chile, whose verb is left out.
std::vector<int> objects_without_verb(const Site& site, const Match& match) {
  constexpr int kNear = 4;  // tokens from an object to what it is reproached with
  const Tree& tree = site.tree;
  std::vector<int> found;
  for (const Name& name : tree.sentence().names) {
    const int before = joint_before(tree, name);
    const int next = name.last + 1;
    if (before < 0 || next >= tree.size()) continue;
    const auto reproach = tree.lemma(next);
    if (reproach != "for" && reproach != "of" && reproach != "from") continue;
    const bool repeated = std::ranges::any_of(match.objects, [&](int object) {
      int first = object + 1;
      while (first < before && first <= object + kNear && tree.lemma(first) != reproach) ++first;
      return object > site.trigger && first < before && tree.lemma(first) == reproach &&
             !is_finite_between(tree, first, before);
    });
    if (repeated) found.push_back(tree.head_of(name.first, name.last));
  }
  return found;
}

}  // namespace

void add_joint(const Site& site, const Frame& frame, Match& match) {
  if (match.subject_place != Role::Place::agent || match.subjects.empty()) return;
  for (const Companion& companion : companions(site.tree, site.trigger)) {
    const bool object = goes_with_object(site, match, companion);
    auto& others = object ? match.objects : match.subjects;
    if (object || !frame.passive)
      others.insert(others.end(), companion.others.begin(), companion.others.end());
  }
  const Relation& relation = site.schema.relations()[site.rule.relation];
  for (const int object :
       relation.acts || relation.unnamed_object ? objects_without_verb(site, match) : std::vector<int>{}) {
    if (std::ranges::count(match.objects, object) == 0) match.objects.push_back(object);
  }
  const auto& fractions = site.schema.words("fractions");
  const bool part = std::ranges::any_of(match.objects, [&](int o) {
    return fractions.contains(site.tree.lemma(o)) || site.tree.token(o).form == "%";
  });
  if (!part) return;
  for (const int holder : holders_without_verb(site)) {
    std::erase(match.objects, holder);
    if (std::ranges::count(match.subjects, holder) == 0) match.subjects.push_back(holder);
  }
}

}  // namespace newsgraph
