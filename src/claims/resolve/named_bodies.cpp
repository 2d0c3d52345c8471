// "Peru's transport regulator took aim at Orion. The Peruvian Railway Authority said …": news describe a body
// first and name it a sentence later.
#include <algorithm>

#include "claims/discourse/naming.h"
#include "claims/resolve/class_nouns.h"
#include "claims/resolve/phrases.h"
#include "knowledge/state_body.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr int kNear = 2;  // sentences from a description to the name

const KnownEntity* state_in(const Knowledge& knowledge, const Actor& actor) {
  const auto body = parse_state_body(knowledge, actor.name);
  return body ? body->state : knowledge.state(actor.name.substr(0, actor.name.find(' ')));
}

// Whether a word before the noun is one of the name: "the energy regulator", "Energy Agency".
bool shares_word(const Tree& tree, int noun, const Actor& actor) {
  const auto words = tree.children(noun, {Deprel::compound, Deprel::amod});
  return std::ranges::any_of(words,
                             [&](int w) { return has_word(actor.name, ascii_lowered(tree.token(w).form)); });
}

bool is_described_only(const Tree& tree, int noun, const Knowledge& knowledge) {
  const auto words = tree.children(noun, {Deprel::compound, Deprel::amod});
  return std::ranges::all_of(words, [&](int w) { return knowledge.state(tree.token(w).form) != nullptr; });
}

// The first mention of an actor; null for none.
const Mention* first_mention(const Discourse& discourse, const Actor& actor) {
  for (const Mention& mention : discourse.mentions()) {
    if (&discourse.actor_of(mention) == &actor) return &mention;
  }
  return nullptr;
}

// Whether the text comes to a name right after a description, or has a word of the description in it.
bool may_be_named(const ResolutionContext& context, Place at, const Actor& actor) {
  const Tree& tree = context.tree(at);
  if (shares_word(tree, at.token, actor)) return true;
  const Mention* first = first_mention(context.discourse, actor);
  const bool behind =
      first != nullptr && first->sentence > at.sentence && first->sentence <= at.sentence + kNear;
  return behind || is_described_only(tree, at.token, context.discourse.knowledge());
}

}  // namespace

std::optional<Reference> named_body(const ResolutionContext& context, Place at, const KnownEntity& state) {
  const auto kind = WordLists::built_in().kind_of(context.tree(at).lemma(at.token));
  if (kind != "agency" && kind != "court") return std::nullopt;
  const Knowledge& knowledge = context.discourse.knowledge();
  const Actor* only = nullptr;
  for (const Actor& actor : context.discourse.actors()) {
    const bool other = actor.known != nullptr && knowledge.state_of(*actor.known) != &state;
    if (actor.type != NameType::organization || other || kind_named(actor.name) != kind) continue;
    const KnownEntity* of = state_in(knowledge, actor);
    if (of != nullptr && of != &state) continue;
    if (only != nullptr) return std::nullopt;
    only = &actor;
  }
  if (only == nullptr || !may_be_named(context, at, *only)) return std::nullopt;
  return of_actor(context, *only, at, Link::role);
}

}  // namespace newsgraph
