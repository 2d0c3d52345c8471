#include "language/sentence_runner.h"

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

}  // namespace

SentenceRunner::SentenceRunner(const Model::Impl& model)
    : encoder_(model.pieces, model.encoder),
      parser_(model.parser),
      names_(model.names),
      claims_(model.claims) {}

void SentenceRunner::parse(std::span<Sentence* const> sentences) {
  const std::vector<Segment> segments = encoder_.cut(sentences);
  for_batches(encoder_, segments, [&](const WordStates& states) {
    parser_.run(states);
    names_.run(states);
    claims_.run(states);
  });
  join_trees(segments);
  for (Sentence* sentence : sentences) sentence->layers.parsed = true;
}

void SentenceRunner::score_names(std::span<Sentence* const> sentences) {
  const std::vector<Segment> segments = encoder_.cut(sentences);
  for_batches(encoder_, segments, [&](const WordStates& states) { names_.run(states); });
}

}  // namespace newsgraph
