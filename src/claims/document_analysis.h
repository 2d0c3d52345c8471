// A document on its way to its claims: the sentences that may state something, their trees, the names.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "claims/prefilter/prefilter.h"
#include "documents/document.h"
#include "knowledge/knowledge.h"
#include "language/analyzer.h"
#include "language/document_names.h"

namespace newsgraph {

class DocumentAnalysis {
 public:
  // Splits the document and parses what may state something. `skim`: what the model's first layers see no
  // claim in states none; for schemas without relations that the model was not taught. All arguments have to
  // outlive this.
  DocumentAnalysis(const Document& document, const Prefilter& prefilter, const Knowledge& knowledge,
                   Analyzer& analyzer, bool skim);

  std::vector<Sentence>& sentences() { return sentences_; }
  const std::vector<Sentence>& sentences() const { return sentences_; }
  // Whether one of the sentences was parsed, whatever it was parsed for.
  bool is_parsed(const Sentence& sentence) const {
    return !trees_[static_cast<std::size_t>(&sentence - sentences_.data())].empty();
  }
  // Whether it was looked at, whatever came of it.
  bool is_skimmed(const Sentence& sentence) const {
    return skimmed_[static_cast<std::size_t>(&sentence - sentences_.data())] || is_parsed(sentence);
  }
  // Indices of the sentences that may state something, or state it again, in ascending order. Those that may
  // do no more than repeat are not parsed yet.
  const std::vector<int>& stating() const { return stating_; }

  // Of each sentence whether it is parsed.
  std::vector<bool> parsed() const {
    std::vector<bool> parsed(trees_.size());
    for (std::size_t s = 0; s < parsed.size(); ++s) parsed[s] = !trees_[s].empty();
    return parsed;
  }
  // Sees to it that the wanted sentences have names. Names agree within a document, and trees are mended by
  // names: where there are new ones all trees are as if they had been there from the start. False where all
  // have names already.
  bool name(const std::vector<bool>& wanted);
  // Parses and mends more sentences.
  void parse(const std::vector<Sentence*>& more);

 private:
  void find_stating(const Prefilter& prefilter);
  void parse_stating(const Prefilter& prefilter, bool skim);
  void undo_repair();
  std::vector<Token>& tree_of(const Sentence& sentence) {
    return trees_[static_cast<std::size_t>(&sentence - sentences_.data())];
  }

  const Knowledge& knowledge_;
  Analyzer& analyzer_;
  DocumentNames names_;
  std::vector<Sentence> sentences_;
  std::deque<std::string> lowered_;  // forms of sentences_
  std::vector<bool> skimmed_;
  std::vector<int> stating_;
  std::vector<Sentence*> parsed_first_;    // of stating_
  std::vector<std::vector<Token>> trees_;  // by sentence, before repair; empty where it is not parsed
};

}  // namespace newsgraph
