#include "language/split/sentences.h"

#include "language/split/sentences_features.h"
#include "language/split/sentences_rules.h"
#include "support/embedded.h"
#include "support/weight_table.h"

NEWSGRAPH_EMBEDDED(newsgraph_boundaries_tsv);

namespace newsgraph {

namespace {

// Where a run of kMaxSentenceTokens is cut: after a mark in its last quarter, if there is one.
std::size_t cut_of(std::span<const RawToken> tokens, std::size_t first) {
  const std::size_t end = first + kMaxSentenceTokens;
  for (std::size_t i = end; i > end - kMaxSentenceTokens / 4; --i) {
    const TokenKind kind = tokens[i - 1].kind;
    if (kind == TokenKind::comma || kind == TokenKind::mark) return i;
  }
  return end;
}

bool learnt_boundary(const SentenceState& state, std::size_t right) {
  static const WeightTable weights(NEWSGRAPH_EMBEDDED_TEXT(newsgraph_boundaries_tsv), "sentence weights");
  FeatureScratch scratch;
  int score = weights.bias();
  for (const Feature& feature : boundary_features(state, right, scratch))
    score += weights.weight(hash_of(feature));
  return score > 0;
}

struct Style {
  bool title = false;
  bool informal = false;
};

bool ends_before(const SentenceState& state, std::size_t right, Style style) {
  if (!may_end_before(state, right)) return false;
  if (style.title && state.tokens()[right - 1].kind != TokenKind::terminal) return false;
  if (is_dateline_dash(state, right)) return false;
  if (!style.informal && (is_stray_stop(state, right) || closes_inside(state, right))) return false;
  return starts_after_abbreviation(state, right) || learnt_boundary(state, right);
}

}  // namespace

std::vector<std::size_t> sentence_ends(std::string_view text, std::span<const RawToken> tokens,
                                       std::span<const std::uint32_t> hard_breaks, bool title) {
  std::vector<std::size_t> ends;
  SentenceState state(text, tokens);
  const Style style{title, is_informal(state)};
  const auto end_at = [&](std::size_t index) {
    ends.push_back(index);
    state.restart(index);
  };
  auto next_break = hard_breaks.begin();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    bool broken = false;
    for (; next_break != hard_breaks.end() && *next_break <= tokens[i].begin; ++next_break) broken = true;
    if (i > state.first()) {
      if (broken || ends_before(state, i, style)) {
        end_at(i);
      } else if (i - state.first() == kMaxSentenceTokens) {
        end_at(cut_of(tokens, state.first()));
        for (std::size_t k = state.first(); k < i; ++k) state.advance(k);
      }
    }
    state.advance(i);
  }
  if (!tokens.empty()) ends.push_back(tokens.size());
  return ends;
}

}  // namespace newsgraph
