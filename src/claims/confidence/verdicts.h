// What the model says of the findings of one document when it reads their sentences once more
// (Analyzer::verify): asked once for each, for a document is gone through again when more of its names are
// known.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "claims/assemble/finding.h"
#include "language/analyzer.h"

namespace newsgraph {

class Verdicts {
 public:
  // The logit of each finding of the sentence that it is right; 0 for those of relations that the model was
  // not taught, and where the trigger is not in the sentence.
  std::vector<float> of(Analyzer& analyzer, Sentence& sentence, std::span<Finding* const> findings);

 private:
  using Key = std::array<std::int64_t, 8>;
  static Key key(const Sentence& sentence, const ProposedClaim& claim);

  std::map<Key, float> known_;
};

}  // namespace newsgraph
