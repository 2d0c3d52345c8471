#include "language/analyzer.h"

#include <utility>

#include "language/analyzer_impl.h"
#include "language/document_names.h"

namespace newsgraph {
namespace {

std::vector<Sentence*> unparsed(std::span<Sentence* const> sentences) {
  std::vector<Sentence*> wanted;
  for (Sentence* sentence : sentences) {
    if (!sentence->layers.parsed) wanted.push_back(sentence);
  }
  return wanted;
}

}  // namespace

Analyzer::Analyzer(std::shared_ptr<const Model> model) : impl_(std::make_unique<Impl>(std::move(model))) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::parse(std::span<Sentence* const> sentences) {
  impl_->runner.parse(unparsed(sentences));
}

void Analyzer::parse_stating(std::span<Sentence* const> sentences) {
  impl_->runner.parse_stating(unparsed(sentences));
}

std::vector<float> Analyzer::verify(std::span<Sentence* const> sentences,
                                    std::span<const ProposedClaim> claims) {
  return impl_->runner.verify(sentences, claims);
}

std::vector<std::vector<float>> Analyzer::impressions(std::span<Sentence* const> sentences,
                                                      std::span<const ProposedClaim> claims) {
  return impl_->runner.impressions(sentences, claims);
}

void Analyzer::name(std::span<Sentence* const> sentences) {
  DocumentNames(*this).add(sentences);
}

}  // namespace newsgraph
