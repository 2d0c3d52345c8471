#include "language/document_names.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <string_view>
#include <vector>

#include "language/analyzer_impl.h"
#include "language/names_document.h"
#include "language/names_runner.h"

namespace newsgraph {
namespace {

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
    const auto form = [&](std::int32_t token) {
      return sentence.tokens[static_cast<std::size_t>(token)].form;
    };
    while (name.last > name.first && is_trademark_sign(form(name.last))) --name.last;
    sentence.names.push_back(name);
  }
}

}  // namespace

struct DocumentNames::Impl {
  NamesRunner* runner;
  std::vector<ReadPiece> pieces;  // in text order

  void read(std::span<Sentence* const> sentences);
  void agree();
};

void DocumentNames::Impl::read(std::span<Sentence* const> sentences) {
  auto more = runner->read(sentences);
  std::move(more.begin(), more.end(), std::back_inserter(pieces));
  std::ranges::stable_sort(pieces, std::less<>{},
                           [](const ReadPiece& piece) { return piece.sentence->begin; });
  for (Sentence* sentence : sentences) sentence->layers.named = true;
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
    : impl_(std::make_unique<Impl>(Impl{&analyzer.impl_->names_runner(), {}})) {}
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
