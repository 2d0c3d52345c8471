// Runs the recogniser of names over sentences, each by itself.
#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/embedder_cache.h"
#include "language/encoder.h"
#include "language/names_document.h"
#include "language/names_model.h"
#include "language/sentence.h"

namespace newsgraph {

// A sentence that was read, or a part of a very long one.
struct ReadPiece {
  Sentence* sentence = nullptr;
  NamedSentence words;
};

class NamesRunner {
 public:
  explicit NamesRunner(const NamesModel& model)
      : model_(&model), cache_(model.embedder, model.context.values) {}

  // Reads sentences of at least one token each; what comes of it keeps views of their tokens.
  std::vector<ReadPiece> read(std::span<Sentence* const> sentences);

  // Scores of every word of a sentence, kNameTags each, as the CRF takes them. For tests.
  std::vector<float> scores(const Sentence& sentence);

 private:
  // Tokens of a sentence that are read together: a very long one is cut.
  struct Piece {
    Sentence* sentence;
    std::span<const Token> tokens;
    Capitals capitals;
  };

  static std::vector<Piece> cut(std::span<Sentence* const> sentences);
  void run_batch(std::span<const Piece> pieces);
  void embed(std::span<const Piece> pieces);
  std::span<const float> piece_scores(std::size_t piece) const;

  const NamesModel* model_;
  EmbedderCache cache_;
  EncoderScratch scratch_;
  std::vector<std::string_view> forms_;
  std::deque<std::string> lowered_;   // forms of sentences whose capitals tell nothing
  std::vector<std::uint32_t> words_;  // rows of the cache
  std::vector<std::size_t> starts_;   // of the pieces of a batch, and the end
  std::vector<std::uint8_t> inputs_;
  std::vector<std::uint8_t> states_;
  std::vector<float> padded_;  // scores as the kernel writes them
  std::vector<float> scores_;  // kNameTags a word
};

}  // namespace newsgraph
