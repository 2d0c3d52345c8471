#include "language/claim_scores/claims_model.h"

#include <algorithm>
#include <array>
#include <string>

#include "language/network/model_layers.h"
#include "language/network/word_encoder.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

namespace {

PackedMatrix verifier_part(const ModelFile& file, const std::string& part, std::size_t states) {
  return read_layer(file, "claims.verifier." + part, 0, states, kStateStep);
}

}  // namespace

ClaimsModel::ClaimsModel(const ModelFile& file, std::size_t states,
                         const std::vector<std::int16_t>& root_state)
    : trigger(read_layer(file, "claims.trigger", kClaimRelations.size(), states, kStateStep)),
      status(read_layer(file, "claims.status", kClaimStatuses.size(), states, kStateStep)),
      subject(file, "claims.subject.", states, root_state),
      object(file, "claims.object.", states, root_state),
      verifier({verifier_part(file, "trigger", states), verifier_part(file, "subject", states),
                verifier_part(file, "object", states), verifier_part(file, "front", states)}),
      verdict(file.floats("claims.verifier.output", 1, verifier[0].outputs()).values),
      verdict_bias(file.floats("claims.verifier.bias", 1, 1).values.front()),
      root(root_state) {
  for (const PackedMatrix& part : verifier) {
    if (part.outputs() != verdict.size()) file.fail("the parts of its verifier do not match");
  }
  check_labels(file, "claims", "relations", kClaimRelations);
  check_labels(file, "claims", "statuses", kClaimStatuses);
}

namespace {

// The mean state of the words of a part, into `mean`.
void mean_of(const WordStates& states, std::size_t s, const ProposedClaim::Span& span,
             std::vector<float>& sum, std::vector<std::int16_t>& mean) {
  sum.assign(states.width, 0);
  mean.resize(states.width);
  for (auto word = span.first; word <= span.last; ++word) {
    const auto row = states.row(states.starts[s] + static_cast<std::size_t>(word));
    for (std::size_t i = 0; i < row.size(); ++i) sum[i] += static_cast<float>(row[i]);
  }
  const auto words = static_cast<float>(span.last - span.first + 1);
  for (float& value : sum) value /= words;
  kernels::quantise(sum, 1, mean.data());
}

}  // namespace

std::vector<float> ClaimsModel::hidden(const WordStates& states, std::size_t s,
                                       const ProposedClaim& claim) const {
  std::vector<float> sum, part(verifier[0].row_size()), hidden(part.size());
  std::vector<std::int16_t> mean;
  const auto add = [&](const PackedMatrix& weights, const std::int16_t* state) {
    kernels::multiply(weights, state, states.width, 1, part.data(), part.size());
    for (std::size_t k = 0; k < hidden.size(); ++k) hidden[k] += part[k];
  };
  const auto told = [](const ProposedClaim::Span& span, const ProposedClaim::Span& name) {
    return span.first >= 0 ? span : name;
  };
  const std::array spans{claim.trigger, told(claim.subject, claim.subject_name),
                         told(claim.object, claim.object_name)};
  for (std::size_t k = 0; k < spans.size(); ++k) {
    if (spans[k].first >= 0) mean_of(states, s, spans[k], sum, mean);
    add(verifier[k], spans[k].first >= 0 ? mean.data() : root.data());
  }
  add(verifier.back(), states.fronts.data() + s * states.width);
  hidden.resize(verdict.size());
  for (float& value : hidden) value = std::max(value, 0.0F);
  return hidden;
}

float ClaimsModel::verify(const WordStates& states, std::size_t s, const ProposedClaim& claim) const {
  const std::vector<float> values = hidden(states, s, claim);
  float logit = verdict_bias;
  for (std::size_t k = 0; k < verdict.size(); ++k) logit += values[k] * verdict[k];
  return logit;
}

}  // namespace newsgraph
