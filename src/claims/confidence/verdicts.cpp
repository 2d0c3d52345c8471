#include "claims/confidence/verdicts.h"

#include "claims/confidence/scorer.h"

namespace newsgraph {

std::vector<float> Verdicts::of(Analyzer& analyzer, Sentence& sentence, std::span<Finding* const> findings) {
  std::vector<ProposedClaim> asked;
  for (const Finding* finding : findings) {
    const auto claim = proposed(*finding, sentence);
    if (claim && !known_.contains(key(sentence, *claim))) asked.push_back(*claim);
  }
  const auto logits = analyzer.verify(sentence, asked);
  for (std::size_t k = 0; k < asked.size(); ++k) known_[key(sentence, asked[k])] = logits[k];
  std::vector<float> result;
  for (const Finding* finding : findings) {
    const auto claim = proposed(*finding, sentence);
    result.push_back(claim ? known_.at(key(sentence, *claim)) : 0);
  }
  return result;
}

Verdicts::Key Verdicts::key(const Sentence& sentence, const ProposedClaim& claim) {
  return {sentence.begin,      static_cast<std::int64_t>(claim.relation),
          claim.trigger.first, claim.trigger.last,
          claim.subject.first, claim.subject.last,
          claim.object.first,  claim.object.last};
}

}  // namespace newsgraph
