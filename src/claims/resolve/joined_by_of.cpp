#include "claims/resolve/noun_phrases.h"
#include "claims/resolve/phrases.h"
#include "claims/resolve/resolve.h"
#include "knowledge/word_lists.h"

namespace newsgraph {

namespace {

// What a body or an office of a state, a plural, means for one of the states behind its "of"; nothing for
// what is no state and no party.
std::optional<Reference> one_of(const ResolutionContext& context, Place noun, Place owner, bool place) {
  auto whose = resolve_named(context, owner);
  if (!whose) return std::nullopt;
  const Tree& tree = context.tree(noun);
  std::string lemma(tree.lemma(noun.token));
  if (WordLists::built_in().type_of(lemma) == "place") {
    whose->link = Link::described;
    return whose;
  }
  // A place by the names around it: "Veneto, Emilia-Romagna and Tuscany".
  if (place && whose->argument.type == "person") whose->argument.type = "place";
  const bool body = WordLists::built_in().body(lemma);
  if (body && lemma.ends_with('s') && WordLists::built_in().body(lemma.substr(0, lemma.size() - 1)))
    lemma.pop_back();  // where the plural has no lemma of its own: "parliaments"
  if (body && context.discourse.knowledge().state(whose->argument.name) != nullptr) {
    if (auto found = of_state_body(context, whose->argument.name + "'s " + lemma, noun)) return found;
  }
  if (whose->argument.type != "place" && (body || whose->argument.type == "person")) return std::nullopt;
  whose->link = Link::role;
  return whose;
}

}  // namespace

std::vector<Reference> joined_by_of(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const WordLists& words = WordLists::built_in();
  const auto lemma = tree.lemma(at.token);
  const bool stands =
      words.role(lemma) || words.people_of(lemma) || words.body(lemma) || words.type_of(lemma) == "place";
  if (tree.token(at.token).xpos != Xpos::nns || !stands || context.discourse.mention_at(at) != nullptr)
    return {};
  for (const int c : tree.children(at.token, {Deprel::nmod})) {
    const auto owners = tree.with_conjuncts(c);
    if ((tree.preposition(c) != "of" && tree.preposition(c) != "from") || owners.size() < 2) continue;
    const Actor* first = context.discourse.actor_at({at.sentence, owners.front()});
    const bool place = first != nullptr && first->type == NameType::place;
    std::vector<Reference> group;
    for (const int owner : owners) {
      auto one = one_of(context, at, {at.sentence, owner}, place);
      if (!one) return {};
      group.push_back(std::move(*one));
    }
    return group;
  }
  return {};
}

}  // namespace newsgraph
