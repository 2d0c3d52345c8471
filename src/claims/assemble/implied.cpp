#include "claims/assemble/unsaid_subjects.h"

#include <algorithm>
#include <set>
#include <string>

#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/resolve/acts.h"
#include "claims/resolve/resolve.h"

namespace newsgraph {

namespace {

// Where something happens: what stands with it, else the only place that the sentence is set in, else the
// only one of the headline; empty where nothing says.
std::string whereabouts(const ResolutionContext& context, Place noun) {
  const Tree& tree = context.tree(noun);
  const auto name_at = [&](int token) {
    const auto where = resolve_named(context, {noun.sentence, token});
    return where && where->argument.type == "place" ? where->argument.name : std::string();
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
  if (around.empty() && context.discourse.sentence(0).headline) {
    for (const Mention* mention : context.discourse.mentions_in(0)) {
      const Actor& actor = context.discourse.actor_of(*mention);
      if (actor.type == NameType::place) around.insert(actor.name);
    }
  }
  return around.size() == 1 ? *around.begin() : std::string();
}

}  // namespace

Reference participants(const ResolutionContext& context, Place noun, std::string_view who) {
  const Tree& tree = context.tree(noun);
  Reference somebody;
  somebody.link = Link::phrase;
  somebody.argument.name = who;
  if (const std::string where = whereabouts(context, noun); !where.empty())
    somebody.argument.name += " in " + where;
  somebody.argument.type = "person";
  somebody.argument.text = std::string(tree.token(noun.token).form);
  somebody.argument.extent = {tree.token(noun.token).begin, tree.token(noun.token).end};
  return somebody;
}

Group implied_subjects(const StatedMatch& statement) {
  if (statement.rule().implied_subject.empty() || !statement.match.subjects.empty()) return {};
  const Tree& tree = statement.tree();
  const auto against = obliques(tree, statement.match.trigger, "against");
  // In "protested against it in a rally" the verb says who is against it.
  const int verb = carrying_verb(tree, statement.match.trigger);
  const auto& rules = statement.schema().rules_of(verb < 0 ? std::string_view{} : tree.lemma(verb));
  const bool said = std::any_of(rules.begin(), rules.end(), [&](std::size_t rule) {
    const auto& objects = statement.schema().rules()[rule].object;
    return std::any_of(objects.begin(), objects.end(),
                       [](const Role& role) { return role.preposition == "against"; });
  });
  const bool own = std::any_of(against.begin(), against.end(),
                               [&](int t) { return !said || tree.dominates(statement.match.trigger, t); });
  if (!own && anti_modifier(tree, statement.match.trigger) < 0)
    return {};  // "protests over prices" are against nobody
  return {participants(statement.context, statement.trigger(), statement.rule().implied_subject)};
}

Group enactors(const StatedMatch& statement) {
  const Tree& tree = statement.tree();
  if (statement.rule().kind != TriggerKind::verb || !is_passive(tree, statement.match.trigger)) return {};
  for (const int t : tree.subtree(statement.match.trigger)) {
    const auto preposition = tree.preposition(t);
    const bool opening = tree.head(t) == statement.match.trigger && tree.deprel(t) == Deprel::obl;
    const bool under = (t > statement.match.trigger || opening) &&
                       (preposition == "under" || preposition == "by" || preposition == "through");
    if (!under || !statement.words("instruments").contains(tree.lemma(t))) continue;
    return makers_of(statement.context, statement.at(t));
  }
  return {};
}

}  // namespace newsgraph
