#include "claims/resolve/pronouns.h"

#include "claims/grammar/frame.h"
#include "claims/grammar/report.h"
#include "claims/resolve/resolve.h"
#include "support/ascii.h"

namespace newsgraph {

bool is_speaker_pronoun(std::string_view form) {
  for (const std::string_view word : {"i", "we", "our", "my", "us", "me"}) {
    if (equals_ignoring_case(form, word)) return true;
  }
  return false;
}

std::optional<Reference> speaker_pronoun(const ResolutionContext& context, Place at) {
  for (int s = at.sentence; s >= 0 && s >= at.sentence - 1; --s) {
    const Tree& tree = context.discourse.tree(s);
    const Report report = s == at.sentence ? report_above(tree, context.schema, at.token)
                                           : report_above(tree, context.schema, tree.root());
    const Report here = report.verb < 0 && context.words("report_verbs").contains(tree.lemma(tree.root()))
                            ? Report{tree.root(), frame_of(tree, tree.root()).subjects}
                            : report;
    if (here.speakers.size() != 1 || here.speakers.front() == at.token) continue;
    if (tree.token(here.speakers.front()).upos == Upos::pron &&
        is_speaker_pronoun(tree.token(here.speakers.front()).form))
      continue;
    auto speaker = resolve(context, {s, here.speakers.front()});
    if (!speaker) continue;
    speaker->link = Link::pronoun;
    return speaker;
  }
  return std::nullopt;
}

// "You have betrayed us," she told Vega: who is told.
std::optional<Reference> addressee_pronoun(const ResolutionContext& context, Place at) {
  const Tree& tree = context.tree(at);
  const Report report = report_above(tree, context.schema, at.token);
  if (report.verb < 0) return std::nullopt;
  for (const int c : tree.children(report.verb, {Deprel::obj, Deprel::iobj})) {
    if (!is_nominal(tree.token(c)) || tree.dominates(c, at.token)) continue;
    auto told = resolve(context, {at.sentence, c});
    if (told) told->link = Link::pronoun;
    return told;
  }
  return std::nullopt;
}

}  // namespace newsgraph
