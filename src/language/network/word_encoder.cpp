#include "language/network/word_encoder.h"

#include <algorithm>

#include "language/network/word_case.h"

namespace newsgraph {
namespace {

constexpr std::size_t kBatchPieces = 192;

bool ends_segment(std::string_view form) {
  return form == ";" || form == "." || form == ":" || form == ",";
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

const WordStates& WordEncoder::run(std::span<const Segment> batch) {
  batch_.clear();
  ends_.clear();
  result_.segments = batch;
  result_.starts.assign(1, 0);
  for (const Segment& segment : batch) add(segment);
  encoder_->run(batch_, scratch_, states_);
  const std::size_t width = result_.width = encoder_->width();
  means_.resize(ends_.size() * width);
  for (std::size_t r = 0; r < ends_.size(); ++r) {
    const float* first = states_.data() + ends_[r].first * width;
    const float* last = states_.data() + ends_[r].last * width;
    for (std::size_t i = 0; i < width; ++i) means_[r * width + i] = (first[i] + last[i]) * 0.5F;
  }
  result_.rows.resize(means_.size());
  kernels::quantise(means_, kStateStep, result_.rows.data());
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
