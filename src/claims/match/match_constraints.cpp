// What a rule asks for beside its arguments.
#include <algorithm>

#include "claims/discourse/quotations.h"
#include "claims/grammar/opinion.h"
#include "claims/match/match_site.h"

namespace newsgraph {

namespace {

bool subtree_has_lemma(const Tree& tree, int head, const WordSet& words) {
  for (const int t : tree.subtree(head)) {
    if (words.contains(tree.lemma(t))) return true;
  }
  return false;
}

// Praise that is denied is blame: "not acceptable".
bool is_denied_virtue(const Site& site, int predicate) {
  return site.schema.words("virtues").contains(site.tree.lemma(predicate)) &&
         is_retracted(site.tree, predicate);
}

// The predicate itself or a word right below it: "a flagrant violation", "unfair and illegal".
bool predicate_is(const Site& site, int predicate, const WordSet& words) {
  const Tree& tree = site.tree;
  if (words.contains(tree.lemma(predicate)) || is_denied_virtue(site, predicate)) return true;
  for (const int c : tree.children(predicate, {Deprel::amod, Deprel::conj, Deprel::nmod})) {
    if (words.contains(tree.lemma(c))) return true;
  }
  return false;
}

// "called the tax on remittances unjust", "described the report of Orion as slander": deeper in the object.
bool judged_inside(const Site& site, int object, const WordSet& words) {
  const Tree& tree = site.tree;
  const auto below = tree.subtree(object);
  const int last = below.back();
  const bool behind =
      tree.token(last).upos == Upos::adj && tree.deprel(last) == Deprel::amod && tree.head(last) < last;
  if (behind && (words.contains(tree.lemma(last)) || is_denied_virtue(site, last))) return true;
  return std::any_of(below.begin(), below.end(), [&](int t) {
    return t > object && tree.preposition(t) == "as" && is_nominal(tree.token(t)) &&
           predicate_is(site, t, words);
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
    if (!object && (as || (bare && !needs_as)) && predicate_is(site, c, words)) return true;
  }
  // "called the visit to Oslo a betrayal": what is said of the object may hang on it.
  for (const int o : match.objects) {
    for (const int c : site.tree.children(o)) {
      const bool as = site.tree.preposition(c) == "as" && site.tree.deprel(c) == Deprel::nmod;
      const bool apposed =
          !needs_as && site.tree.deprel(c) == Deprel::appos && site.tree.token(c).upos == Upos::noun;
      if (c > o && (as || apposed) && predicate_is(site, c, words)) return true;
    }
    if (judged_inside(site, o, words)) return true;
  }
  return false;
}

// The quotation mark that opens what a verb says of its object: "called the fee 'a tax on breathing'"; -1 for
// none. Between the two stand the object and an "as" only.
int quotation_after(const Site& site, const Match& match) {
  const Tree& tree = site.tree;
  constexpr int kFarthest = 14;  // tokens from the verb
  const int last = std::min(tree.size(), site.trigger + kFarthest);
  for (int t = site.trigger + 1; t < last; ++t) {
    if (is_quotation_mark(tree.token(t).form)) {
      const bool object_inside =
          std::any_of(match.objects.begin(), match.objects.end(), [&](int o) { return o > t; });
      return object_inside ? -1 : t;
    }
    const bool other_clause = is_verb(tree.token(t)) && tree.token(t).xpos != Xpos::vbn;
    if (other_clause || tree.token(t).form == ";" || tree.token(t).form == ":") return -1;
  }
  return -1;
}

bool quoted_complement_holds(const Site& site, const Match& match) {
  if (!site.rule.quoted_complement) return true;
  const Tree& tree = site.tree;
  const int open = match.objects.empty() ? -1 : quotation_after(site, match);
  if (open < 0) return false;
  const auto before = tree.lemma(open - 1);
  const auto second = open > 1 ? tree.lemma(open - 2) : std::string_view{};
  const bool as = before == "as" || before == "to" || second == "as" || second == "to";
  if (site.schema.words("as_verbs").contains(tree.lemma(site.trigger)) && !as) return false;
  const WordSet& praise = site.schema.words("praise");
  int words = 0;
  for (int t = open + 1; t < tree.size() && !is_quotation_mark(tree.token(t).form); ++t) {
    if (praise.contains(tree.lemma(t))) return false;
    words += tree.token(t).upos == Upos::punct ? 0 : 1;
  }
  return words > 0;
}

// Whether the trigger is not done, or no longer: "not to use", "to stop using".
bool is_kept_from(const Site& site) {
  const int head = site.tree.head(site.trigger);
  const bool refrains = head >= 0 && site.tree.deprel(site.trigger) == Deprel::xcomp &&
                        site.schema.words("refraining_verbs").contains(site.tree.lemma(head));
  return refrains || is_retracted(site.tree, site.trigger);
}

bool patient_holds(const Site& site) {
  const TriggerRule& rule = site.rule;
  if (rule.patient_words.empty()) return true;
  const auto patients = frame_of(site.tree, site.trigger).objects;
  return std::any_of(patients.begin(), patients.end(),
                     [&](int p) { return rule.patient_words.contains(site.tree.lemma(p)); });
}

// "its parent company" is no company of its own.
bool is_modified_otherwise(const Site& site) {
  const auto before = site.tree.children(site.trigger, {Deprel::compound, Deprel::amod, Deprel::nmod_desc});
  return std::ranges::any_of(before, [&](int t) {
    return t < site.trigger && site.rule.not_modifiers.contains(site.tree.lemma(t));
  });
}

}  // namespace

bool constraints_hold(const Site& site, const Match& match) {
  const TriggerRule& rule = site.rule;
  if (is_modified_otherwise(site)) return false;
  if (rule.negated && !rule.opinion && !is_kept_from(site)) return false;
  if (!rule.preposition.empty() && site.tree.preposition(site.trigger) != rule.preposition) return false;
  if (!patient_holds(site)) return false;
  if (!rule.requires_preposition.empty()) {
    auto phrases = obliques(site.tree, site.trigger, rule.requires_preposition);
    // "from entering": a clause that the same word opens.
    for (const int c : site.tree.children(site.trigger, {Deprel::advcl, Deprel::xcomp, Deprel::ccomp})) {
      if (site.tree.marker(c) == rule.requires_preposition) phrases.push_back(c);
    }
    // "uses the exception as a pretext", hung on the object.
    for (const int o : site.rule.kind == TriggerKind::verb ? frame_of(site.tree, site.trigger).objects
                                                           : std::vector<int>{}) {
      for (const int c : site.tree.children(o, {Deprel::nmod})) {
        if (c > o && site.tree.preposition(c) == rule.requires_preposition) phrases.push_back(c);
      }
    }
    const bool met = std::any_of(phrases.begin(), phrases.end(), [&](int t) {
      return rule.requires_words.empty() || subtree_has_lemma(site.tree, t, rule.requires_words);
    });
    if (!met) return false;
  }
  for (const int s : match.subjects) {
    if (rule.subject_words_not.contains(site.tree.lemma(s))) return false;
  }
  for (const int o : match.objects) {
    if (rule.object_words_not.contains(site.tree.lemma(o))) return false;
  }
  if (!rule.object_words.empty() && std::none_of(match.objects.begin(), match.objects.end(), [&](int o) {
        return rule.object_words.contains(site.tree.lemma(o));
      })) {
    return false;
  }
  return complement_holds(site, match) && quoted_complement_holds(site, match);
}

}  // namespace newsgraph
