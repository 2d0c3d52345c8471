#include "claims/assemble/scope.h"

#include <algorithm>

#include "claims/grammar/light_verb.h"

namespace newsgraph {

namespace {

bool listed(const std::vector<std::string>& prepositions, std::string_view word) {
  return std::find(prepositions.begin(), prepositions.end(), word) != prepositions.end();
}

std::string phrase_below(const ResolutionContext& context, Place at,
                         const std::vector<std::string>& prepositions, const std::vector<int>& arguments) {
  const Tree& tree = context.tree(at);
  for (const int c : tree.children(at.token)) {
    const Deprel relation = tree.deprel(c);
    const bool clause = relation == Deprel::advcl && tree.marker(c) == "from";
    const bool nominal = relation == Deprel::obl || relation == Deprel::nmod;
    if (!clause && !(nominal && listed(prepositions, tree.preposition(c)))) continue;
    // "on Monday", "in 2020" say when, not where or for whom.
    if (nominal && (tree.token(c).upos == Upos::num || context.words("time_words").contains(tree.lemma(c))))
      continue;
    const bool argument =
        std::any_of(arguments.begin(), arguments.end(), [&](int a) { return tree.dominates(c, a); });
    if (argument && !clause) continue;
    const auto below = tree.subtree(c);
    int first = below.front(), last = below.back();
    while (last > first && tree.token(last).upos == Upos::punct) --last;
    return context.discourse.text(at.sentence, first, last);
  }
  return {};
}

}  // namespace

std::string scope_around(const ResolutionContext& context, Place at,
                         const std::vector<std::string>& prepositions) {
  return phrase_below(context, at, prepositions, {});
}

std::string scope_of(const StatedMatch& statement) {
  const auto& prepositions = statement.relation().scope;
  if (prepositions.empty()) return {};
  const Match& match = statement.match;
  std::vector<int> arguments = match.objects;
  if (!match.place_as_agent) arguments.insert(arguments.end(), match.subjects.begin(), match.subjects.end());
  const Tree& tree = statement.tree();
  std::vector<int> places{match.trigger};
  if (match.rule->kind == TriggerKind::noun && carrying_verb(tree, match.trigger) >= 0)
    places.push_back(carrying_verb(tree, match.trigger));
  for (const int place : places) {
    auto scope = phrase_below(statement.context, statement.at(place), prepositions, arguments);
    if (!scope.empty()) return scope;
  }
  for (const int object : match.objects) {
    // "access to Orion": Orion is what is banned, not where.
    auto allowed = prepositions;
    if (statement.words("use_nouns").contains(tree.lemma(object))) std::erase(allowed, "to");
    auto scope = phrase_below(statement.context, statement.at(object), allowed, arguments);
    if (!scope.empty()) return scope;
  }
  return {};
}

}  // namespace newsgraph
