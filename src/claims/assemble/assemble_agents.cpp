// Who is behind a claim where the trigger's own subject does not say: the state that the sentence is
// about, the makers of the law that it happens under, the members of a group.
#include <algorithm>
#include <set>

#include "claims/assemble/assemble.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/grammar/referent.h"
#include "support/ascii.h"

namespace newsgraph {

// "the banned Union of Patriots" in a sentence about Peru: the only state that it names.
Assembler::Group Assembler::local_state(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  const KnownEntity* only = nullptr;
  Group group;
  for (int t = 0; t < tree.size(); ++t) {
    const Token& token = tree.token(t);
    const bool inside =
        std::any_of(match.objects.begin(), match.objects.end(), [&](int o) { return tree.dominates(o, t); });
    if (inside || (token.upos != Upos::propn && token.upos != Upos::adj)) continue;
    const KnownEntity* state = discourse_.knowledge().state(token.form);
    if (state == nullptr || state == only) continue;
    if (only != nullptr) return {};
    only = state;
    if (auto reference = references_.resolve(sentence, t)) group = {std::move(*reference)};
  }
  return group;
}

// "Peruvian and Chilean forces", "the Orion and Vega unions": of both.
Assembler::Group Assembler::joint_names(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (tree.token(token).xpos != Xpos::nns) return {};
  Group group;
  for (const int c : tree.children(token, {Deprel::amod, Deprel::compound, Deprel::nmod_desc})) {
    for (const int one : tree.with_conjuncts(c)) {
      const Mention* mention = discourse_.mention_at(sentence, one);
      const bool state = discourse_.knowledge().state(tree.token(one).form) != nullptr;
      const bool body =
          mention != nullptr && (discourse_.actor(mention->actor).type == NameType::group ||
                                 discourse_.actor(mention->actor).type == NameType::organization);
      if (!state && !body) continue;
      if (auto reference = references_.resolve(sentence, one)) group.push_back(std::move(*reference));
    }
  }
  keep_once(group);
  return group.size() > 1 ? group : Group{};
}

// "Both criticised Norway", "banned both stations": the two that the sentence before joins, where it joins
// only two.
Assembler::Group Assembler::pair_before(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  const bool alone = tree.lemma(token) == "both" && tree.child(token, {Deprel::nmod}) < 0;
  const bool noun =
      tree.token(token).xpos == Xpos::nns &&
      tree.has_child_lemma(token, {Deprel::det, Deprel::cc_preconj, Deprel::det_predet}, "both") &&
      discourse_.mention_at(sentence, token) == nullptr;
  if (sentence == 0 || (!alone && !noun)) return {};
  const Tree& before = discourse_.tree(sentence - 1);
  Group pair;
  for (int t = 0; t < before.size(); ++t) {
    const auto joined = before.with_conjuncts(t);
    if (before.first_conjunct(t) != t || joined.size() != 2) continue;
    Group found;
    for (const int one : joined) {
      auto reference = references_.resolve(sentence - 1, one);
      if (reference && reference->argument.named) found.push_back(std::move(*reference));
    }
    if (found.size() != 2) continue;
    if (!pair.empty()) return {};
    pair = std::move(found);
  }
  for (Reference& one : pair) one.link = Link::pronoun;
  return pair;
}

// "fined Orion and Vega, accusing them": the one enumeration of names before the pronoun, in its own sentence
// or the one before; an enumeration that does the deed itself is not meant.
Assembler::Group Assembler::joined_before(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  const auto form = tree.token(token).form;
  const bool both = tree.lemma(token) == "both" || tree.has_child_lemma(token, {Deprel::det}, "both");
  const bool pronoun = equals_ignoring_case(form, "they") || equals_ignoring_case(form, "them");
  if (!pronoun && !(both && discourse_.mention_at(sentence, token) == nullptr)) return {};
  for (int s = sentence; s >= 0 && s >= sentence - 1; --s) {
    const Tree& there = discourse_.tree(s);
    Group only;
    for (int t = 0; t < (s == sentence ? token : there.size()); ++t) {
      if (there.first_conjunct(t) != t) continue;
      auto joined = there.with_conjuncts(t);
      const bool own_clause = s == sentence && there.head(t) == tree.head(token);
      if (joined.size() < 2 || own_clause || (s == sentence && joined.back() > token)) continue;
      Group found = named_group(s, joined);
      if (found.size() < 2 || (both && found.size() != 2)) continue;
      if (!only.empty()) return {};
      only = std::move(found);
    }
    for (Reference& one : only) one.link = Link::pronoun;
    if (!only.empty()) return only;
  }
  return {};
}

// What a coordination names, where all of it is named and none is a place that only places something.
Assembler::Group Assembler::named_group(int sentence, const std::vector<int>& joined) {
  Group found;
  for (const int one : joined) {
    auto reference = references_.resolve(sentence, one);
    if (!reference || !reference->argument.named || reference->argument.type == "place") return {};
    found.push_back(std::move(*reference));
  }
  keep_once(found);
  return found;
}

// "the chains Coles and Woolworths": every name that the noun stands before.
Assembler::Group Assembler::named_together(int sentence, int token) {
  const Tree& tree = discourse_.tree(sentence);
  if (tree.token(token).xpos != Xpos::nns || discourse_.mention_at(sentence, token) != nullptr) return {};
  const int name = described_name(tree, token);
  if (name < token) return {};
  Group group;
  for (const int one : tree.with_conjuncts(name)) {
    const bool named = discourse_.mention_at(sentence, one) != nullptr;
    auto reference = named ? references_.resolve(sentence, one) : std::nullopt;
    if (reference) group.push_back(std::move(*reference));
  }
  keep_once(group);
  return group.size() > 1 ? group : Group{};
}

// "protests in Kyiv against the law": those who hold them, named after what they do.
Assembler::Group Assembler::implied(int sentence, const Match& match) {
  if (match.rule->implied_subject.empty() || !match.subjects.empty()) return {};
  const Tree& tree = discourse_.tree(sentence);
  const auto against = obliques(tree, match.trigger, "against");
  // In "protested against it in a rally" the verb says who is against it.
  const int verb = carrying_verb(tree, match.trigger);
  const auto& rules = schema_.rules_of(verb < 0 ? std::string_view{} : tree.lemma(verb));
  const bool said = std::any_of(rules.begin(), rules.end(), [&](std::size_t rule) {
    const auto& objects = schema_.rules()[rule].object;
    return std::any_of(objects.begin(), objects.end(),
                       [](const Role& role) { return role.preposition == "against"; });
  });
  const bool own = std::any_of(against.begin(), against.end(),
                               [&](int t) { return !said || tree.dominates(match.trigger, t); });
  if (!own && anti_modifier(tree, match.trigger) < 0) return {};  // "protests over prices" are against nobody
  return {participants(sentence, match.trigger, match.rule->implied_subject)};
}

// Where something happens: what stands with it, else the only place that the sentence is set in, else the
// only one of the headline; empty where nothing says.
std::string Assembler::whereabouts(int sentence, int noun) {
  const Tree& tree = discourse_.tree(sentence);
  const auto name_at = [&](int token) {
    const auto where = references_.resolve(sentence, token);
    const bool place = where && where->argument.named && where->argument.type == "place";
    return place ? where->argument.name : std::string();
  };
  for (const int place : obliques(tree, noun, "in")) {
    if (auto name = name_at(place); !name.empty()) return name;
  }
  std::set<std::string> around;
  for (int t = 0; t < tree.size(); ++t) {
    const auto preposition = tree.preposition(t);
    if (preposition != "in" && preposition != "across" && preposition != "throughout") continue;
    for (const int one : tree.with_conjuncts(t)) {
      if (auto name = name_at(one); !name.empty()) around.insert(std::move(name));
    }
  }
  if (around.empty() && discourse_.sentence(0).headline) {
    for (const Mention* mention : discourse_.mentions_in(0)) {
      const Actor& actor = discourse_.actor(mention->actor);
      if (actor.type == NameType::place) around.insert(actor.name);
    }
  }
  return around.size() == 1 ? *around.begin() : std::string();
}

// Those who hold what a noun names: "protesters in Kyiv".
Reference Assembler::participants(int sentence, int noun, std::string_view who) {
  const Tree& tree = discourse_.tree(sentence);
  Reference somebody;
  somebody.link = Link::phrase;
  somebody.argument.name = who;
  if (const std::string where = whereabouts(sentence, noun); !where.empty())
    somebody.argument.name += " in " + where;
  somebody.argument.type = "person";
  somebody.argument.text = std::string(tree.token(noun).form);
  somebody.argument.extent = {tree.token(noun).begin, tree.token(noun).end};
  return somebody;
}

// "was barred under a law passed by Britain": who made it.
Assembler::Group Assembler::enactors(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  if (match.rule->kind != TriggerKind::verb || !is_passive(tree, match.trigger)) return {};
  for (const int t : tree.subtree(match.trigger)) {
    const auto preposition = tree.preposition(t);
    const bool under =
        t > match.trigger && (preposition == "under" || preposition == "by" || preposition == "through");
    if (!under || !schema_.words("instruments").contains(tree.lemma(t))) continue;
    return references_.makers_of(sentence, t);
  }
  return {};
}

void Assembler::keep_once(Group& group) {
  Group once;
  for (Reference& reference : group) {
    const bool known = std::any_of(once.begin(), once.end(), [&](const Reference& r) {
      return r.argument.name == reference.argument.name;
    });
    if (!known) once.push_back(std::move(reference));
  }
  group = std::move(once);
}

}  // namespace newsgraph
