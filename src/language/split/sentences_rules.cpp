#include "language/split/sentences_rules.h"

#include <algorithm>

#include "language/split/tokenize_characters.h"
#include "language/split/tokenize_lexicon.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

std::string_view form_at(const SentenceState& state, std::size_t index) {
  const RawToken& token = state.tokens()[index];
  return state.text().substr(token.begin, token.end - token.begin);
}

bool starts_lower(const SentenceState& state, std::size_t index) {
  const std::string_view form = form_at(state, index);
  if (state.tokens()[index].kind != TokenKind::word || glyph_at(form, 0).cls != CharClass::lower)
    return false;
  return std::none_of(form.begin(), form.end(), [](char c) { return is_ascii_upper(c); });
}

// "wants to buy Vega Inc. Vega said": a company that the sentence has named without its "Inc." goes on in the
// next one.
bool names_company_again(const SentenceState& state, std::size_t right) {
  static constexpr std::size_t kLongestName = 6;
  if (state.tokens()[right].kind != TokenKind::word ||
      state.tokens()[right - 1].kind != TokenKind::abbreviation)
    return false;
  const auto capitalised = [&](std::size_t index) {
    return glyph_at(form_at(state, index), 0).cls == CharClass::upper;
  };
  std::size_t begin = right - 1;
  while (begin > state.first() && right - begin < kLongestName && capitalised(begin - 1)) --begin;
  return begin < right - 1 && form_at(state, begin) == form_at(state, right);
}

}  // namespace

bool is_informal(const SentenceState& state) {
  if (state.tokens().empty() || starts_lower(state, 0)) return true;
  return std::any_of(state.tokens().begin(), state.tokens().end(), [&](const RawToken& token) {
    return token.end - token.begin == 1 && state.text()[token.begin] == 'i';
  });
}

bool is_stray_stop(const SentenceState& state, std::size_t right) {
  const RawToken& left = state.tokens()[right - 1];
  return left.kind == TokenKind::terminal && left.end - left.begin == 1 && starts_lower(state, right);
}

bool closes_inside(const SentenceState& state, std::size_t right) {
  const auto tokens = state.tokens();
  if (tokens[right - 1].kind != TokenKind::close || right < state.first() + 2) return false;
  if (tokens[right - 2].kind == TokenKind::terminal) return false;
  std::size_t open = right - 1;
  while (open > state.first() && tokens[open].kind != TokenKind::open) --open;
  if (open > state.first() && tokens[open - 1].kind == TokenKind::quote) --open;
  return open > state.first() && tokens[open - 1].kind != TokenKind::terminal;
}

bool is_dateline_dash(const SentenceState& state, std::size_t right) {
  constexpr std::size_t kLongestDateline = 12;
  if (right > kLongestDateline || state.tokens()[right - 1].kind == TokenKind::terminal) return false;
  const std::string_view form = form_at(state, right);
  return form == "-" || form == "--" || form == "\u2013" || form == "\u2014";
}

bool starts_after_abbreviation(const SentenceState& state, std::size_t right) {
  const TokenKind left = state.tokens()[right - 1].kind;
  if (left != TokenKind::abbreviation && left != TokenKind::acronym) return false;
  const std::string_view abbreviation = form_at(state, right - 1);
  if (abbreviation == "e.g." || abbreviation == "i.e.") return false;
  if (names_company_again(state, right)) return true;
  const std::string_view form = form_at(state, right);
  // "Brazil banned X. Elon Musk …": the platform; as an initial it stands behind a name, not behind a verb.
  if (abbreviation == "X." && right >= state.first() + 2 && starts_lower(state, right - 2))
    return !starts_lower(state, right);
  const bool capitalised =
      form.size() > 1 ? glyph_at(form, 0).cls == CharClass::upper && glyph_at(form, 1).cls == CharClass::lower
                      : form == "A";
  return capitalised && SplittingLexicon::get().starters.contains(form);
}

}  // namespace newsgraph
