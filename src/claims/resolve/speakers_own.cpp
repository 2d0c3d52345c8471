// "They have betrayed us," said Mara Doe of the Lumen union: who speaks says "we" of himself and his own, and
// "you" of whom he tells it.
#include <algorithm>

#include "claims/discourse/quotations.h"
#include "claims/resolve/antecedents.h"
#include "claims/resolve/resolve.h"

namespace newsgraph {

namespace {

// Whether a name stands with a speaker as himself, his body or what he leads; the plan of somebody that he
// speaks of is another's: "said Mara Doe of Orion's plan".
bool stands_with(const Tree& tree, int speaker, int name) {
  for (int at = name; at >= 0 && at != speaker; at = tree.head(at)) {
    const int above = tree.head(at);
    const bool spoken_of =
        tree.deprel(at) == Deprel::nmod_poss && above >= 0 && tree.preposition(above) == "of";
    if (spoken_of) return false;
  }
  return tree.dominates(speaker, name);
}

// "It is a scandal," she told the Lumen Herald: whether a name is of whom a verb of saying tells.
bool is_told(const Tree& tree, int speaker, int name) {
  const int verb = tree.head(speaker);
  if (verb < 0 || !is_verb(tree.token(verb))) return false;
  const auto told = tree.children(verb, {Deprel::obj, Deprel::iobj});
  return std::ranges::any_of(told, [&](int whom) { return whom > verb && tree.dominates(whom, name); });
}

// "said its director": whose he is.
void add_owner(const ResolutionContext& context, Place speaker, std::vector<const Actor*>& own) {
  const int whose = context.tree(speaker).child(speaker.token, {Deprel::nmod_poss});
  const bool pronoun = whose >= 0 && context.tree(speaker).token(whose).xpos == Xpos::prp_poss;
  const auto owner = pronoun ? resolve_named(context.deeper(), {speaker.sentence, whose}) : std::nullopt;
  for (const Actor& actor : context.discourse.actors()) {
    if (owner && actor.name == owner->argument.name) own.push_back(&actor);
  }
}

// Who speaks, by name or as "she"; null where nobody knows.
const Actor* speaking(const ResolutionContext& context, Place speaker) {
  if (const Actor* actor = context.discourse.actor_at(speaker)) return actor;
  const auto& actors = context.discourse.actors();
  const bool pronoun = context.tree(speaker).token(speaker.token).upos == Upos::pron;
  const auto meant = pronoun ? resolve_named(context.deeper(), speaker) : std::nullopt;
  const auto found = std::ranges::find_if(
      actors, [&](const Actor& actor) { return meant && actor.name == meant->argument.name; });
  return found == actors.end() ? nullptr : &*found;
}

// "Ryu Min of the Lumen Party … she said": what stands with the speaker's name wherever that is. Only trees
// that are there anyway are looked at.
void add_standing_with(const ResolutionContext& context, const Actor& speaker,
                       std::vector<const Actor*>& own) {
  for (const Mention& mention : context.discourse.mentions()) {
    if (&context.discourse.actor_of(mention) != &speaker ||
        !context.discourse.sentence(mention.sentence).layers.parsed)
      continue;
    const Tree& tree = context.discourse.tree(mention.sentence);
    const int head = tree.head_of(mention.first, mention.last);
    for (const Mention* name : context.discourse.mentions_in(mention.sentence)) {
      if (stands_with(tree, head, tree.head_of(name->first, name->last)))
        own.push_back(&context.discourse.actor_of(*name));
    }
  }
}

}  // namespace

std::vector<const Actor*> speakers_own(const ResolutionContext& context, Place at) {
  const auto speaker = context.quotations == nullptr ? std::nullopt : context.quotations->speaker(at);
  std::vector<const Actor*> own;
  if (!speaker) return own;
  add_owner(context, *speaker, own);
  if (const Actor* who = speaking(context, *speaker)) add_standing_with(context, *who, own);
  const Tree& tree = context.tree(*speaker);
  for (const Mention* mention : context.discourse.mentions_in(speaker->sentence)) {
    const int name = tree.head_of(mention->first, mention->last);
    const bool said = context.quotations->around({speaker->sentence, name}) != nullptr;
    if (stands_with(tree, speaker->token, name) || (!said && is_told(tree, speaker->token, name)))
      own.push_back(&context.discourse.actor_of(*mention));
  }
  return own;
}

}  // namespace newsgraph
