#include "claims/resolve/noun_phrases.h"

#include "claims/grammar/frame.h"

namespace newsgraph {

namespace {

// Whose company "shares in Orion", "its Orion shares" and "the company whose shares" are of; nothing where
// the words only say who has them, as "his shares". Of a part of them whoever is named is the company: "half
// of its shares".
std::optional<Place> whole_of_shares(const ResolutionContext& context, Place shares, bool part) {
  const Tree& tree = context.tree(shares);
  for (const int c : tree.children(shares.token, {Deprel::compound, Deprel::nmod_desc})) {
    if (context.discourse.mention_at({shares.sentence, c}) != nullptr) return Place{shares.sentence, c};
  }
  for (const int c : tree.children(shares.token, {Deprel::nmod})) {
    if (tree.preposition(c) == "of" || tree.preposition(c) == "in") return Place{shares.sentence, c};
  }
  const int owner = tree.child(shares.token, {Deprel::nmod_poss});
  const bool whole = owner >= 0 && (part || tree.lemma(owner) == "whose");
  return whole ? std::optional(Place{shares.sentence, owner}) : std::nullopt;
}

}  // namespace

// "64 percent of X", "hundreds of Canadians": the phrase is about the whole.
std::optional<Place> part_of_whole(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const bool number = tree.token(at.token).upos == Upos::num;  // "eleven of its fans"
  // A stake is in the whole: "the purchase of a 77% interest in Orion".
  if (context.words("stakes").contains(tree.lemma(at.token))) {
    for (const int c : tree.children(at.token, {Deprel::nmod})) {
      if (tree.preposition(c) == "in") return Place{at.sentence, c};
    }
  }
  if (context.words("securities").contains(tree.lemma(at.token))) {
    if (auto whole = whole_of_shares(context, at, false)) return whole;
  }
  if (!number && !context.words("partitives").contains(tree.lemma(at.token)) &&
      tree.token(at.token).form != "%")
    return std::nullopt;
  for (const int c : tree.children(at.token, {Deprel::nmod, Deprel::obl})) {
    if (tree.preposition(c) != "of") continue;
    if (!context.words("securities").contains(tree.lemma(c))) return Place{at.sentence, c};
    if (auto whole = whole_of_shares(context, {at.sentence, c}, true)) return whole;
  }
  // The whole may be what a relative stands for: "Hapag, in which CSAV holds 30 percent".
  const int verb = tree.head(at.token);
  if (verb < 0 || tree.deprel(verb) != Deprel::acl_relcl) return std::nullopt;
  for (const int c : tree.children(verb, {Deprel::obl, Deprel::nmod})) {
    const auto preposition = tree.preposition(c);
    const int whole =
        c < verb && (preposition == "of" || preposition == "in") ? antecedent_of_relative(tree, c) : c;
    if (whole != c) return Place{at.sentence, whole};
  }
  for (const int c : tree.children(at.token, {Deprel::nmod})) {
    const int whole = tree.preposition(c) == "of" ? antecedent_of_relative(tree, c) : c;
    if (whole != c) return Place{at.sentence, whole};
  }
  return std::nullopt;
}

}  // namespace newsgraph
