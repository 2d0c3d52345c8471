#include "language/analyzer.h"

#include <utility>

#include "language/analyzer_impl.h"
#include "language/document_names.h"

namespace newsgraph {

Analyzer::Analyzer(std::shared_ptr<const Model> model) : impl_(std::make_unique<Impl>(std::move(model))) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;

void Analyzer::parse(std::span<Sentence* const> sentences) {
  std::vector<Sentence*> wanted;
  for (Sentence* sentence : sentences) {
    if (!sentence->layers.parsed) wanted.push_back(sentence);
  }
  impl_->runner.parse(wanted);
}

float Analyzer::verify(const Sentence& sentence, const ProposedClaim& claim) const {
  return impl_->model->impl().claims.verify(sentence, claim);
}

void Analyzer::name(std::span<Sentence* const> sentences) {
  DocumentNames(*this).add(sentences);
}

}  // namespace newsgraph
