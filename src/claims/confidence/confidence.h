// How sure a claim is, from how it was found. Calibrated on development gold: docs/confidence.md.
#pragma once

#include "claims/assemble/finding.h"

namespace newsgraph {

// 0 to 1: of claims with this confidence, about this share is right.
double confidence_of(const Finding& finding);

}  // namespace newsgraph
