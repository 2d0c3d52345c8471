// Runs the parser over sentences in batches. Results depend on the sentence alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/embedder_cache.h"
#include "language/encoder.h"
#include "language/lemmatiser.h"
#include "language/parser_model.h"
#include "language/sentence.h"
#include "language/tree.h"

namespace newsgraph {

// Longer sentences are parsed in pieces, cut behind a punctuation mark where there is one. The later
// pieces hang on the root of the first as parataxis. The cost of a sentence grows with its length
// squared, so this bounds it; no sentence of the treebanks is nearly as long.
inline constexpr std::size_t kMaxPiece = 400;

// Tokens of a sentence that are parsed together.
struct Piece {
  Sentence* sentence = nullptr;
  std::size_t first = 0;
  std::size_t size = 0;

  std::span<Token> tokens() const { return std::span(sentence->tokens).subspan(first, size); }
};

// The activations of a batch, a row a word.
struct ParserActivations {
  std::vector<std::string_view> forms;
  std::vector<std::size_t> starts;         // of the pieces, and the end
  std::vector<std::uint32_t> words;        // rows of the embedder's cache
  std::vector<std::uint8_t> word_vectors;  // without the treebank
  std::vector<std::uint8_t> inputs;        // with it
  std::vector<std::uint8_t> states;
  std::vector<float> upos, xpos, rules, relations;  // scores
  std::vector<float> arc_heads;                     // rectified
  std::vector<float> arc_queries;                   // of the dependents: bilinear part
  std::vector<float> arc_distances;                 // of the dependents: score of each distance
  std::vector<float> relation_dependents, relation_heads;
  std::vector<std::int16_t> hidden;  // of the layer at work, in fixed point
  std::vector<float> scratch;
  std::vector<float> columns;      // arc_heads of a piece, transposed
  std::vector<float> arcs;         // scores of a piece
  std::vector<std::size_t> heads;  // of all words, within their piece, 0 for the root
};

class ParserRunner {
 public:
  explicit ParserRunner(const ParserModel& model);

  // Tags, lemmas and trees; each sentence has at least one token.
  void parse(std::span<Sentence* const> sentences);
  // The activations of the last batch that was run: for tests.
  const ParserActivations& activations() const { return a_; }

 private:
  void run_batch(std::span<const Piece> pieces);
  void embed(std::span<const Piece> pieces);
  void score_tags();
  void score_arcs();
  void find_trees();
  ArcScores piece_arcs(std::size_t begin, std::size_t end);
  void score_relations();
  void write(std::span<const Piece> pieces);
  void write_token(std::size_t row, const Piece& piece, Token& token);
  void project(const PackedMatrix& weights, std::vector<float>& result) const;

  const ParserModel* model_;
  EmbedderCache cache_;
  Lemmatiser lemmatiser_;
  EncoderScratch scratch_;
  ParserActivations a_;
};

}  // namespace newsgraph
