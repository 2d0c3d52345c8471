// Whom an act as object is blamed on.
#include <algorithm>
#include <iterator>

#include "claims/assemble/assemble.h"
#include "claims/grammar/frame.h"

namespace newsgraph {

Group Assembler::blamed(Place at, const Match& match, const std::vector<Finding>& found) {
  auto actors = references_.actors_of_act(at, Place{at.sentence, match.trigger});
  if (!actors.empty()) return actors;
  const Tree& tree = discourse_.tree(at.sentence);
  const auto from_claim = [](const Finding& finding, Link link) {
    Reference reference;
    reference.argument = finding.claim.subject;
    reference.link = link;
    return reference;
  };
  // What the act consists in is a claim itself: "the possibility that TikTok will be banned in the US".
  for (const Finding& finding : found) {
    if (finding.trigger.sentence == at.sentence && finding.trigger.token != match.trigger &&
        tree.dominates(at.token, finding.trigger.token)) {
      actors.push_back(from_claim(finding, Link::act));
    }
  }
  const bool it = tree.lemma(at.token) == "it";
  const bool anaphor = it || schema_.words("event_anaphors").contains(tree.lemma(at.token));
  // The act stands in the clause that it is the object of: "maintain a policy, which X criticises".
  const bool relative =
      tree.deprel(match.trigger) == Deprel::acl_relcl && tree.head(match.trigger) == at.token;
  if (actors.empty() && relative) actors = references_.makers_of(at);
  if (!actors.empty() || !anaphor) return actors;
  // "…, a decision also criticised by Beijing": what the clause before says was done.
  const int host = tree.head(tree.first_conjunct(at.token));
  const Deprel relation = tree.deprel(at.token);
  const bool apposed = relation == Deprel::appos || relation == Deprel::parataxis ||
                       relation == Deprel::dep || relation == Deprel::dislocated ||
                       relation == Deprel::obl_unmarked || relation == Deprel::advcl;
  int last = -1;
  for (const Finding& finding : found) {
    const int sentence = finding.trigger.sentence;
    const bool near = sentence <= at.sentence && sentence >= at.sentence - (it ? 3 : 2);
    const bool repeatable = finding.claim.relation != schema_.relations()[match.rule->relation].name;
    if (near && repeatable && finding.trigger.token != match.trigger) last = std::max(last, sentence);
  }
  // Of several claims before in the same sentence the nearest is meant.
  int nearest = -1;
  for (const Finding& finding : found) {
    if (finding.trigger.sentence == at.sentence && last == at.sentence && finding.trigger < at)
      nearest = std::max(nearest, finding.trigger.token);
  }
  for (const Finding& finding : found) {
    const bool other = finding.claim.relation != schema_.relations()[match.rule->relation].name;
    if (nearest >= 0 && finding.trigger.token != nearest) continue;
    if (last >= 0 && finding.trigger.sentence == last && other &&
        relation_named(finding.claim.relation).event)
      actors.push_back(from_claim(finding, Link::event));
  }
  if (actors.empty() && apposed && host >= 0) {
    for (const int subject : surface_subjects(tree, host)) {
      if (auto actor = references_.resolve({at.sentence, subject}); actor && actor->argument.named)
        actors.push_back(*actor);
    }
  }
  // "X called it shameful. Y denounced it": the same.
  for (auto finding = found.rbegin(); it && actors.empty() && finding != found.rend(); ++finding) {
    if (finding->object_link != Link::event || finding->trigger.sentence < at.sentence - 3) continue;
    Reference same;
    same.argument = finding->claim.object;
    same.link = Link::event;
    actors.push_back(std::move(same));
  }
  if (it) return actors;  // only what a claim says was done
  if (actors.empty()) {
    if (auto actor = references_.actor_of_event_before(at)) actors.push_back(*actor);
  }
  if (actors.empty()) {
    if (auto actor = references_.actor_of_the_news(at.sentence)) actors.push_back(*actor);
  }
  return actors;
}

}  // namespace newsgraph
