#include <cmath>

#include "claims/confidence/scorer.h"

namespace newsgraph {

namespace {

// Penalties in log-odds.
double cost(Link link) {
  switch (link) {
    case Link::name:
      return 0;
    case Link::described:
    case Link::role:
      return 0.1;
    case Link::act:
      return 0.3;
    case Link::noun:
    case Link::phrase:
      return 0.6;
    case Link::pronoun:
      return 0.8;
    case Link::event:
      return 1.0;
  }
  return 0;
}

constexpr double kPlain = 2.6;  // the log-odds of a plain statement between two names, before any penalty

// How far a finding is from a plain statement between two names.
double directness(const Finding& finding) {
  double odds = kPlain;
  odds -= cost(finding.subject_link) + cost(finding.object_link);
  if (finding.inherited) odds -= 0.4;
  if (finding.place_as_agent) odds -= 0.6;
  if (finding.claim.rule.starts_with("noun:")) odds -= 0.3;
  if (finding.claim.status != Status::asserted) odds -= 0.3;
  return odds;
}

}  // namespace

double confidence_of(const Finding& finding) {
  // Fitted on claims of development texts, right or wrong, and set lower by what reading other texts showed:
  // docs/confidence.md.
  double odds = 2.1 + 0.5 * (directness(finding) - kPlain);
  if (!finding.claim.subject.named) odds -= 0.5;
  if (!finding.claim.object.named) odds -= 0.3;
  if (finding.claim.rule.starts_with("opinion:")) odds -= 0.5;
  if (finding.claim.rule.ends_with("-quoted")) odds -= 0.7;  // no word of the quotation is known to blame
  const double probability = 1 / (1 + std::exp(-odds));
  return std::round(probability * 100) / 100;
}

}  // namespace newsgraph
