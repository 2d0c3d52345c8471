// "Residents of Leeds accused the council": the council of the town that the text is about.
#include <algorithm>

#include "claims/resolve/antecedents.h"
#include "claims/resolve/class_nouns.h"
#include "claims/resolve/phrases.h"

namespace newsgraph {

namespace {

// "the council", "the town council"; "the security council" is another.
bool is_local_body(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (!context.words("local_bodies").contains(tree.lemma(at.token)) ||
      tree.token(at.token).xpos == Xpos::nns || !tree.has_child_lemma(at.token, {Deprel::det}, "the"))
    return false;
  const auto more = tree.children(
      at.token, {Deprel::amod, Deprel::compound, Deprel::nmod_poss, Deprel::nmod, Deprel::acl_relcl});
  return std::ranges::all_of(
      more, [&](int c) { return c < at.token && context.words("local_modifiers").contains(tree.lemma(c)); });
}

// A town or district: a place that is neither a state nor only where a state is.
bool is_town(const Discourse& discourse, const Actor& actor) {
  return actor.type == NameType::place && discourse.knowledge().state(actor.name, true) == nullptr &&
         (actor.known == nullptr || actor.known->kind == "city");
}

// The town named last before a place, in its sentence or up to `kAntecedentWindow` before; null for none.
const Actor* town_before(const ResolutionContext& context, Place at) {
  for (int s = at.sentence; s >= 0 && s >= at.sentence - kAntecedentWindow; --s) {
    const auto mentions = context.discourse.mentions_in(s);
    for (auto mention = mentions.rbegin(); mention != mentions.rend(); ++mention) {
      const Actor& actor = context.discourse.actor_of(**mention);
      if ((s < at.sentence || (*mention)->last < at.token) && is_town(context.discourse, actor))
        return &actor;
    }
  }
  return nullptr;
}

}  // namespace

std::optional<Reference> resolve_local_body(const ResolutionContext& context, Place at) {
  if (!is_local_body(context, at)) return std::nullopt;
  const Actor* town = town_before(context, at);
  if (town == nullptr) return std::nullopt;
  Reference reference = of_actor(context, *town, at, Link::role);
  reference.argument.name += " " + std::string(context.tree(at).lemma(at.token));
  reference.argument.aliases.clear();
  reference.argument.type = "organization";
  return reference;
}

}  // namespace newsgraph
