#include "language/network/word_encoder.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/network/word_case.h"

namespace newsgraph {
namespace {

constexpr std::size_t kBatchPieces = 192;

bool ends_segment(std::string_view form) {
  return form == ";" || form == "." || form == ":" || form == ",";
}

bool is_whole(const Segment& segment) {
  return segment.size == segment.sentence->tokens.size();
}

}  // namespace

std::vector<Segment> WordEncoder::cut(std::span<Sentence* const> sentences) {
  std::vector<Segment> segments;
  std::vector<std::size_t> counts;
  for (Sentence* sentence : sentences) {
    counts.clear();
    for (const Token& token : sentence->tokens) counts.push_back(cache_.find(token.form).count);
    for (std::size_t first = 0; first < counts.size();) {
      Segment segment{sentence, first, 0, 0};
      std::size_t good = 0, good_pieces = 0;  // up to the last mark that fits
      while (first + segment.size < counts.size() && segment.size < Segment::kMostTokens &&
             segment.pieces + counts[first + segment.size] <= Segment::kMostPieces) {
        segment.pieces += counts[first + segment.size];
        ++segment.size;
        if (!ends_segment(sentence->tokens[first + segment.size - 1].form)) continue;
        good = segment.size;
        good_pieces = segment.pieces;
      }
      if (first + segment.size < counts.size() && 2 * good > segment.size) {
        segment.size = good;
        segment.pieces = good_pieces;
      }
      segments.push_back(segment);
      first += segment.size;
    }
  }
  return segments;
}

std::size_t WordEncoder::batch(std::span<const Segment> segments) {
  std::size_t count = 0;
  for (std::size_t pieces = 0; count < segments.size() && pieces < kBatchPieces; ++count)
    pieces += segments[count].pieces + 2;
  return count;
}

void WordEncoder::start(std::span<const Segment> batch, bool marked) {
  batch_.clear();
  ends_.clear();
  fronts_.clear();
  result_.segments = batch;
  result_.starts.assign(1, 0);
  for (const Segment& segment : batch) {
    if (marked) {
      fronts_.push_back(batch_.wanted.size());
      batch_.wanted.push_back(batch_.ids.size());
    }
    add(segment);
  }
}

const WordStates& WordEncoder::run(std::span<const Segment> batch) {
  start(batch, false);
  encoder_->run(batch_, scratch_, states_);
  return means();
}

const WordStates& WordEncoder::run_stating(std::span<const Segment> batch) {
  start(batch, false);
  encoder_->begin(batch_, scratch_, states_);
  encoder_->skim(batch_, scratch_, states_, logits_);
  const std::size_t width = encoder_->width();
  kept_.clear();
  auto end = states_.begin();
  for (std::size_t s = 0; s < batch.size(); ++s) {
    // Headlines leave words out, by which the skimmer tells; they are short.
    if (logits_[s] < 0 && is_whole(batch[s]) && !batch[s].sentence->headline) continue;
    kept_.push_back(batch[s]);
    const auto row = [&](std::size_t r) { return states_.begin() + static_cast<std::ptrdiff_t>(r * width); };
    end = std::copy(row(batch_.starts[s]), row(batch_.starts[s + 1]), end);
  }
  states_.erase(end, states_.end());
  start(kept_, false);
  if (!kept_.empty()) encoder_->finish(batch_, scratch_, states_);
  return means();
}

const WordStates& WordEncoder::run_marked(std::span<const Segment> batch,
                                          std::span<const ProposedClaim> claims) {
  start(batch, true);
  batch_.marks.assign(batch_.ids.size(), 0);
  for (std::size_t s = 0; s < batch.size(); ++s) mark(claims[s], result_.starts[s]);
  encoder_->run(batch_, scratch_, states_);
  return means();
}

// Later spans win, as in training.
void WordEncoder::mark(const ProposedClaim& claim, std::size_t first_word) {
  const auto relation = static_cast<std::uint8_t>(1 + 3 * claim.relation);
  const std::array<std::pair<ProposedClaim::Span, std::uint8_t>, 5> parts{{{claim.object, 2},
                                                                           {claim.object_name, 2},
                                                                           {claim.subject, 1},
                                                                           {claim.subject_name, 1},
                                                                           {claim.trigger, 0}}};
  for (const auto& [span, role] : parts) {
    for (auto w = span.first; w >= 0 && w <= span.last; ++w) {
      const Ends& ends = ends_[first_word + static_cast<std::size_t>(w)];
      for (std::size_t r = batch_.wanted[ends.first]; r <= batch_.wanted[ends.last]; ++r)
        batch_.marks[r] = static_cast<std::uint8_t>(relation + role);
    }
  }
}

const WordStates& WordEncoder::means() {
  const std::size_t width = result_.width = encoder_->width();
  means_.resize(ends_.size() * width);
  for (std::size_t r = 0; r < ends_.size(); ++r) {
    const float* first = states_.data() + ends_[r].first * width;
    const float* last = states_.data() + ends_[r].last * width;
    for (std::size_t i = 0; i < width; ++i) means_[r * width + i] = (first[i] + last[i]) * 0.5F;
  }
  result_.rows.resize(means_.size());
  kernels::quantise(means_, kStateStep, result_.rows.data());
  result_.fronts.resize(fronts_.size() * width);
  for (std::size_t s = 0; s < fronts_.size(); ++s)
    kernels::quantise({states_.data() + fronts_[s] * width, width}, kStateStep,
                      result_.fronts.data() + s * width);
  return result_;
}

void WordEncoder::add(const Segment& segment) {
  const auto push = [&](std::uint32_t id, std::uint8_t letters) {
    batch_.ids.push_back(id);
    batch_.cases.push_back(letters);
  };
  push(pieces_->first(), sentence_case(capitals_of(segment.sentence->tokens)));
  for (const Token& token : segment.tokens()) {
    const FormPieces& form = cache_.find(token.form);
    const std::size_t first = batch_.wanted.size();
    batch_.wanted.push_back(batch_.ids.size());
    if (form.count > 1) batch_.wanted.push_back(batch_.ids.size() + form.count - 1);
    ends_.push_back({first, batch_.wanted.size() - 1});
    for (std::size_t k = 0; k < form.count; ++k)
      push(form.ids[k], k == 0 ? first_piece_case(form.letters) : later_piece_case(form.letters));
  }
  push(pieces_->behind(), 0);
  batch_.starts.push_back(batch_.ids.size());
  result_.starts.push_back(ends_.size());
}

}  // namespace newsgraph
