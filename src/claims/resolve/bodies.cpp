#include "claims/resolve/class_nouns.h"

#include "claims/resolve/antecedents.h"
#include "claims/resolve/noun_phrases.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// Whose body the phrase at a noun is, where it says so: "the Norwegian health ministry".
std::optional<Reference> body_said_at(const ResolutionContext& context, Place at, std::string_view noun) {
  const Tree& tree = context.tree(at);
  if (tree.lemma(at.token) != noun || context.discourse.mention_at(at) != nullptr) return std::nullopt;
  auto found = resolve_role(context, at);
  if (!found || !found->argument.named || found->link != Link::role) return std::nullopt;
  return found;
}

}  // namespace

std::optional<Reference> resolve_body(const ResolutionContext& context, Place at) {
  const std::string noun(context.tree(at).lemma(at.token));
  if (!WordLists::built_in().body(noun) || !is_bare_definite(context, at)) return std::nullopt;
  for (int s = at.sentence; s >= 0 && s >= at.sentence - kAntecedentWindow; --s) {
    const auto& tokens = context.discourse.sentence(s).tokens;
    const int end = s == at.sentence ? at.token : static_cast<int>(tokens.size());
    for (int t = end - 1; t >= 0; --t) {
      if (!equals_ignoring_case(tokens[static_cast<std::size_t>(t)].form, noun)) continue;
      auto found = body_said_at(context.deeper(), {s, t}, noun);
      if (!found) continue;
      found->link = Link::noun;
      return found;
    }
  }
  return std::nullopt;
}

}  // namespace newsgraph
