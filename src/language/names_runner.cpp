#include "language/names_runner.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "support/utf8.h"

namespace newsgraph {
namespace {

// So many words make the matrices thick enough; more only costs memory.
constexpr std::size_t kBatchWords = 1024;
// Names do not reach over so many words, so a longer "sentence" loses next to nothing by being cut.
constexpr std::size_t kMaxWords = 400;

}  // namespace

std::vector<NamesRunner::Piece> NamesRunner::cut(std::span<Sentence* const> sentences) {
  std::vector<Piece> pieces;
  for (Sentence* sentence : sentences) {
    const std::span<const Token> tokens = sentence->tokens;
    const Capitals capitals = capitals_of(tokens);
    for (std::size_t first = 0; first < tokens.size(); first += kMaxWords) {
      pieces.push_back(
          {sentence, tokens.subspan(first, std::min(kMaxWords, tokens.size() - first)), capitals});
    }
  }
  return pieces;
}

std::vector<ReadPiece> NamesRunner::read(std::span<Sentence* const> sentences) {
  const std::vector<Piece> pieces = cut(sentences);
  std::vector<ReadPiece> result;
  result.reserve(pieces.size());
  const std::span<const Piece> all = pieces;
  for (std::size_t first = 0; first < all.size();) {
    std::size_t last = first;
    for (std::size_t words = 0; last < all.size() && words < kBatchWords; ++last)
      words += all[last].tokens.size();
    run_batch(all.subspan(first, last - first));
    for (std::size_t p = first; p < last; ++p) {
      const auto scores = piece_scores(p - first);
      result.push_back({all[p].sentence,
                        {all[p].tokens, all[p].capitals, NameLattice(scores, model_->transitions),
                         best_names(scores, model_->transitions)}});
    }
    first = last;
  }
  return result;
}

std::vector<float> NamesRunner::scores(const Sentence& sentence) {
  const Piece piece = {nullptr, sentence.tokens, capitals_of(sentence.tokens)};
  run_batch({&piece, 1});
  return scores_;
}

std::span<const float> NamesRunner::piece_scores(std::size_t piece) const {
  return std::span(scores_).subspan(starts_[piece] * kNameTags,
                                    (starts_[piece + 1] - starts_[piece]) * kNameTags);
}

void NamesRunner::run_batch(std::span<const Piece> pieces) {
  embed(pieces);
  model_->encoder.run(inputs_, starts_, scratch_, states_);
  const PackedMatrix& emission = model_->emission;
  const std::size_t words = starts_.back();
  padded_.resize(words * emission.row_size());
  kernels::multiply(emission, states_.data(), emission.inputs(), words, padded_.data(), emission.row_size());
  scores_.resize(words * kNameTags);
  for (std::size_t r = 0; r < words; ++r) {
    std::copy_n(padded_.data() + r * emission.row_size(), kNameTags, scores_.data() + r * kNameTags);
  }
}

void NamesRunner::embed(std::span<const Piece> pieces) {
  forms_.clear();
  lowered_.clear();
  starts_.assign(1, 0);
  for (const Piece& piece : pieces) {
    for (const Token& token : piece.tokens) {
      const bool lower = piece.capitals == Capitals::uninformative;
      forms_.push_back(lower ? lowered_.emplace_back(utf8::lower(token.form)) : token.form);
    }
    starts_.push_back(forms_.size());
  }
  cache_.find(forms_, words_);
  const std::size_t width = model_->embedder.width();
  inputs_.resize(forms_.size() * width);
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    const auto context = static_cast<std::size_t>(pieces[p].capitals);
    for (std::size_t r = starts_[p]; r < starts_[p + 1]; ++r) {
      const auto codes = cache_.codes(words_[r], context);
      std::ranges::copy(codes, inputs_.begin() + static_cast<std::ptrdiff_t>(r * width));
    }
  }
}

}  // namespace newsgraph
