// Which words and pairs of words show that a sentence may state a claim of a relation that the model knows,
// learned from annotated sentences (tools/train/stating_words.py): broader than the triggers of the rules,
// and so cheap that every sentence is asked. What passes, the model's first layers look at.
#pragma once

#include <string>
#include <string_view>

#include "language/sentence/sentence.h"
#include "support/weight_table.h"

namespace newsgraph {

class StatingWords {
 public:
  // Those that are built into the program.
  static const StatingWords& built_in();
  // Features are "1 word" and "2 word word", in small letters, "0" for what begins with a digit. Throws Error
  // where the text is no such table; `name` names it in messages.
  StatingWords(std::string_view table, const std::string& name) : weights_(table, name) {}

  // In hundredths of log odds, from the least on that is worth a look.
  int score(const Sentence& sentence) const;
  bool may_state(const Sentence& sentence) const { return score(sentence) >= 0; }

 private:
  WeightTable weights_;
};

}  // namespace newsgraph
