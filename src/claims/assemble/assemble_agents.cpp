// Who is behind a claim where the trigger's own subject does not say: the state that the sentence is
// about, the makers of the law that it happens under.
#include <algorithm>
#include <set>

#include "claims/assemble/assemble.h"
#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/grammar/referent.h"
#include "support/ascii.h"

namespace newsgraph {

// "the banned Union of Patriots" in a sentence about Peru: the only state that it names.
Group Assembler::local_state(int sentence, const Match& match) {
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
    if (auto reference = references_.resolve({sentence, t})) group = {std::move(*reference)};
  }
  return group;
}

// "protests in Kyiv against the law": those who hold them, named after what they do.
Group Assembler::implied(int sentence, const Match& match) {
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
  return {participants({sentence, match.trigger}, match.rule->implied_subject)};
}

// Where something happens: what stands with it, else the only place that the sentence is set in, else the
// only one of the headline; empty where nothing says.
std::string Assembler::whereabouts(Place noun) {
  const Tree& tree = discourse_.tree(noun.sentence);
  const auto name_at = [&](int token) {
    const auto where = references_.resolve({noun.sentence, token});
    const bool place = where && where->argument.named && where->argument.type == "place";
    return place ? where->argument.name : std::string();
  };
  for (const int place : obliques(tree, noun.token, "in")) {
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
      const Actor& actor = discourse_.actor_of(*mention);
      if (actor.type == NameType::place) around.insert(actor.name);
    }
  }
  return around.size() == 1 ? *around.begin() : std::string();
}

// Those who hold what a noun names: "protesters in Kyiv".
Reference Assembler::participants(Place noun, std::string_view who) {
  const Tree& tree = discourse_.tree(noun.sentence);
  Reference somebody;
  somebody.link = Link::phrase;
  somebody.argument.name = who;
  if (const std::string where = whereabouts(noun); !where.empty()) somebody.argument.name += " in " + where;
  somebody.argument.type = "person";
  somebody.argument.text = std::string(tree.token(noun.token).form);
  somebody.argument.extent = {tree.token(noun.token).begin, tree.token(noun.token).end};
  return somebody;
}

// "was barred under a law passed by Britain": who made it.
Group Assembler::enactors(int sentence, const Match& match) {
  const Tree& tree = discourse_.tree(sentence);
  if (match.rule->kind != TriggerKind::verb || !is_passive(tree, match.trigger)) return {};
  for (const int t : tree.subtree(match.trigger)) {
    const auto preposition = tree.preposition(t);
    const bool under =
        t > match.trigger && (preposition == "under" || preposition == "by" || preposition == "through");
    if (!under || !schema_.words("instruments").contains(tree.lemma(t))) continue;
    return references_.makers_of({sentence, t});
  }
  return {};
}

}  // namespace newsgraph
