#include "language/sentence_runner.h"

#include <algorithm>

namespace newsgraph {
namespace {

// Calls `use` with the states of one batch of segments after the other.
template <typename Use>
void for_batches(WordEncoder& encoder, std::span<const Segment> segments, Use use) {
  while (!segments.empty()) {
    const std::size_t count = WordEncoder::batch(segments);
    use(encoder.run(segments.first(count)));
    segments = segments.subspan(count);
  }
}

// The part of a sentence that holds a token.
Segment part_of(const std::vector<Segment>& parts, std::int32_t token) {
  const auto behind = std::ranges::find_if(
      parts, [&](const Segment& part) { return token < static_cast<std::int32_t>(part.first + part.size); });
  return behind == parts.end() ? parts.back() : *behind;
}

// The claim by the tokens of a part; what lies outside is elsewhere.
ProposedClaim within(ProposedClaim claim, const Segment& part) {
  const auto first = static_cast<std::int32_t>(part.first), size = static_cast<std::int32_t>(part.size);
  for (ProposedClaim::Span* span :
       {&claim.trigger, &claim.subject, &claim.object, &claim.subject_name, &claim.object_name}) {
    if (span->first < 0) continue;
    span->first -= first;
    span->last = std::min(span->last - first, size - 1);
    if (span->first < 0 || span->first > span->last) *span = {};
  }
  return claim;
}

}  // namespace

SentenceRunner::SentenceRunner(const Model::Impl& model)
    : encoder_(model.pieces, model.encoder),
      parser_(model.parser),
      names_(model.names),
      claims_(model.claims),
      claims_model_(&model.claims) {}

void SentenceRunner::read(const WordStates& states) {
  parser_.run(states);
  names_.run(states);
  claims_.run(states);
}

void SentenceRunner::parse(std::span<Sentence* const> sentences) {
  const std::vector<Segment> segments = encoder_.cut(sentences);
  for_batches(encoder_, segments, [&](const WordStates& states) { read(states); });
  join_trees(segments);
  for (Sentence* sentence : sentences) sentence->layers.parsed = true;
}

void SentenceRunner::parse_stating(std::span<Sentence* const> sentences) {
  const std::vector<Segment> segments = encoder_.cut(sentences);
  std::vector<Segment> kept;
  for (std::span<const Segment> rest = segments; !rest.empty();) {
    const std::size_t count = WordEncoder::batch(rest);
    const WordStates& states = encoder_.run_stating(rest.first(count));
    if (!states.segments.empty()) read(states);
    kept.insert(kept.end(), states.segments.begin(), states.segments.end());
    rest = rest.subspan(count);
  }
  join_trees(kept);
  for (const Segment& segment : kept) segment.sentence->layers.parsed = true;
}

template <typename Visit>
void SentenceRunner::for_marked(std::span<Sentence* const> sentences, std::span<const ProposedClaim> claims,
                                const Visit& visit) {
  std::vector<Segment> segments;
  std::vector<ProposedClaim> marked;
  for (std::size_t k = 0; k < claims.size(); ++k) {
    segments.push_back(part_of(encoder_.cut(sentences.subspan(k, 1)), claims[k].trigger.first));
    marked.push_back(within(claims[k], segments.back()));
  }
  for (std::size_t first = 0; first < claims.size();) {
    const auto rest = std::span<const Segment>(segments).subspan(first);
    const std::size_t count = WordEncoder::batch(rest);
    const WordStates& states =
        encoder_.run_marked(rest.first(count), std::span<const ProposedClaim>(marked).subspan(first, count));
    for (std::size_t s = 0; s < count; ++s) visit(states, s, marked[first + s]);
    first += count;
  }
}

std::vector<float> SentenceRunner::verify(std::span<Sentence* const> sentences,
                                          std::span<const ProposedClaim> claims) {
  std::vector<float> logits;
  for_marked(sentences, claims, [&](const WordStates& states, std::size_t s, const ProposedClaim& claim) {
    logits.push_back(claims_model_->verify(states, s, claim));
  });
  return logits;
}

std::vector<std::vector<float>> SentenceRunner::impressions(std::span<Sentence* const> sentences,
                                                            std::span<const ProposedClaim> claims) {
  std::vector<std::vector<float>> impressions;
  for_marked(sentences, claims, [&](const WordStates& states, std::size_t s, const ProposedClaim& claim) {
    impressions.push_back(claims_model_->hidden(states, s, claim));
  });
  return impressions;
}

void SentenceRunner::score_names(std::span<Sentence* const> sentences) {
  const std::vector<Segment> segments = encoder_.cut(sentences);
  for_batches(encoder_, segments, [&](const WordStates& states) { names_.run(states); });
}

}  // namespace newsgraph
