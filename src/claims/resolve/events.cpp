// What a text takes up from before: "the law", "the move", "the operation", and who made or did it.
#include <algorithm>

#include "claims/grammar/frame.h"
#include "claims/grammar/light_verb.h"
#include "claims/resolve/reference.h"
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

}  // namespace

std::vector<Reference> References::makers_before(Place at) {
  const Tree& here = discourse_->tree(at.sentence);
  const int det = here.child(at.token, {Deprel::det});
  const bool definite = det >= 0 && (here.lemma(det) == "the" || here.lemma(det) == "this" ||
                                     here.lemma(det) == "these" || here.lemma(det) == "that");
  if (!definite || here.child(at.token, {Deprel::nmod, Deprel::nmod_poss, Deprel::acl}) >= 0) return {};
  constexpr int kBack = 2;
  for (int s = at.sentence - 1; s >= 0 && s >= at.sentence - kBack; --s) {
    const Tree& tree = discourse_->tree(s);
    for (int t = tree.size() - 1; t >= 0; --t) {
      const auto lemma = tree.lemma(t);
      const bool instrument =
          tree.token(t).upos == Upos::noun &&
          (schema_->words("instruments").contains(lemma) || schema_->words("repeat_nouns").contains(lemma));
      if (!instrument || discourse_->mention_at({s, t}) != nullptr) continue;
      auto makers = makers_of({s, t});
      std::erase_if(makers, [](const Reference& maker) { return !maker.argument.named; });
      if (makers.empty()) continue;
      for (Reference& maker : makers) maker.link = Link::event;
      return makers;
    }
  }
  return {};
}

std::optional<Reference> References::actor_of_the_news(int sentence) {
  for (int s = 0; s < std::min(2, sentence); ++s) {
    const Tree& tree = discourse_->tree(s);
    if (tree.root() < 0 || (!is_verb(tree.token(tree.root())) && tree.child(tree.root(), {Deprel::cop}) < 0))
      continue;
    const auto subjects = frame_of(tree, tree.root()).subjects;
    if (subjects.size() != 1) continue;
    auto actor = resolve({s, subjects.front()});
    if (!actor || !actor->argument.named || !decides(discourse_->knowledge(), *actor)) continue;
    actor->link = Link::event;
    return actor;
  }
  return std::nullopt;
}

// Who begins an act: "Peru began an offensive".
std::vector<Reference> References::launchers_of(Place act) {
  const Tree& tree = discourse_->tree(act.sentence);
  const int verb = carrying_verb(tree, act.token);
  std::vector<Reference> found;
  if (verb < 0 || !schema_->words("launching_verbs").contains(tree.lemma(verb))) return found;
  for (const int subject : frame_of(tree, verb).subjects) {
    auto actor = resolve({act.sentence, subject});
    if (actor && actor->argument.named && can_act(*actor)) found.push_back(std::move(*actor));
  }
  return found;
}

std::optional<Reference> References::actor_of_event_before(Place at) {
  const std::string noun(discourse_->tree(at.sentence).lemma(at.token));
  // "The operation" takes up "an offensive".
  const WordSet& attacks = schema_->words("military_acts");
  const bool attack = attacks.contains(noun);
  // The same noun with an actor of its own, earlier: "Trump's decision … the decision".
  for (int s = at.sentence; s >= 0 && s >= at.sentence - 4; --s) {
    const Tree& tree = discourse_->tree(s);
    for (int t = (s == at.sentence ? at.token : tree.size()) - 1; t >= 0; --t) {
      const auto lemma = tree.lemma(t);
      const bool same_noun =
          tree.token(t).upos == Upos::noun && (lemma == noun || (attack && attacks.contains(lemma)));
      // A verb that begins like the noun is the same act: "decided" for "the decision".
      const bool verb = is_verb(tree.token(t)) && lemma.size() > 3 && noun.size() > 4 &&
                        lemma.substr(0, 4) == std::string_view(noun).substr(0, 4);
      if (!same_noun && !verb) continue;
      auto actors = same_noun ? actors_of_act({s, t}) : std::vector<Reference>{};
      if (same_noun && actors.empty()) actors = launchers_of({s, t});
      if (verb) {
        for (const int subject : frame_of(tree, t).subjects) {
          if (auto actor = resolve({s, subject}); actor && actor->argument.named && can_act(*actor))
            actors.push_back(*actor);
        }
      }
      if (actors.empty()) continue;
      actors.front().link = Link::event;
      return actors.front();
    }
  }
  return std::nullopt;
}

}  // namespace newsgraph
