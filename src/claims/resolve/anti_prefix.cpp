// Whom a prefix opposes: "anti-Peru rallies", "anti-government protests in Lima".
#include <algorithm>

#include "claims/match/match.h"
#include "claims/resolve/reference.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

const KnownEntity* state_of_mention(const Knowledge& knowledge, std::string_view name) {
  if (const KnownEntity* state = knowledge.state(name, true)) return state;
  const KnownEntity* known = knowledge.unambiguous(name);
  return known == nullptr || known->type != "place" ? nullptr : knowledge.state_of(*known);
}

}  // namespace

// The one state that a sentence names, names a town of or people of; null where there are two.
const KnownEntity* References::only_state_meant(int sentence) {
  const Knowledge& knowledge = discourse_->knowledge();
  std::vector<const KnownEntity*> states;
  for (const Mention* mention : discourse_->mentions_in(sentence))
    states.push_back(state_of_mention(knowledge, discourse_->text(sentence, mention->first, mention->last)));
  for (const Token& token : discourse_->sentence(sentence).tokens)
    states.push_back(knowledge.state(token.form));
  std::erase(states, nullptr);
  const bool one =
      !states.empty() && std::all_of(states.begin(), states.end(),
                                     [&](const KnownEntity* state) { return state == states.front(); });
  return one ? states.front() : nullptr;
}

std::optional<Reference> References::target_of_anti(Place noun) {
  const Tree& tree = discourse_->tree(noun.sentence);
  const int modifier = anti_modifier(tree, noun.token);
  if (modifier < 0) return std::nullopt;
  const auto word = anti_word(tree, modifier);
  if (const KnownEntity* state = discourse_->knowledge().state(word))
    return of_known(*state, {noun.sentence, modifier}, Link::described);
  for (const Actor& actor : discourse_->actors()) {
    if (std::find(actor.names.begin(), actor.names.end(), word) != actor.names.end())
      return of_actor(actor, {noun.sentence, modifier}, Link::described);
  }
  const KnownEntity* known = discourse_->knowledge().unambiguous(word);
  if (known != nullptr && is_ascii_upper(word.front()))
    return of_known(*known, {noun.sentence, modifier}, Link::described);
  if (!schema_->words("state_powers").contains(word)) return std::nullopt;
  const KnownEntity* state = only_state_meant(noun.sentence);
  if (state == nullptr) return std::nullopt;
  return of_state_body(state->name + " " + std::string(word), {noun.sentence, modifier});
}

}  // namespace newsgraph
