// Which words and pairs of words show that a sentence may state a claim of a relation that the model knows,
// learned from annotated sentences (tools/train/stating_words.py): broader than the triggers of the rules,
// and so cheap that every sentence is asked. What passes, the model's first layers look at.
#pragma once

#include <string>
#include <string_view>

#include "language/sentence/sentence.h"
#include "support/linear_weights.h"

namespace newsgraph {

class StatingWords {
 public:
  // Those that are built into the program.
  static const StatingWords& built_in();
  // Throws Error where the text is none; `origin` names it in messages.
  static StatingWords parse(std::string_view json, const std::string& origin);

  // The log odds that a sentence of these tokens states something.
  double score(const Sentence& sentence) const;
  bool may_state(const Sentence& sentence) const { return score(sentence) >= least_; }

 private:
  LinearWeights weights_;
  double constant_ = 0;
  double least_ = 0;
};

}  // namespace newsgraph
