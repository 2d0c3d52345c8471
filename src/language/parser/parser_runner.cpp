#include "language/parser/parser_runner.h"

#include <algorithm>

namespace newsgraph {
namespace {

std::size_t best(std::span<const float> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

std::span<const float> row(const std::vector<float>& rows, std::size_t r, const PackedMatrix& layer) {
  return std::span(rows).subspan(r * layer.row_size(), layer.outputs());
}

}  // namespace

void join_trees(std::span<const Segment> segments) {
  std::int32_t root = 0;
  for (const Segment& segment : segments) {
    for (Token& token : segment.tokens()) {
      if (token.head >= 0) continue;
      const auto index = static_cast<std::int32_t>(&token - segment.sentence->tokens.data());
      if (segment.first == 0) {
        root = index;
      } else {
        token.head = root;
        token.deprel = Deprel::parataxis;
      }
    }
  }
}

void ParserRunner::run(const WordStates& states) {
  score_tags(states);
  find_trees(states);
  score_relations(states);
  for (std::size_t s = 0; s < states.segments.size(); ++s) {
    const Segment& segment = states.segments[s];
    for (std::size_t i = 0; i < segment.size; ++i)
      write_token(states.starts[s] + i, segment, segment.tokens()[i]);
  }
}

// A linear layer over the states of all words.
void ParserRunner::project(const WordStates& states, const PackedMatrix& weights,
                           std::vector<float>& result) {
  result.resize(states.words() * weights.row_size());
  kernels::multiply(weights, states.rows.data(), states.width, states.words(), result.data(),
                    weights.row_size());
}

void ParserRunner::score_tags(const WordStates& states) {
  const ParserModel& m = *model_;
  project(states, m.upos, a_.upos);
  project(states, m.xpos, a_.xpos);
  project(states, m.lemma_context, a_.scratch);
  a_.hidden.resize(a_.scratch.size());
  kernels::rectify(a_.scratch, kHiddenStep, a_.hidden.data());
  a_.rules.resize(states.words() * m.lemma_rule.row_size());
  kernels::multiply(m.lemma_rule, a_.hidden.data(), m.lemma_rule.inputs(), states.words(), a_.rules.data(),
                    m.lemma_rule.row_size());
}

void ParserRunner::find_trees(const WordStates& states) {
  scorer_.set_heads(states.rows);
  scorer_.set_dependents(states.rows);
  a_.heads.clear();
  for (std::size_t s = 0; s + 1 < states.starts.size(); ++s) {
    const std::size_t begin = states.starts[s], words = states.starts[s + 1] - begin;
    scorer_.choose(begin, begin + words);
    const std::size_t stride = scorer_.stride();
    a_.arcs.resize(words * stride);
    for (std::size_t d = 0; d < words; ++d) scorer_.score(begin + d, d + 1, a_.arcs.data() + d * stride);
    const std::vector<std::size_t> heads = best_tree({a_.arcs, words, stride});
    a_.heads.insert(a_.heads.end(), heads.begin(), heads.end());
  }
}

void ParserRunner::score_relations(const WordStates& states) {
  const ParserModel& m = *model_;
  project(states, m.relation_dependent, a_.relation_dependents);
  project(states, m.relation_head, a_.relation_heads);
  const std::size_t width = m.relation_dependent.outputs();
  for (std::size_t s = 0; s + 1 < states.starts.size(); ++s) {
    const std::size_t begin = states.starts[s];
    for (std::size_t r = begin; r < states.starts[s + 1]; ++r) {
      const std::size_t head = a_.heads[r];
      const auto of_head = head == 0 ? std::span<const float>(m.root_relation_head)
                                     : row(a_.relation_heads, begin + head - 1, m.relation_head);
      const auto distance = m.relation_distance.row(distance_row(head, r - begin + 1));
      float* sum = a_.relation_dependents.data() + r * width;
      for (std::size_t i = 0; i < width; ++i) sum[i] = sum[i] + of_head[i] + distance[i];
    }
  }
  a_.hidden.resize(a_.relation_dependents.size());
  kernels::rectify(a_.relation_dependents, kHiddenStep, a_.hidden.data());
  a_.relations.resize(states.words() * m.relation.row_size());
  kernels::multiply(m.relation, a_.hidden.data(), width, states.words(), a_.relations.data(),
                    m.relation.row_size());
}

void ParserRunner::write_token(std::size_t r, const Segment& segment, Token& token) {
  const ParserModel& m = *model_;
  token.upos = m.upos_labels[best(row(a_.upos, r, m.upos))];
  token.xpos = m.xpos_labels[best(row(a_.xpos, r, m.xpos))];
  token.lemma = lemmatiser_.lemma(token.form, token.upos, token.xpos, row(a_.rules, r, m.lemma_rule));
  const std::size_t head = a_.heads[r];
  if (head == 0) {
    token.head = -1;
    token.deprel = Deprel::root;
    return;
  }
  token.head = static_cast<std::int32_t>(segment.first + head - 1);
  // The relation root belongs to the root alone: the best of those before and behind it.
  const auto scores = row(a_.relations, r, m.relation);
  const std::size_t before = m.root_label > 0 ? best(scores.first(m.root_label)) : m.root_label + 1;
  const auto rest = scores.subspan(m.root_label + 1);
  const std::size_t behind = rest.empty() ? before : m.root_label + 1 + best(rest);
  token.deprel = m.deprel_labels[scores[behind] > scores[before] ? behind : before];
}

}  // namespace newsgraph
