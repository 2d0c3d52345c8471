#include "claims/grammar/report.h"

#include <algorithm>

#include "claims/grammar/frame.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr int kMaximumClimb = 40;

// Whom the clause cites; -1 for none.
int authority_of(const Tree& tree, int clause) {
  for (const int c : tree.children(clause, {Deprel::obl})) {
    if (is_authority(tree, c)) return c;
  }
  return -1;
}

}  // namespace

int verb_past_phrase(const Tree& tree, int clause) {
  // It may be taken for a relative clause whose "that" is tagged as it should be.
  const auto below = tree.children(clause);
  const bool conjunction = std::any_of(below.begin(), below.end(), [&](int c) {
    return c < clause && tree.token(c).upos == Upos::sconj && tree.lemma(c) == "that";
  });
  const Deprel relation = tree.deprel(clause);
  const bool that = conjunction && (relation == Deprel::acl || relation == Deprel::acl_relcl);
  int noun = that ? tree.head(clause) : -1;
  while (noun >= 0 && tree.deprel(noun) == Deprel::nmod) noun = tree.head(noun);
  const bool phrase =
      noun >= 0 && (tree.deprel(noun) == Deprel::obl || tree.deprel(noun) == Deprel::obl_unmarked);
  return phrase ? tree.head(noun) : -1;
}

bool is_authority(const Tree& tree, int noun) {
  const int preposition = tree.child(noun, {Deprel::case_});
  return preposition >= 0 && equals_ignoring_case(tree.token(preposition).form, "according");
}

Report report_above(const Tree& tree, const RelationSchema& schema, int token) {
  const WordSet& verbs = schema.words("report_verbs");
  for (int at = token, steps = 0; at >= 0 && steps < kMaximumClimb; at = tree.head(at), ++steps) {
    const int head = tree.head(at);
    const bool reported =
        head >= 0 && (tree.deprel(at) == Deprel::ccomp || tree.deprel(at) == Deprel::parataxis);
    if (reported && verbs.contains(tree.lemma(head))) return {head, frame_of(tree, head).subjects};
    // A noun of saying has its speaker as owner: "Annan's assertion that the war was illegal".
    const bool asserted = head >= 0 && tree.deprel(at) == Deprel::acl && tree.marker(at) == "that" &&
                          schema.words("report_nouns").contains(tree.lemma(head));
    const int owner = asserted ? tree.child(head, {Deprel::nmod_poss}) : -1;
    if (owner >= 0) return {head, {owner}};
    if (const int verb = verb_past_phrase(tree, at); verb >= 0 && verbs.contains(tree.lemma(verb)))
      return {verb, frame_of(tree, verb).subjects};
    // "X is banned, the ministry said": the saying hangs on what is said.
    for (const int c : tree.children(at, {Deprel::parataxis, Deprel::advcl})) {
      const bool clause = tree.deprel(c) == Deprel::parataxis ||
                          (tree.marker(c).empty() && tree.child(c, {Deprel::nsubj}) >= 0);
      if (clause && c != token && verbs.contains(tree.lemma(c)) && !tree.dominates(c, token))
        return {c, frame_of(tree, c).subjects};
    }
    const int authority = authority_of(tree, at);
    if (authority >= 0 && !tree.dominates(authority, token)) return {-1, {authority}};
  }
  return {};
}

}  // namespace newsgraph
