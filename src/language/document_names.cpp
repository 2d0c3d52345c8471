#include "language/document_names.h"

#include <algorithm>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "language/analyzer_impl.h"
#include "language/names/agreed_names.h"
#include "language/names/names_lattice.h"
#include "language/sentence/capitals.h"

namespace newsgraph {
namespace {

// Names do not reach over so many words, so a longer "sentence" loses next to nothing by being cut; what
// agreement costs grows with the square of the length.
constexpr std::size_t kMostWords = 400;

// A sentence that was read, or a part of a very long one.
struct ReadPiece {
  Sentence* sentence = nullptr;
  NamedSentence words;
};

void append_pieces(Sentence& sentence, const NameTransitions& transitions, std::vector<ReadPiece>& pieces) {
  const std::span<const Token> tokens = sentence.tokens;
  const std::span<const float> scores = sentence.name_scores;
  const Capitals capitals = capitals_of(tokens);
  for (std::size_t first = 0; first < tokens.size(); first += kMostWords) {
    const std::size_t size = std::min(kMostWords, tokens.size() - first);
    const auto part = scores.subspan(first * kNameTags, size * kNameTags);
    pieces.push_back({&sentence,
                      {tokens.subspan(first, size), capitals, NameLattice(part, transitions),
                       best_names(part, transitions)}});
  }
}

bool is_trademark_sign(std::string_view form) {
  return form == "™" || form == "®" || form == "©" || form == "℠";
}

// The names of pieces go back to their sentences, whose earlier pieces come first.
void append_names(const ReadPiece& piece, const std::vector<Name>& names) {
  Sentence& sentence = *piece.sentence;
  const auto first = static_cast<std::int32_t>(piece.words.tokens.data() - sentence.tokens.data());
  for (Name name : names) {
    name.first += first;
    name.last += first;
    while (name.last > name.first && is_trademark_sign(sentence.token(name.last).form)) --name.last;
    sentence.names.push_back(name);
  }
}

}  // namespace

struct DocumentNames::Impl {
  SentenceRunner* runner;
  const NameTransitions* transitions;
  std::vector<ReadPiece> pieces;  // in text order

  void read(std::span<Sentence* const> sentences);
  void agree();
};

void DocumentNames::Impl::read(std::span<Sentence* const> sentences) {
  std::vector<Sentence*> unscored;
  for (Sentence* sentence : sentences) {
    if (sentence->name_scores.size() != sentence->tokens.size() * kNameTags) unscored.push_back(sentence);
  }
  runner->score_names(unscored);
  for (Sentence* sentence : sentences) {
    append_pieces(*sentence, *transitions, pieces);
    sentence->layers.named = true;
  }
  std::ranges::stable_sort(pieces, std::less<>{},
                           [](const ReadPiece& piece) { return piece.sentence->begin; });
}

void DocumentNames::Impl::agree() {
  std::vector<const NamedSentence*> document;
  for (const ReadPiece& piece : pieces) {
    document.push_back(&piece.words);
    piece.sentence->names.clear();
  }
  const auto names = agreed_names(document);
  for (std::size_t p = 0; p < pieces.size(); ++p) append_names(pieces[p], names[p]);
}

DocumentNames::DocumentNames(Analyzer& analyzer)
    : impl_(std::make_unique<Impl>(
          Impl{&analyzer.impl_->runner, &analyzer.impl_->model->impl().names.transitions, {}})) {}
DocumentNames::~DocumentNames() = default;
DocumentNames::DocumentNames(DocumentNames&&) noexcept = default;
DocumentNames& DocumentNames::operator=(DocumentNames&&) noexcept = default;

void DocumentNames::add(std::span<Sentence* const> sentences) {
  std::vector<Sentence*> unread;
  for (Sentence* sentence : sentences) {
    if (!sentence->layers.named) unread.push_back(sentence);
  }
  impl_->read(unread);
  impl_->agree();
}

}  // namespace newsgraph
