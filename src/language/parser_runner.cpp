#include "language/parser_runner.h"

#include <algorithm>

namespace newsgraph {
namespace {

// So many words make the matrices thick enough; more only costs memory.
constexpr std::size_t kBatchWords = 1024;

std::size_t best(std::span<const float> scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

std::span<const float> row(const std::vector<float>& rows, std::size_t r, const PackedMatrix& layer) {
  return std::span(rows).subspan(r * layer.row_size(), layer.outputs());
}

std::size_t round_up(std::size_t n) {
  return (n + 15) / 16 * 16;
}

// The variants of word vectors: for the lemma, and for the encoder.
constexpr std::size_t kPlain = 0, kOfTreebank = 1;

std::vector<float> added(const ParserModel& model) {
  std::vector<float> added(model.embedder.width());
  added.insert(added.end(), model.treebank.begin(), model.treebank.end());
  return added;
}

std::ptrdiff_t offset(std::size_t n) {
  return static_cast<std::ptrdiff_t>(n);
}

// Tokens of the piece that starts at `first`: up to the last punctuation mark that fits.
std::size_t piece_size(const Sentence& sentence, std::size_t first) {
  const std::size_t left = sentence.tokens.size() - first;
  if (left <= kMaxPiece) return left;
  for (std::size_t size = kMaxPiece; size > kMaxPiece / 2; --size) {
    const std::string_view form = sentence.tokens[first + size - 1].form;
    if (form == ";" || form == "." || form == ":" || form == ",") return size;
  }
  return kMaxPiece;
}

std::vector<Piece> cut(std::span<Sentence* const> sentences) {
  std::vector<Piece> pieces;
  for (Sentence* sentence : sentences) {
    for (std::size_t first = 0; first < sentence->tokens.size(); first += pieces.back().size) {
      pieces.push_back({sentence, first, piece_size(*sentence, first)});
    }
  }
  return pieces;
}

// Hangs the roots of later pieces on that of the first.
void join(std::span<const Piece> pieces) {
  std::int32_t root = 0;
  for (const Piece& piece : pieces) {
    for (Token& token : piece.tokens()) {
      if (token.head >= 0) continue;
      const auto index = static_cast<std::int32_t>(&token - piece.sentence->tokens.data());
      if (piece.first == 0) {
        root = index;
      } else {
        token.head = root;
        token.deprel = Deprel::parataxis;
      }
    }
  }
}

}  // namespace

ParserRunner::ParserRunner(const ParserModel& model)
    : model_(&model), cache_(model.embedder, added(model)), lemmatiser_(model.lemma_rules) {}

void ParserRunner::parse(std::span<Sentence* const> sentences) {
  const std::vector<Piece> pieces = cut(sentences);
  std::vector<Piece> by_length = pieces;
  std::stable_sort(by_length.begin(), by_length.end(),
                   [](const Piece& a, const Piece& b) { return a.size < b.size; });
  const std::span<const Piece> all = by_length;
  for (std::size_t first = 0; first < all.size();) {
    std::size_t last = first;
    for (std::size_t words = 0; last < all.size() && words < kBatchWords; ++last) words += all[last].size;
    run_batch(all.subspan(first, last - first));
    first = last;
  }
  join(pieces);
  for (Sentence* sentence : sentences) sentence->layers.parsed = true;
}

void ParserRunner::run_batch(std::span<const Piece> pieces) {
  embed(pieces);
  model_->encoder.run(a_.inputs, a_.starts, scratch_, a_.states);
  score_tags();
  score_arcs();
  find_trees();
  score_relations();
  write(pieces);
}

void ParserRunner::embed(std::span<const Piece> pieces) {
  a_.forms.clear();
  a_.starts.assign(1, 0);
  for (const Piece& piece : pieces) {
    for (const Token& token : piece.tokens()) a_.forms.push_back(token.form);
    a_.starts.push_back(a_.forms.size());
  }
  cache_.find(a_.forms, a_.words);
  const std::size_t width = model_->embedder.width();
  a_.word_vectors.resize(a_.forms.size() * width);
  a_.inputs.resize(a_.forms.size() * width);
  for (std::size_t r = 0; r < a_.words.size(); ++r) {
    std::ranges::copy(cache_.codes(a_.words[r], kPlain), a_.word_vectors.begin() + offset(r * width));
    std::ranges::copy(cache_.codes(a_.words[r], kOfTreebank), a_.inputs.begin() + offset(r * width));
  }
}

// A linear layer over the states of all words.
void ParserRunner::project(const PackedMatrix& weights, std::vector<float>& result) const {
  const std::size_t words = a_.starts.back();
  result.resize(words * weights.row_size());
  kernels::multiply(weights, a_.states.data(), weights.inputs(), words, result.data(), weights.row_size());
}

void ParserRunner::score_tags() {
  const ParserModel& m = *model_;
  const std::size_t words = a_.starts.back();
  project(m.upos, a_.upos);
  project(m.xpos, a_.xpos);
  project(m.lemma_context, a_.scratch);
  a_.rules.resize(words * m.lemma_word.row_size());
  kernels::multiply(m.lemma_word, a_.word_vectors.data(), m.lemma_word.inputs(), words, a_.rules.data(),
                    m.lemma_word.row_size());
  for (std::size_t i = 0; i < a_.scratch.size(); ++i) a_.scratch[i] += a_.rules[i];
  a_.hidden.resize(a_.scratch.size());
  kernels::rectify(a_.scratch, kHiddenStep, a_.hidden.data());
  a_.rules.resize(words * m.lemma_rule.row_size());
  kernels::multiply(m.lemma_rule, a_.hidden.data(), m.lemma_rule.inputs(), words, a_.rules.data(),
                    m.lemma_rule.row_size());
}

void ParserRunner::score_arcs() {
  const ParserModel& m = *model_;
  const std::size_t words = a_.starts.back();
  project(m.arc_head, a_.arc_heads);
  for (float& value : a_.arc_heads) value = std::max(value, 0.0F);
  project(m.arc_dependent, a_.scratch);
  a_.hidden.resize(a_.scratch.size());
  kernels::rectify(a_.scratch, kHiddenStep, a_.hidden.data());
  a_.arc_queries.resize(words * m.arc_bilinear.row_size());
  kernels::multiply(m.arc_bilinear, a_.hidden.data(), m.arc_bilinear.inputs(), words, a_.arc_queries.data(),
                    m.arc_bilinear.row_size());
  a_.arc_distances.resize(words * m.arc_distance.row_size());
  kernels::multiply(m.arc_distance, a_.hidden.data(), m.arc_distance.inputs(), words, a_.arc_distances.data(),
                    m.arc_distance.row_size());
}

void ParserRunner::find_trees() {
  a_.heads.clear();
  for (std::size_t p = 0; p + 1 < a_.starts.size(); ++p) {
    const std::vector<std::size_t> heads = best_tree(piece_arcs(a_.starts[p], a_.starts[p + 1]));
    a_.heads.insert(a_.heads.end(), heads.begin(), heads.end());
  }
}

ArcScores ParserRunner::piece_arcs(std::size_t begin, std::size_t end) {
  const ParserModel& m = *model_;
  const std::size_t words = end - begin;
  const std::size_t stride = round_up(words + 1);
  const std::size_t width = m.arc_head.outputs();
  a_.columns.assign(width * stride, 0.0F);
  for (std::size_t k = 0; k < width; ++k) {
    float* column = a_.columns.data() + k * stride;
    column[0] = m.root_arc_head[k];
    for (std::size_t j = 0; j < words; ++j)
      column[j + 1] = a_.arc_heads[(begin + j) * m.arc_head.row_size() + k];
  }
  a_.scratch.assign(stride, 0.0F);
  kernels::accumulate(m.arc_prior, a_.columns.data(), stride, stride, a_.scratch.data());
  a_.arcs.resize(words * stride);
  for (std::size_t d = 0; d < words; ++d) {
    float* scores = a_.arcs.data() + d * stride;
    const auto distances = row(a_.arc_distances, begin + d, m.arc_distance);
    for (std::size_t h = 0; h <= words; ++h) {
      scores[h] = a_.scratch[h] + distances[ParserModel::distance_row(h, d + 1)];
    }
    std::fill(scores + words + 1, scores + stride, 0.0F);
    kernels::accumulate(row(a_.arc_queries, begin + d, m.arc_bilinear), a_.columns.data(), stride, stride,
                        scores);
  }
  return {a_.arcs, words, stride};
}

void ParserRunner::score_relations() {
  const ParserModel& m = *model_;
  project(m.relation_dependent, a_.relation_dependents);
  project(m.relation_head, a_.relation_heads);
  const std::size_t width = m.relation_dependent.outputs();
  for (std::size_t p = 0; p + 1 < a_.starts.size(); ++p) {
    for (std::size_t r = a_.starts[p]; r < a_.starts[p + 1]; ++r) {
      const std::size_t head = a_.heads[r];
      const auto of_head = head == 0 ? std::span<const float>(m.root_relation_head)
                                     : row(a_.relation_heads, a_.starts[p] + head - 1, m.relation_head);
      const auto distance = m.relation_distance.row(ParserModel::distance_row(head, r - a_.starts[p] + 1));
      float* sum = a_.relation_dependents.data() + r * width;
      for (std::size_t i = 0; i < width; ++i) sum[i] = sum[i] + of_head[i] + distance[i];
    }
  }
  a_.hidden.resize(a_.relation_dependents.size());
  kernels::rectify(a_.relation_dependents, kHiddenStep, a_.hidden.data());
  a_.relations.resize(a_.forms.size() * m.relation.row_size());
  kernels::multiply(m.relation, a_.hidden.data(), width, a_.forms.size(), a_.relations.data(),
                    m.relation.row_size());
}

void ParserRunner::write(std::span<const Piece> pieces) {
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    for (std::size_t r = a_.starts[p]; r < a_.starts[p + 1]; ++r) {
      write_token(r, pieces[p], pieces[p].tokens()[r - a_.starts[p]]);
    }
  }
}

void ParserRunner::write_token(std::size_t r, const Piece& piece, Token& token) {
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
  token.head = static_cast<std::int32_t>(piece.first + head - 1);
  // The relation root belongs to the root alone: the best of those before and behind it.
  const auto scores = row(a_.relations, r, m.relation);
  const std::size_t before = m.root_label > 0 ? best(scores.first(m.root_label)) : m.root_label + 1;
  const auto rest = scores.subspan(m.root_label + 1);
  const std::size_t behind = rest.empty() ? before : m.root_label + 1 + best(rest);
  token.deprel = m.deprel_labels[scores[behind] > scores[before] ? behind : before];
}

}  // namespace newsgraph
