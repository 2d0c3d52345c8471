#include "claims/confidence.h"

#include <cmath>

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

// How far a finding is from a plain statement between two names.
double directness(const Finding& finding) {
  double odds = 2.6;
  odds -= cost(finding.subject_link) + cost(finding.object_link);
  if (finding.inherited) odds -= 0.4;
  if (finding.place_as_agent) odds -= 0.6;
  if (finding.claim.rule.starts_with("noun:")) odds -= 0.3;
  if (finding.claim.status != Status::asserted) odds -= 0.3;
  return odds;
}

}  // namespace

double confidence_of(const Finding& finding) {
  // A logistic regression on the claims of development texts, right or wrong: docs/confidence.md.
  double odds = 1.25 + 0.2 * directness(finding);
  if (!finding.claim.subject.named) odds -= 0.63;
  if (!finding.claim.object.named) odds -= 0.3;
  if (finding.claim.status != Status::asserted) odds -= 0.6;
  const double probability = 1 / (1 + std::exp(-odds));
  return std::round(probability * 100) / 100;
}

}  // namespace newsgraph
