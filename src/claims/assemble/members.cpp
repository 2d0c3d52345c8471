#include "claims/assemble/members.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "claims/grammar/frame.h"
#include "claims/grammar/referent.h"
#include "claims/resolve/antecedents.h"
#include "claims/resolve/noun_phrases.h"
#include "claims/resolve/phrases.h"
#include "claims/resolve/resolve.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// Adds whom the tokens name.
void add_named(const ResolutionContext& context, int sentence, const std::vector<int>& tokens, Group& group) {
  for (const int t : tokens) {
    if (auto member = resolve_named(context, {sentence, t})) group.push_back(std::move(*member));
  }
}

// "six channels, among them RTR and NTV": the names right behind, whatever the tree makes of them.
Group among_them(const ResolutionContext& context, Place at) {
  const Sentence& sentence = context.discourse.sentence(at.sentence);
  const auto form = [&](int t) { return sentence.token(t).form; };
  const int size = sentence.size();
  int t = at.token + 1;
  while (t + 1 < size &&
         !(equals_ignoring_case(form(t), "among") && (form(t + 1) == "them" || form(t + 1) == "which")))
    ++t;
  Group group;
  for (t += 2; t < size; ++t) {
    if (const Mention* mention = context.discourse.mention_at({at.sentence, t})) {
      if (auto member = resolve_named(context, {at.sentence, t})) group.push_back(std::move(*member));
      t = mention->last;
      continue;
    }
    const Token& word = sentence.token(t);
    const bool goes_on = word.form == "," || word.form == "and" || word.upos == Upos::det ||
                         word.upos == Upos::adj || word.upos == Upos::noun;
    if (!goes_on) break;
  }
  return group;
}

// "six channels, including RTR and NTV": the names that stand for the whole.
Group examples_of(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  Group group;
  if (tree.token(at.token).upos != Upos::noun) return group;
  // The list may hang on a later noun: "apps by ByteDance, including TikTok".
  for (int c = at.token + 1; c < tree.size() && !(is_verb(tree.token(c)) && tree.token(c).xpos != Xpos::vbg);
       ++c) {
    if (tree.token(c).upos == Upos::sconj && tree.deprel(c) == Deprel::mark) break;  // another clause
    const auto opener = tree.preposition(c);
    const bool lists = opens_list(opener) || opener == "such";
    // "a delegation with members from countries including X": those are the countries.
    const int head = tree.head(c);
    // "officials of a ministry including X" are those of it.
    const bool several = tree.token(at.token).xpos == Xpos::nns;
    const bool others = head > at.token && tree.token(head).upos == Upos::noun &&
                        (tree.token(head).xpos == Xpos::nns || !several) &&
                        tree.first_conjunct(head) != at.token;
    // After a plural "like" gives an example, too: "companies like Orion".
    const bool like = opener == "like" && head == at.token && tree.token(at.token).xpos == Xpos::nns;
    if (!(lists || like) || others) continue;
    add_named(context, at.sentence, tree.with_conjuncts(c), group);
  }
  return group.empty() ? among_them(context, at) : group;
}

// "citizens of Peru and Chile": those of the one and those of the other.
Group citizens_of(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (!context.words("citizens").contains(tree.lemma(at.token))) return {};
  Group group;
  for (const int c : tree.children(at.token, {Deprel::nmod})) {
    const auto states = tree.with_conjuncts(c);
    if (tree.preposition(c) != "of" || states.size() < 2) continue;
    add_named(context, at.sentence, states, group);
  }
  for (Reference& people : group) {
    people.link = Link::phrase;
    people.argument.named = false;
    people.argument.type = "person";
    people.argument.aliases.clear();
    people.argument.name = std::string(tree.token(at.token).form) + " of " + people.argument.name;
  }
  return group;
}

// "bars correspondents of Orion and Vega": who keeps a paper's people out keeps the paper out.
Group press_of(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (!context.words("press").contains(tree.lemma(at.token))) return {};
  Group group;
  for (const int c : tree.children(at.token, {Deprel::nmod})) {
    const auto preposition = tree.preposition(c);
    if (preposition != "of" && preposition != "for" && preposition != "from") continue;
    add_named(context, at.sentence, tree.with_conjuncts(c), group);
    std::erase_if(group, [&](const Reference& paper) {
      return context.discourse.knowledge().state(paper.argument.name) != nullptr;
    });
    if (!group.empty()) break;
  }
  for (Reference& paper : group) paper.link = Link::described;
  return group;
}

// "a group of artists, including X, condemned": who of them is named.
Group members_of(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  Group group;
  auto below = tree.children(at.token, {Deprel::nmod, Deprel::obl});
  // "writers and groups such as X": hung on the first of them.
  if (const int first = tree.first_conjunct(at.token); first != at.token) {
    const auto others = tree.children(first, {Deprel::nmod});
    std::copy_if(others.begin(), others.end(), std::back_inserter(below),
                 [&](int c) { return c > at.token; });
  }
  for (const int c : below) {
    const auto opener = tree.preposition(c);
    const bool plural = tree.token(at.token).xpos == Xpos::nns;
    const bool lists = opens_list(opener) || (plural && (opener == "such" || opener == "like"));
    if (lists) add_named(context, at.sentence, tree.with_conjuncts(c), group);
  }
  // A relative clause may name the members: "his critics, which include X".
  for (const int c : tree.children(at.token, {Deprel::acl_relcl})) {
    // "a group whose units include X" has them.
    const int subject = tree.child(c, {Deprel::nsubj});
    if (tree.lemma(c) != "include" || subject < 0 || antecedent_of_relative(tree, subject) == subject)
      continue;
    add_named(context, at.sentence, frame_of(tree, c).objects, group);
  }
  return group;
}

// "Peruvian and Chilean forces", "the Orion and Vega unions": of both.
Group joint_names(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (tree.token(at.token).xpos != Xpos::nns) return {};
  Group group;
  for (const int c : tree.children(at.token, {Deprel::amod, Deprel::compound, Deprel::nmod_desc})) {
    for (const int one : tree.with_conjuncts(c)) {
      const Mention* mention = context.discourse.mention_at({at.sentence, one});
      const bool state = context.discourse.knowledge().state(tree.token(one).form) != nullptr;
      const bool body =
          mention != nullptr && (context.discourse.actor_of(*mention).type == NameType::group ||
                                 context.discourse.actor_of(*mention).type == NameType::organization);
      if (!state && !body) continue;
      if (auto reference = resolve(context, {at.sentence, one})) group.push_back(std::move(*reference));
    }
  }
  keep_once(group);
  return group.size() > 1 ? group : Group{};
}

// "Both criticised Norway", "banned both stations", "each side", "the two": those that the sentence before
// joins, where it joins only two.
Group pair_before(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const auto lemma = tree.lemma(at.token);
  const bool alone = (lemma == "both" || lemma == "each") && tree.child(at.token, {Deprel::nmod}) < 0;
  const bool plural = tree.token(at.token).xpos == Xpos::nns;
  const bool each = tree.has_child_lemma(at.token, {Deprel::det, Deprel::cc_preconj, Deprel::det_predet},
                                         plural ? "both" : "each");
  const bool two = plural && tree.has_child_lemma(at.token, {Deprel::nummod}, "two") &&
                   tree.has_child_lemma(at.token, {Deprel::det}, "the");
  const bool noun = (each || two) && context.discourse.mention_at(at) == nullptr;
  if (at.sentence == 0 || (!alone && !noun)) return {};
  const Tree& before = context.discourse.tree(at.sentence - 1);
  Group pair;
  for (int t = 0; t < before.size(); ++t) {
    const auto joined = before.with_conjuncts(t);
    if (before.first_conjunct(t) != t || joined.size() != 2) continue;
    Group found = resolve_named(context, at.sentence - 1, joined);
    if (found.size() != 2) continue;
    if (!pair.empty()) return {};
    pair = std::move(found);
  }
  for (Reference& one : pair) one.link = Link::pronoun;
  return pair;
}

// "Orion sued Vega. Peru fined both companies": the two of the noun's type that the nearest sentence names,
// but for whoever does it.
Group two_of_type(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const std::string lemma(tree.lemma(at.token));
  const bool state = context.words("state_powers").contains(lemma) || lemma == "country" || lemma == "state";
  const bool company = WordLists::built_in().kind_of(lemma) == "company";
  const bool both =
      tree.has_child_lemma(at.token, {Deprel::det, Deprel::cc_preconj, Deprel::det_predet}, "both");
  if (!both || !(state || company) || context.discourse.mention_at(at) != nullptr) return {};
  const auto mates = clause_mates(context, at);
  for (int s = at.sentence; s >= 0 && s >= at.sentence - 2; --s) {
    Group found;
    for (const Mention* mention : context.discourse.mentions_in(s)) {
      const Actor& actor = context.discourse.actor_of(*mention);
      const KnownEntity* known = context.discourse.knowledge().state(actor.name, true);
      const bool fits = state ? known != nullptr && known->kind == "state"
                              : actor.type == NameType::organization && known == nullptr;
      if (!fits || std::find(mates.begin(), mates.end(), &actor) != mates.end()) continue;
      if (s == at.sentence && mention->first > at.token) continue;
      const Place where{s, mention->last};
      found.push_back(state ? of_known(context, *known, where, Link::noun)
                            : of_actor(context, actor, where, Link::noun));
    }
    keep_once(found);
    if (found.size() == 2) return found;
    if (found.size() > 2) return {};
  }
  return {};
}

// What a coordination names, where all of it is named and none is a place that only places something.
Group named_group(const ResolutionContext& context, int sentence, const std::vector<int>& joined) {
  Group found;
  for (const int one : joined) {
    auto reference = resolve_named(context, {sentence, one});
    if (!reference || reference->argument.type == "place") return {};
    found.push_back(std::move(*reference));
  }
  keep_once(found);
  return found;
}

// "fined Orion and Vega, accusing them": the one enumeration of names before the pronoun, in its own sentence
// or the one before; an enumeration that does the deed itself is not meant.
Group joined_before(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const auto form = tree.token(at.token).form;
  const bool both = tree.lemma(at.token) == "both" || tree.has_child_lemma(at.token, {Deprel::det}, "both");
  const bool pronoun = equals_ignoring_case(form, "they") || equals_ignoring_case(form, "them");
  if (!pronoun && !(both && context.discourse.mention_at(at) == nullptr)) return {};
  for (int s = at.sentence; s >= 0 && s >= at.sentence - 1; --s) {
    const Tree& there = context.discourse.tree(s);
    Group only;
    for (int t = 0; t < (s == at.sentence ? at.token : there.size()); ++t) {
      if (there.first_conjunct(t) != t) continue;
      auto joined = there.with_conjuncts(t);
      const bool own_clause = s == at.sentence && there.head(t) == tree.head(at.token);
      if (joined.size() < 2 || own_clause || (s == at.sentence && joined.back() > at.token)) continue;
      Group found = named_group(context, s, joined);
      if (found.size() < 2 || (both && found.size() != 2)) continue;
      if (!only.empty()) return {};
      only = std::move(found);
    }
    for (Reference& one : only) one.link = Link::pronoun;
    if (!only.empty()) return only;
  }
  return {};
}

// The ways in which a phrase may stand for others, in the order in which they are tried: the first that finds
// somebody is right.
using Reading = Group (*)(const ResolutionContext&, Place);
constexpr std::array<Reading, 6> kSubjectReadings{pair_before, joined_before, two_of_type,
                                                  joint_names, joined_by_of,  members_of};
constexpr std::array<Reading, 4> kObjectReadings{pair_before, joined_before, two_of_type, joined_by_of};

Group first_of(std::span<const Reading> readings, const ResolutionContext& context, Place at) {
  for (const Reading read : readings) {
    if (Group found = read(context, at); !found.empty()) return found;
  }
  return {};
}

}  // namespace

void keep_once(Group& group) {
  Group once;
  for (Reference& reference : group) {
    const bool known = std::any_of(once.begin(), once.end(), [&](const Reference& r) {
      return r.argument.name == reference.argument.name;
    });
    if (!known) once.push_back(std::move(reference));
  }
  group = std::move(once);
}

// "the companies Orion and Vega": the names that a plural stands before.
std::vector<int> named_members(const ResolutionContext& context, int sentence,
                               const std::vector<int>& tokens) {
  const Tree& tree = context.discourse.tree(sentence);
  std::vector<int> members;
  for (const int token : tokens) {
    const bool plural =
        tree.token(token).xpos == Xpos::nns && context.discourse.mention_at({sentence, token}) == nullptr;
    // "the Orion and Vega channels": the two that share the noun.
    const int compound = plural ? tree.child(token, {Deprel::compound}) : -1;
    const auto joined = compound >= 0 ? tree.with_conjuncts(compound) : std::vector<int>{};
    const bool proper = std::all_of(joined.begin(), joined.end(), [&](int t) {
      return tree.token(t).upos == Upos::propn &&
             context.discourse.knowledge().state(tree.token(t).form) == nullptr;
    });
    if (joined.size() > 1 && proper && !WordLists::built_in().type_of(tree.lemma(token)).empty() &&
        WordLists::built_in().type_of(tree.lemma(token)) != "person") {
      members.insert(members.end(), joined.begin(), joined.end());
      continue;
    }
    const int name = plural ? described_name(tree, token) : -1;
    const auto group = name > token ? tree.with_conjuncts(name) : std::vector<int>{token};
    const bool named = std::all_of(group.begin(), group.end(), [&](int t) {
      return context.discourse.mention_at({sentence, t}) != nullptr;
    });
    if (group.size() > 1 && named)
      members.insert(members.end(), group.begin(), group.end());
    else
      members.push_back(token);
    // "the firm Orion and Vega": Vega is somebody else.
    const int apposed = plural ? -1 : tree.child(token, {Deprel::appos});
    for (const int other : apposed > token ? tree.with_conjuncts(apposed) : std::vector<int>{}) {
      if (other != apposed && context.discourse.mention_at({sentence, other}) != nullptr)
        members.push_back(other);
    }
  }
  return members;
}

Group members_for_subject(const ResolutionContext& context, Place at) {
  return first_of(kSubjectReadings, context, at);
}

Group members_for_object(const ResolutionContext& context, Place at, const Relation& relation) {
  if (auto members = examples_of(context, at); !members.empty()) {
    // "bans rallies, including the Orion March": all rallies, too.
    const auto lemma = context.tree(at).lemma(at.token);
    const bool practice = relation.unnamed_object && WordLists::built_in().type_of(lemma).empty();
    if (practice) members.push_back(unnamed(context, at));
    return members;
  }
  if (auto all = first_of(kObjectReadings, context, at); !all.empty()) return all;
  if (auto papers = press_of(context, at); relation.unnamed_object && !papers.empty()) return papers;
  return citizens_of(context, at);
}

}  // namespace newsgraph
