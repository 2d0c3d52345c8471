// Whom a pronoun or a description means by what was learned: where the rules have no answer, or the
// likeliest name is hardly theirs.
#include <algorithm>
#include <iterator>

#include "claims/grammar/frame.h"
#include "claims/resolve/antecedent_ranker.h"
#include "claims/resolve/antecedents.h"
#include "claims/resolve/phrases.h"
#include "knowledge/word_lists.h"

namespace newsgraph {

namespace {

// How likely a name has to be where the rules know nobody or have but the phrase itself, and where they say
// somebody else.
constexpr double kLikely = 0.5;
constexpr double kOverruling = 0.8;

double least(const std::optional<Reference>& found) {
  return found && found->argument.named ? kOverruling : kLikely;
}

// "the players' association": theirs, and none that the text has named. "The players' leader" may be.
bool is_of_people(const Tree& tree, int noun) {
  const int whose = tree.child(noun, {Deprel::nmod_poss});
  return whose >= 0 && tree.token(whose).xpos == Xpos::nns &&
         WordLists::built_in().type_of(tree.lemma(noun)) == "organization";
}

// Personal pronouns (what "whose" takes up stands right before it), and nouns that point back: "the group",
// "its rival"; "a group" is a new one.
bool may_take_up(const Tree& tree, int token) {
  const Token& word = tree.token(token);
  if (word.xpos == Xpos::prp || word.xpos == Xpos::prp_poss) return true;
  if (word.upos != Upos::noun || is_of_people(tree, token)) return false;
  const int det = tree.child(token, {Deprel::det});
  const auto lemma = det < 0 ? std::string_view{} : tree.lemma(det);
  return lemma == "the" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those" ||
         tree.child(token, {Deprel::nmod_poss}) >= 0;
}

// "they", "its": in a quotation none that speaks.
bool takes_up_another(const Token& pronoun) {
  const auto lemma = pronoun.lemma;
  return pronoun.upos == Upos::pron &&
         (lemma == "it" || lemma == "its" || lemma == "they" || lemma == "their");
}

// Whether a name in the phrase of an act is of whom it is done to: "the raid on the Vega clinic", "the
// killing of Doe".
bool is_done_to(const ResolutionContext& context, Place act, const Mention& mention) {
  const Tree& tree = context.tree(act);
  int phrase = tree.head_of(mention.first, mention.last);
  if (mention.first < act.token || !tree.dominates(act.token, phrase)) return false;
  while (tree.head(phrase) != act.token) phrase = tree.head(phrase);
  const auto preposition = tree.preposition(phrase);
  const auto lemma = tree.lemma(act.token);
  if (preposition == "of")
    return context.words("acts_of_patient").contains(lemma) ||
           context.words("acts_of_victim").contains(lemma);
  return tree.deprel(phrase) == Deprel::nmod && preposition != "by" && preposition != "from";
}

// "condemned the raid on the Vega clinic": the raid is not Vega's.
bool suffers(const ResolutionContext& context, Place act, const Actor& actor) {
  if (!context.words("acts").contains(context.tree(act).lemma(act.token))) return false;
  const auto mentions = context.discourse.mentions_in(act.sentence);
  return std::ranges::any_of(mentions, [&](const Mention* mention) {
    return &context.discourse.actor_of(*mention) == &actor && is_done_to(context, act, *mention);
  });
}

// "Doe was shot. Peru condemned the killing": to whom something was done did not do it. Only trees that are
// there anyway are looked at.
bool is_victim_before(const ResolutionContext& context, Place act, const Actor& actor) {
  constexpr int kBack = 2;
  if (!context.words("acts_of_victim").contains(context.tree(act).lemma(act.token))) return false;
  for (int s = std::max(0, act.sentence - kBack); s <= act.sentence; ++s) {
    if (!context.discourse.sentence(s).layers.parsed) continue;
    const Tree& tree = context.discourse.tree(s);
    const auto mentions = context.discourse.mentions_in(s);
    const bool done_to = std::ranges::any_of(mentions, [&](const Mention* mention) {
      return &context.discourse.actor_of(*mention) == &actor &&
             tree.deprel(tree.first_conjunct(tree.head_of(mention->first, mention->last))) ==
                 Deprel::nsubj_pass;
    });
    if (done_to) return true;
  }
  return false;
}

}  // namespace

std::optional<Reference> rank_antecedents(const ResolutionContext& context, Place given,
                                          std::optional<Reference> found) {
  const Tree& tree = context.tree(given);
  const Place at{given.sentence, antecedent_of_relative(tree, given.token)};
  const bool sure = found && (found->link == Link::name || found->link == Link::described);
  if (sure || !may_take_up(tree, at.token) || context.discourse.mention_at(at) != nullptr ||
      context.discourse.mentions().empty())
    return found;
  const std::string said = found && found->argument.named ? found->argument.name : std::string();
  auto candidates = antecedent_candidates(context.discourse, context.schema, at, said);
  auto mates = clause_mates(context, at);
  if (takes_up_another(tree.token(at.token)))
    std::ranges::copy(speakers_own(context, at), std::back_inserter(mates));
  std::erase_if(candidates, [&](const AntecedentCandidate& candidate) {
    const Actor* actor = candidate.actor;
    if (actor == nullptr || actor->name == said) return false;
    return std::ranges::count(mates, actor) > 0 || cannot_mean(context, at, *actor) ||
           suffers(context, at, *actor) || is_victim_before(context, at, *actor) ||
           (!context.expected.admits(context.discourse.knowledge(), *actor) &&
            !is_doubtful(context.discourse.knowledge(), *actor));
  });
  const std::size_t names = candidates.size() - 1;  // "none" stands behind them
  if (names == 0) return found;
  const auto probabilities = AntecedentRanker::built_in().probabilities(candidates);
  const auto best = static_cast<std::size_t>(
      std::max_element(probabilities.begin(), probabilities.end() - 1) - probabilities.begin());
  const auto theirs = std::ranges::find_if(candidates, [&](const AntecedentCandidate& candidate) {
    return candidate.actor != nullptr && candidate.actor->name == said;
  });
  // "the Canadian government" that is named nowhere else is no candidate, and right.
  if (!said.empty() && theirs == candidates.end()) return found;
  if (!said.empty()) found->certainty = probabilities[static_cast<std::size_t>(theirs - candidates.begin())];
  if (probabilities[best] < least(found) || candidates[best].actor->name == said) return found;
  const Link link = tree.token(at.token).upos == Upos::noun ? Link::noun : Link::pronoun;
  auto ranked = of_actor(context, *candidates[best].actor, at, link);
  ranked.certainty = probabilities[best];
  ranked.ranked = true;
  return ranked;
}

}  // namespace newsgraph
