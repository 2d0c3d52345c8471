#include "claims/resolve/acts.h"

#include <algorithm>

#include "claims/grammar/frame.h"
#include "claims/resolve/resolve.h"
#include "knowledge/state_body.h"

namespace newsgraph {

namespace {

// States, their bodies and persons make the news by decisions; a company mostly suffers them.
bool decides(const Knowledge& knowledge, const Reference& reference) {
  const auto& type = reference.argument.type;
  if (type == "person" || type == "place") return true;
  if (parse_state_body(knowledge, reference.argument.name)) return true;
  const KnownEntity* known = knowledge.unambiguous(reference.argument.name);
  return known != nullptr && knowledge.state_of(*known) != nullptr;
}

// Whom the tokens mean, of those that have a name and may act.
std::vector<Reference> named_actors(const ResolutionContext& context, int sentence,
                                    const std::vector<int>& tokens) {
  auto actors = resolve_named(context, sentence, tokens);
  std::erase_if(actors, [](const Reference& actor) { return !can_act(actor); });
  return actors;
}

}  // namespace

std::vector<Reference> makers_before(const ResolutionContext& context, Place at) {
  const Tree& here = context.tree(at);
  const int det = here.child(at.token, {Deprel::det});
  const bool definite = det >= 0 && (here.lemma(det) == "the" || here.lemma(det) == "this" ||
                                     here.lemma(det) == "these" || here.lemma(det) == "that");
  if (!definite || here.child(at.token, {Deprel::nmod, Deprel::nmod_poss, Deprel::acl}) >= 0) return {};
  constexpr int kBack = 2;
  for (int s = at.sentence - 1; s >= 0 && s >= at.sentence - kBack; --s) {
    const Tree& tree = context.discourse.tree(s);
    for (int t = tree.size() - 1; t >= 0; --t) {
      const auto lemma = tree.lemma(t);
      const bool instrument =
          tree.token(t).upos == Upos::noun &&
          (context.words("instruments").contains(lemma) || context.words("repeat_nouns").contains(lemma));
      if (!instrument || context.discourse.mention_at({s, t}) != nullptr) continue;
      auto makers = makers_of(context, {s, t});
      std::erase_if(makers, [](const Reference& maker) { return !maker.argument.named; });
      if (makers.empty()) continue;
      for (Reference& maker : makers) maker.link = Link::event;
      return makers;
    }
  }
  return {};
}

std::optional<Reference> actor_of_the_news(const ResolutionContext& context, int sentence) {
  for (int s = 0; s < std::min(2, sentence); ++s) {
    const Tree& tree = context.discourse.tree(s);
    if (tree.root() < 0 || (!is_verb(tree.token(tree.root())) && tree.child(tree.root(), {Deprel::cop}) < 0))
      continue;
    const auto subjects = frame_of(tree, tree.root()).subjects;
    if (subjects.size() != 1) continue;
    auto actor = resolve_named(context, {s, subjects.front()});
    if (!actor || !decides(context.discourse.knowledge(), *actor)) continue;
    actor->link = Link::event;
    return actor;
  }
  return std::nullopt;
}

std::optional<Reference> actor_of_event_before(const ResolutionContext& context, Place at) {
  const std::string noun(context.tree(at).lemma(at.token));
  // "The operation" takes up "an offensive".
  const WordSet& attacks = context.words("military_acts");
  const bool attack = attacks.contains(noun);
  // The same noun with an actor of its own, earlier: "Trump's decision … the decision".
  for (int s = at.sentence; s >= 0 && s >= at.sentence - 4; --s) {
    const Tree& tree = context.discourse.tree(s);
    for (int t = (s == at.sentence ? at.token : tree.size()) - 1; t >= 0; --t) {
      const auto lemma = tree.lemma(t);
      const bool same_noun =
          tree.token(t).upos == Upos::noun && (lemma == noun || (attack && attacks.contains(lemma)));
      // A verb that begins like the noun is the same act: "decided" for "the decision".
      const bool verb = is_verb(tree.token(t)) && lemma.size() > 3 && noun.size() > 4 &&
                        lemma.substr(0, 4) == std::string_view(noun).substr(0, 4);
      if (!same_noun && !verb) continue;
      auto actors =
          verb ? named_actors(context, s, frame_of(tree, t).subjects) : actors_of_act(context, {s, t});
      if (same_noun && actors.empty()) actors = makers_of(context, {s, t});
      std::erase_if(actors, [](const Reference& actor) { return !actor.argument.named; });
      if (actors.empty()) continue;
      actors.front().link = Link::event;
      return actors.front();
    }
  }
  return std::nullopt;
}

}  // namespace newsgraph
