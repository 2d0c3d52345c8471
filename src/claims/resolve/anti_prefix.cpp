#include "claims/resolve/anti_prefix.h"

#include <algorithm>

#include "claims/match/match.h"
#include "claims/resolve/phrases.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

const KnownEntity* state_of_mention(const Knowledge& knowledge, std::string_view name) {
  if (const KnownEntity* state = knowledge.state(name, true)) return state;
  const KnownEntity* known = knowledge.unambiguous(name);
  return known == nullptr || known->type != "place" ? nullptr : knowledge.state_of(*known);
}

// The one state that a sentence names, names a town of or people of; null where there are two.
const KnownEntity* only_state_meant(const ResolutionContext& context, int sentence) {
  const Knowledge& knowledge = context.discourse.knowledge();
  std::vector<const KnownEntity*> states;
  for (const Mention* mention : context.discourse.mentions_in(sentence))
    states.push_back(
        state_of_mention(knowledge, context.discourse.text(sentence, mention->first, mention->last)));
  for (const Token& token : context.discourse.sentence(sentence).tokens)
    states.push_back(knowledge.state(token.form));
  std::erase(states, nullptr);
  const bool one =
      !states.empty() && std::all_of(states.begin(), states.end(),
                                     [&](const KnownEntity* state) { return state == states.front(); });
  return one ? states.front() : nullptr;
}

}  // namespace

std::optional<Reference> target_of_anti(const ResolutionContext& context, Place noun) {
  const Tree& tree = context.tree(noun);
  const int modifier = anti_modifier(tree, noun.token);
  if (modifier < 0) return std::nullopt;
  const auto word = anti_word(tree, modifier);
  if (const KnownEntity* state = context.discourse.knowledge().state(word))
    return of_known(context, *state, {noun.sentence, modifier}, Link::described);
  for (const Actor& actor : context.discourse.actors()) {
    if (std::find(actor.names.begin(), actor.names.end(), word) != actor.names.end())
      return of_actor(context, actor, {noun.sentence, modifier}, Link::described);
  }
  const KnownEntity* known = context.discourse.knowledge().unambiguous(word);
  if (known != nullptr && is_ascii_upper(word.front()))
    return of_known(context, *known, {noun.sentence, modifier}, Link::described);
  if (!context.words("state_powers").contains(word)) return std::nullopt;
  const KnownEntity* state = only_state_meant(context, noun.sentence);
  if (state == nullptr) return std::nullopt;
  return of_state_body(context, state->name + " " + std::string(word), {noun.sentence, modifier});
}

}  // namespace newsgraph
