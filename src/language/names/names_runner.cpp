#include "language/names/names_runner.h"

#include "language/names/names_lattice.h"

namespace newsgraph {

void NamesRunner::run(const WordStates& states) {
  const NamesModel& m = *model_;
  scratch_.resize(states.words() * m.hidden.row_size());
  kernels::multiply(m.hidden, states.rows.data(), states.width, states.words(), scratch_.data(),
                    m.hidden.row_size());
  hidden_.resize(scratch_.size());
  kernels::rectify(scratch_, kHiddenStep, hidden_.data());
  const std::size_t stride = m.emission.row_size();
  scores_.resize(states.words() * stride);
  kernels::multiply(m.emission, hidden_.data(), m.emission.inputs(), states.words(), scores_.data(), stride);
  for (std::size_t s = 0; s < states.segments.size(); ++s) {
    const Segment& segment = states.segments[s];
    auto& out = segment.sentence->name_scores;
    out.resize(segment.first * kNameTags);
    out.reserve(segment.sentence->tokens.size() * kNameTags);
    for (std::size_t i = 0; i < segment.size; ++i) {
      const float* row = scores_.data() + (states.starts[s] + i) * stride;
      out.insert(out.end(), row, row + kNameTags);
    }
  }
}

}  // namespace newsgraph
