#include "claims/confidence/verdicts.h"

#include <algorithm>
#include <cstdint>
#include <optional>
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

// Findings of relations that the model was not taught are shown under the marks of this one.
constexpr std::size_t kShownAs = 0;

// What is asked of each finding, once where several ask the same, and is kept in `known`.
template <typename Value, typename Propose, typename Ask>
std::vector<Value> asked_once(std::map<std::string, Value>& known, const Sentence& sentence,
                              const Sentence* before, std::span<Finding* const> findings,
                              const Propose& propose, const Ask& ask) {
  std::vector<OnceMore> asked;
  std::vector<std::string> keys;  // of the findings, empty where there is nothing to ask
  std::vector<std::string> new_keys;
  for (const Finding* finding : findings) {
    const std::optional<ProposedClaim> claim = propose(*finding);
    keys.emplace_back();
    if (!claim) continue;
    OnceMore once = once_more(*finding, *claim, sentence, before);
    keys.back() = key_of(once, sentence.begin);
    if (known.contains(keys.back()) || std::ranges::count(new_keys, keys.back()) > 0) continue;
    new_keys.push_back(keys.back());
    asked.push_back(std::move(once));
  }
  std::vector<Sentence*> sentences;
  std::vector<ProposedClaim> claims;
  for (OnceMore& once : asked) {
    sentences.push_back(&once.sentence);
    claims.push_back(once.claim);
  }
  const std::vector<Value> answers = ask(sentences, claims);
  for (std::size_t k = 0; k < asked.size(); ++k) known[new_keys[k]] = answers[k];
  std::vector<Value> result;
  result.reserve(keys.size());
  for (const std::string& key : keys) result.push_back(key.empty() ? Value{} : known.at(key));
  return result;
}

}  // namespace

std::vector<float> Verdicts::of(Analyzer& analyzer, const Sentence& sentence, const Sentence* before,
                                std::span<Finding* const> findings) {
  return asked_once(
      known_, sentence, before, findings, [&](const Finding& finding) { return proposed(finding, sentence); },
      [&](const auto& sentences, const auto& claims) { return analyzer.verify(sentences, claims); });
}

std::vector<std::vector<float>> Verdicts::impressions(Analyzer& analyzer, const Sentence& sentence,
                                                      const Sentence* before,
                                                      std::span<Finding* const> findings) {
  return asked_once(
      seen_, sentence, before, findings,
      [&](const Finding& finding) { return proposed(finding, sentence, kShownAs); },
      [&](const auto& sentences, const auto& claims) { return analyzer.impressions(sentences, claims); });
}

}  // namespace newsgraph
