#include "language/claim_scores/claims_model.h"

#include <algorithm>
#include <array>

#include "language/network/model_layers.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

ClaimsModel::ClaimsModel(const ModelFile& file, std::size_t states, const std::vector<std::int16_t>& root)
    : trigger(read_layer(file, "claims.trigger", kClaimRelations.size(), states, kStateStep)),
      status(read_layer(file, "claims.status", kClaimStatuses.size(), states, kStateStep)),
      subject(file, "claims.subject.", states, root),
      object(file, "claims.object.", states, root),
      views(read_layer(file, "claims.verifier.views", 3 * kClaimView, states, kStateStep)),
      root_views(of_root(views, root)),
      relations(file.floats("claims.verifier.relations", kClaimRelations.size(), kClaimView)),
      verdict(file.floats("claims.verifier.output", 1, kClaimView)),
      verdict_bias(file.floats("claims.verifier.bias", 1, 1).values.front()) {
  check_labels(file, "claims", "relations", kClaimRelations);
  check_labels(file, "claims", "statuses", kClaimStatuses);
}

namespace {

// The mean of the words' views for one part, or the root's for none.
void add_view(const Sentence& sentence, const ProposedClaim::Span& span, std::size_t part,
              const std::vector<float>& root_views, std::array<float, kClaimView>& sum) {
  const std::size_t offset = part * kClaimView;
  if (span.first < 0) {
    for (std::size_t k = 0; k < kClaimView; ++k) sum[k] += root_views[offset + k];
    return;
  }
  const auto words = static_cast<float>(span.last - span.first + 1);
  for (std::size_t k = 0; k < kClaimView; ++k) {
    float mean = 0;
    for (auto word = static_cast<std::size_t>(span.first); word <= static_cast<std::size_t>(span.last);
         ++word)
      mean += sentence.claim_views[word * 3 * kClaimView + offset + k];
    sum[k] += mean / words;
  }
}

}  // namespace

float ClaimsModel::verify(const Sentence& sentence, const ProposedClaim& claim) const {
  if (sentence.claim_views.empty()) return 0;
  std::array<float, kClaimView> sum{};
  std::ranges::copy(relations.row(claim.relation), sum.begin());
  add_view(sentence, claim.trigger, 0, root_views, sum);
  add_view(sentence, claim.subject, 1, root_views, sum);
  add_view(sentence, claim.object, 2, root_views, sum);
  float logit = verdict_bias;
  for (std::size_t k = 0; k < kClaimView; ++k) logit += std::max(sum[k], 0.0F) * verdict.values[k];
  return logit;
}

}  // namespace newsgraph
