// What the model says of the findings of one document when it reads their sentences once more
// (Analyzer::verify, Analyzer::impressions): asked once for each, for a document is gone through again when
// more of its names are known.
#pragma once

#include <map>
#include <span>
#include <string>
#include <vector>

#include "claims/assemble/finding.h"
#include "language/analyzer.h"

namespace newsgraph {

class Verdicts {
 public:
  // The logit of each finding of the sentence that it is right; 0 for those of relations that the model was
  // not taught, and where the trigger is not in the sentence. `before`: the sentence before, or null.
  std::vector<float> of(Analyzer& analyzer, const Sentence& sentence, const Sentence* before,
                        std::span<Finding* const> findings);

  // What it sees in each finding, of whatever relation, before it judges; empty where the trigger is not in
  // the sentence.
  std::vector<std::vector<float>> impressions(Analyzer& analyzer, const Sentence& sentence,
                                              const Sentence* before, std::span<Finding* const> findings);

 private:
  std::map<std::string, float> known_;  // by what the model reads
  std::map<std::string, std::vector<float>> seen_;
};

}  // namespace newsgraph
