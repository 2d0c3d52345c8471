#include "claims/confidence/verdicts.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "claims/confidence/once_more.h"
#include "claims/confidence/scorer.h"

namespace newsgraph {

namespace {

// What the model reads, and with which marks.
std::string key_of(const OnceMore& asked, std::uint32_t begin) {
  std::string key = std::to_string(begin) + ' ' + std::to_string(asked.claim.relation);
  const ProposedClaim& claim = asked.claim;
  for (const ProposedClaim::Span& span :
       {claim.trigger, claim.subject, claim.object, claim.subject_name, claim.object_name})
    key += ' ' + std::to_string(span.first) + '-' + std::to_string(span.last);
  for (const ProposedClaim::Span& span : {claim.subject_name, claim.object_name}) {
    for (auto t = span.first; t >= 0 && t <= span.last; ++t)
      key.append(1, ' ').append(asked.sentence.token(t).form);
  }
  return key;
}

}  // namespace

std::vector<float> Verdicts::of(Analyzer& analyzer, const Sentence& sentence, const Sentence* before,
                                std::span<Finding* const> findings) {
  std::vector<OnceMore> asked;
  std::vector<std::string> keys;  // of the findings, empty where there is nothing to ask
  std::vector<std::string> new_keys;
  for (const Finding* finding : findings) {
    const auto claim = proposed(*finding, sentence);
    keys.emplace_back();
    if (!claim) continue;
    OnceMore once = once_more(*finding, *claim, sentence, before);
    keys.back() = key_of(once, sentence.begin);
    if (known_.contains(keys.back()) || std::ranges::count(new_keys, keys.back()) > 0) continue;
    new_keys.push_back(keys.back());
    asked.push_back(std::move(once));
  }
  std::vector<Sentence*> sentences;
  std::vector<ProposedClaim> claims;
  for (OnceMore& once : asked) {
    sentences.push_back(&once.sentence);
    claims.push_back(once.claim);
  }
  const auto logits = analyzer.verify(sentences, claims);
  for (std::size_t k = 0; k < asked.size(); ++k) known_[new_keys[k]] = logits[k];
  std::vector<float> result;
  result.reserve(keys.size());
  for (const std::string& key : keys) result.push_back(key.empty() ? 0 : known_.at(key));
  return result;
}

}  // namespace newsgraph
