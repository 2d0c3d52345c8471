#include "language/sentences.h"

#include <algorithm>

#include "language/sentences_features.h"
#include "language/sentences_weights.h"
#include "language/tokenize_characters.h"

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

bool starts_lower(const SentenceState& state, std::size_t index) {
  const RawToken& token = state.tokens()[index];
  if (token.kind != TokenKind::word || glyph_at(state.text(), token.begin).cls != CharClass::lower) return false;
  const std::string_view form = state.text().substr(token.begin, token.end - token.begin);
  return std::none_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Text whose writer does not care for capitals: it starts with a small letter, or has an "i".
bool is_informal(const SentenceState& state) {
  if (state.tokens().empty() || starts_lower(state, 0)) return true;
  return std::any_of(state.tokens().begin(), state.tokens().end(), [&](const RawToken& token) {
    return token.end - token.begin == 1 && state.text()[token.begin] == 'i';
  });
}

// A . ! or ? before a small letter. In edited text it is a slip of the pen, common in news that was
// machine-translated or spun ("despite the fact that. has not offered"), or belongs to a title
// ("its Yahoo! unit"), and ends no sentence.
bool is_stray_stop(const SentenceState& state, std::size_t right) {
  const RawToken& left = state.tokens()[right - 1];
  return left.kind == TokenKind::terminal && left.end - left.begin == 1 && starts_lower(state, right);
}

// A bracket that closes inside a sentence: nothing ended in it, and it stands neither at the start
// of the sentence nor after a full stop, as a reference does ("the United Nations (UN) General
// Assembly", but "in 1803. [6] In").
bool closes_inside(const SentenceState& state, std::size_t right) {
  const auto tokens = state.tokens();
  if (tokens[right - 1].kind != TokenKind::close || right < state.first() + 2) return false;
  if (tokens[right - 2].kind == TokenKind::terminal) return false;
  std::size_t open = right - 1;
  while (open > state.first() && tokens[open].kind != TokenKind::open) --open;
  if (open > state.first() && tokens[open - 1].kind == TokenKind::quote) --open;
  return open > state.first() && tokens[open - 1].kind != TokenKind::terminal;
}

// The dash after a place or an agency at the start of a paragraph: "BEIJING (Reuters) - China".
bool is_dateline_dash(const SentenceState& state, std::size_t right) {
  constexpr std::size_t kLongestDateline = 12;
  const RawToken& token = state.tokens()[right];
  if (right > kLongestDateline || state.tokens()[right - 1].kind == TokenKind::terminal) return false;
  const std::string_view form = state.text().substr(token.begin, token.end - token.begin);
  return form == "-" || form == "--" || form == "\u2013" || form == "\u2014";
}

bool learnt_boundary(const SentenceState& state, std::size_t right) {
  const auto& weights = BoundaryWeights::get();
  FeatureScratch scratch;
  int score = weights.bias();
  for (const Feature& feature : boundary_features(state, right, scratch)) score += weights.weight(hash_of(feature));
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
  return learnt_boundary(state, right);
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
