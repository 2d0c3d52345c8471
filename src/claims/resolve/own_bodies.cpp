// "Bulgaria's football federation", "the Leeds council": a body that the text names by the place or people
// whose it is, and which is not they.
#include <algorithm>
#include <string>

#include "claims/resolve/class_nouns.h"
#include "claims/resolve/phrases.h"

namespace newsgraph {

namespace {

constexpr int kMostModifiers = 4;  // words between whose it is and what it is: "football", "data protection"
constexpr int kLongestTask = 6;    // words of what the body is for: "for exceptional situations"

// The name whose body it is, with which the phrase of a noun begins; null for none.
const Mention* owner_of_body(const ResolutionContext& context, Place noun) {
  const Tree& tree = context.tree(noun);
  // "Gulf fund" of a headline is short for something else.
  const bool headline = context.discourse.sentence(noun.sentence).headline;
  for (const int c : tree.children(noun.token, {Deprel::nmod_poss, Deprel::compound, Deprel::nmod_desc})) {
    if (headline && tree.deprel(c) != Deprel::nmod_poss) continue;
    const Mention* mention = c < noun.token ? context.discourse.mention_at({noun.sentence, c}) : nullptr;
    if (mention == nullptr) continue;
    const auto type = context.discourse.actor_of(*mention).type;
    return type == NameType::place || type == NameType::group ? mention : nullptr;
  }
  return nullptr;
}

// What stands between a name and the noun of its body, which says what it does; nothing where it says which
// of several bodies it is: "Peru's largest union", "its own council".
std::optional<std::string> modifiers_between(const Tree& tree, int last, int noun) {
  int first = last + 1;
  if (tree.deprel(first) == Deprel::case_) ++first;
  if (noun - first > kMostModifiers) return std::nullopt;
  std::string between;
  for (int t = first; t < noun; ++t) {
    const Token& word = tree.token(t);
    const bool names = word.upos == Upos::noun || word.upos == Upos::propn || word.xpos == Xpos::jj ||
                       word.xpos == Xpos::vbg || word.upos == Upos::cconj;
    if (!names || word.lemma == "own") return std::nullopt;
    between += std::string(word.form) + " ";
  }
  return between;
}

// "for exceptional situations", where it follows right behind; empty for none.
std::string task_behind(const ResolutionContext& context, Place noun) {
  const Tree& tree = context.tree(noun);
  for (const int c : tree.children(noun.token, {Deprel::nmod})) {
    const auto words = tree.subtree(c);
    const bool right_behind = words.front() == noun.token + 1 && words.back() - words.front() < kLongestTask;
    const auto preposition = tree.preposition(c);
    if (right_behind && (preposition == "for" || preposition == "of") && tree.token(c).upos == Upos::noun)
      return " " + context.discourse.text(noun.sentence, words.front(), words.back());
  }
  return {};
}

}  // namespace

std::optional<Reference> resolve_own_body(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  if (tree.token(at.token).xpos != Xpos::nn || !context.words("own_bodies").contains(tree.lemma(at.token)) ||
      context.discourse.mention_at(at) != nullptr)
    return std::nullopt;
  const Mention* mention = owner_of_body(context, at);
  const auto between = mention == nullptr ? std::nullopt : modifiers_between(tree, mention->last, at.token);
  if (!between) return std::nullopt;
  const Actor& owner = context.discourse.actor_of(*mention);
  const KnownEntity* state = context.discourse.knowledge().state(owner.name);
  const std::string body = *between + std::string(tree.token(at.token).form);
  if (state != nullptr) {
    if (auto found = of_state_body(context, state->name + "'s " + body, at)) return found;
  }
  const bool adjective = state != nullptr && !state->adjectives.empty();
  Reference reference = of_actor(context, owner, at, Link::role);
  reference.argument.name =
      (adjective ? state->adjectives.front() : owner.name) + " " + body + task_behind(context, at);
  reference.argument.aliases.clear();
  reference.argument.type = "organization";
  reference.argument.extent = phrase_extent(context, at);
  reference.argument.text = phrase_text(context, at);
  return reference;
}

}  // namespace newsgraph
