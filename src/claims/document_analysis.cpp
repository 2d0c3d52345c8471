#include "claims/document_analysis.h"

#include <algorithm>

#include "claims/assemble/repeats.h"
#include "claims/discourse/quotations.h"
#include "claims/prepare/headline_case.h"
#include "claims/prepare/prepare.h"
#include "claims/repair/repairs.h"
#include "language/split/split.h"

namespace newsgraph {

namespace {

std::vector<Sentence> cut_sentences(const Document& document) {
  auto sentences = split(document.text, document.body);
  cut_long_sentences(sentences);
  cut_datelines(sentences);
  cut_brackets(sentences);
  cut_joined_names(sentences);
  return sentences;
}

void mend(Sentence& sentence) {
  repair_closed_classes(sentence);
  repair_names(sentence);
  repair_objects(sentence);
  repair_valency(sentence);
  repair_appositions(sentence);
  repair_lists(sentence);
  repair_clauses(sentence);
}

// A token before it was parsed.
Token bare(const Token& token) {
  Token plain;
  plain.begin = token.begin;
  plain.end = token.end;
  plain.form = token.form;
  plain.space_after = token.space_after;
  return plain;
}

}  // namespace

DocumentAnalysis::DocumentAnalysis(const Document& document, const Prefilter& prefilter,
                                   const Knowledge& knowledge, Analyzer& analyzer, bool skim)
    : knowledge_(knowledge),
      analyzer_(analyzer),
      names_(analyzer),
      sentences_(cut_sentences(document)),
      skimmed_(sentences_.size()),
      trees_(sentences_.size()) {
  lower_triggers(sentences_, {&prefilter.triggers(), &prefilter.light_verbs()}, lowered_);
  parse_stating(prefilter, skim);
  find_stating(prefilter);
}

void DocumentAnalysis::parse_stating(const Prefilter& prefilter, bool skim) {
  const auto quoted = quoted_sentences(sentences_);
  std::vector<Sentence*> candidates;
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    skimmed_[s] = prefilter.may_state(sentences_[s], quoted[s]);
    if (skimmed_[s]) candidates.push_back(&sentences_[s]);
  }
  skim ? analyzer_.parse_stating(candidates) : analyzer_.parse(candidates);
  for (Sentence* sentence : candidates) {
    if (!sentence->layers.parsed) continue;
    parsed_first_.push_back(sentence);
    tree_of(*sentence) = sentence->tokens;
  }
}

void DocumentAnalysis::find_stating(const Prefilter& prefilter) {
  for (int s = 0; s < static_cast<int>(sentences_.size()); ++s) {
    const Sentence& sentence = sentences_[static_cast<std::size_t>(s)];
    const bool repeats =
        !stating_.empty() && s - stating_.back() <= kRepeatWindow && prefilter.may_repeat(sentence);
    if (sentence.layers.parsed || repeats) stating_.push_back(s);
  }
}

bool DocumentAnalysis::name(const std::vector<bool>& wanted) {
  std::vector<Sentence*> unnamed;
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    if (wanted[s] && !sentences_[s].layers.named) unnamed.push_back(&sentences_[s]);
  }
  if (unnamed.empty()) return false;
  names_.add(unnamed);
  for (Sentence& sentence : sentences_) {
    if (!sentence.layers.named) continue;
    add_known_names(knowledge_, sentence);
    cut_possessors(knowledge_, sentence);
  }
  undo_repair();
  for (Sentence* sentence : parsed_first_) mend(*sentence);
  return true;
}

void DocumentAnalysis::undo_repair() {
  for (Sentence& sentence : sentences_) {
    const std::vector<Token>& tree = tree_of(sentence);
    if (tree.empty()) continue;
    std::ranges::transform(tree, sentence.tokens.begin(), bare);
    sentence.layers.parsed = false;
  }
  for (Sentence* sentence : parsed_first_) {
    std::ranges::copy(tree_of(*sentence), sentence->tokens.begin());
    sentence->layers.parsed = true;
  }
}

void DocumentAnalysis::parse(const std::vector<Sentence*>& more) {
  std::vector<Sentence*> fresh;
  for (Sentence* sentence : more) {
    if (tree_of(*sentence).empty()) fresh.push_back(sentence);
  }
  analyzer_.parse(fresh);
  for (const Sentence* sentence : fresh) tree_of(*sentence) = sentence->tokens;
  for (Sentence* sentence : more) {
    std::ranges::copy(tree_of(*sentence), sentence->tokens.begin());
    sentence->layers.parsed = true;
    mend(*sentence);
  }
}

}  // namespace newsgraph
