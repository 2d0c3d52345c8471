// A claim as assembling it leaves it, with what its confidence is made from.
#pragma once

#include "claims/discourse/discourse.h"
#include "claims/record/claim.h"
#include "claims/resolve/reference.h"

namespace newsgraph {

struct Finding {
  Claim claim;
  Link subject_link = Link::name;
  Link object_link = Link::name;
  double subject_certainty = 1;  // Reference::certainty
  double object_certainty = 1;
  double guess = 1;  // the certainties of those that no rule told
  bool inherited = false;
  bool place_as_agent = false;
  Place trigger;
  double probability = 0;  // that it is right, 0 to 1
  bool weighed = false;    // the probability is no bound, but counts the verdict of reading it once more
};

}  // namespace newsgraph
