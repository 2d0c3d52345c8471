// Tags, lemmas and trees of sentences from the states of their words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/network/biaffine.h"
#include "language/network/word_encoder.h"
#include "language/parser/best_tree.h"
#include "language/parser/lemmatiser.h"
#include "language/parser/parser_model.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// The activations of a batch, a row a word.
struct ParserActivations {
  std::vector<float> upos, xpos, rules, relations;  // scores
  std::vector<float> relation_dependents, relation_heads;
  std::vector<std::int16_t> hidden;  // of the layer at work, in fixed point
  std::vector<float> scratch;
  std::vector<float> arcs;         // scores of the last segment
  std::vector<std::size_t> heads;  // of all words, within their segment, 0 for the root
};

class ParserRunner {
 public:
  explicit ParserRunner(const ParserModel& model)
      : model_(&model), lemmatiser_(model.lemma_rules), scorer_(model.arc) {}

  // Writes the tags, lemmas and trees of a batch: each segment is a tree of its own.
  void run(const WordStates& states);
  // The activations of the last batch that was run: for tests.
  const ParserActivations& activations() const { return a_; }

 private:
  void score_tags(const WordStates& states);
  void find_trees(const WordStates& states);
  void score_relations(const WordStates& states);
  void write_token(std::size_t row, const Segment& segment, Token& token);
  static void project(const WordStates& states, const PackedMatrix& weights, std::vector<float>& result);

  const ParserModel* model_;
  Lemmatiser lemmatiser_;
  BiaffineScorer scorer_;
  ParserActivations a_;
};

// Hangs the roots of later segments of a sentence on that of the first, as parataxis.
void join_trees(std::span<const Segment> segments);

}  // namespace newsgraph
