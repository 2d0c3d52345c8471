// From sentences to a state for each of their words: word pieces, the encoder, and the mean of the states of
// a word's first and last piece.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/network/encoder.h"
#include "language/network/word_pieces.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// Tokens of a sentence that are read together. A sentence of more tokens or more word pieces is cut, behind a
// punctuation mark where there is one: the cost of a sentence grows with its length squared, and the encoder
// knows as many positions. No sentence of the treebanks is nearly as long.
struct Segment {
  static constexpr std::size_t kMostTokens = 400;
  static constexpr std::size_t kMostPieces = 500;

  Sentence* sentence = nullptr;
  std::size_t first = 0;
  std::size_t size = 0;
  std::size_t pieces = 0;

  std::span<Token> tokens() const { return std::span(sentence->tokens).subspan(first, size); }
};

// A batch of segments, a row a word.
struct WordStates {
  std::span<const Segment> segments;
  std::vector<std::size_t> starts;   // first row of each segment, and the end
  std::vector<std::int16_t> rows;    // in steps of kStateStep
  std::vector<std::int16_t> fronts;  // of run_marked(): a row a segment, the state in front of its words
  std::size_t width = 0;

  std::size_t words() const { return starts.back(); }
  std::span<const std::int16_t> row(std::size_t r) const { return std::span(rows).subspan(r * width, width); }
};

class WordEncoder {
 public:
  // `pieces` has as many pieces as the encoder has vectors, whose positions are enough for a segment.
  WordEncoder(const WordPieces& pieces, const Encoder& encoder)
      : encoder_(&encoder), pieces_(&pieces), cache_(pieces) {}

  // The segments of sentences of at least one token each, in order.
  std::vector<Segment> cut(std::span<Sentence* const> sentences);
  // How many segments from the first on make a batch: enough to make the matrices thick, little enough for
  // the caches.
  static std::size_t batch(std::span<const Segment> segments);
  // The states of a batch, valid until the next call.
  const WordStates& run(std::span<const Segment> batch);
  // The same for those segments that may state a claim, as the first layers see it, and for parts of long
  // sentences.
  const WordStates& run_stating(std::span<const Segment> batch);
  // The same with the words of claims marked: claims[k] is one of segment k, its spans count from there.
  const WordStates& run_marked(std::span<const Segment> batch, std::span<const ProposedClaim> claims);

 private:
  // The first and the last piece of a word among the wanted rows.
  struct Ends {
    std::size_t first, last;
  };

  void start(std::span<const Segment> batch, bool marked);
  void add(const Segment& segment);
  void mark(const ProposedClaim& claim, std::size_t first_word);
  const WordStates& means();

  const Encoder* encoder_;
  const WordPieces* pieces_;
  WordPieceCache cache_;
  PieceBatch batch_;
  std::vector<Ends> ends_;
  std::vector<std::size_t> fronts_;  // among the wanted rows
  EncoderScratch scratch_;
  std::vector<float> states_;
  std::vector<float> means_;
  std::vector<float> logits_;
  std::vector<Segment> kept_;
  WordStates result_;
};

}  // namespace newsgraph
