#include "language/split/sentences_features.h"

#include <algorithm>

#include "language/split/tokenize_characters.h"
#include "support/ascii.h"
#include "support/weight_table.h"

namespace newsgraph {

namespace {

constexpr char kSeparator = '|';

std::string_view form_of(const SentenceState& state, std::size_t index) {
  const RawToken& token = state.tokens()[index];
  return state.text().substr(token.begin, token.end - token.begin);
}

bool is_double_quote_open(char32_t c) {
  return c == 0x201C || c == 0x201E || c == 0xAB;
}
bool is_double_quote_close(char32_t c) {
  return c == 0x201D || c == 0xBB;
}

bool space_follows(std::span<const RawToken> tokens, std::size_t index) {
  return index + 1 == tokens.size() || tokens[index + 1].before != Gap::none;
}

// A straight quote is taken to open where it has its white space on the left only.
bool opens(const SentenceState& state, std::size_t index) {
  const RawToken& token = state.tokens()[index];
  if (token.kind == TokenKind::open) return true;
  return token.kind == TokenKind::quote && token.before != Gap::none && !space_follows(state.tokens(), index);
}

bool closes(const SentenceState& state, std::size_t index) {
  const RawToken& token = state.tokens()[index];
  if (token.kind == TokenKind::close) return true;
  return token.kind == TokenKind::quote && token.before == Gap::none && space_follows(state.tokens(), index);
}

std::string_view word_shape(std::string_view form) {
  const bool upper = glyph_at(form, 0).cls == CharClass::upper;
  const bool has_lower = std::any_of(form.begin(), form.end(), [](char c) { return is_ascii_lower(c); });
  const bool has_upper = std::any_of(form.begin() + 1, form.end(), [](char c) { return is_ascii_upper(c); });
  if (upper) return form.size() == 1 ? "I" : has_lower ? "Xx" : "XX";
  return has_upper ? "xX" : "x";
}

std::string_view number_shape(std::string_view form) {
  if (form.find(':') != form.npos) return "d:d";
  if (form.find('/') != form.npos) return "d/d";
  if (form.find('-') != form.npos) return "d-d";
  if (form.size() <= 2) return "dd";
  return form.size() == 4 ? "dddd" : "d";
}

std::string_view shape_of(const SentenceState& state, std::size_t index) {
  const std::string_view form = form_of(state, index);
  switch (state.tokens()[index].kind) {
    case TokenKind::word:
      return word_shape(form);
    case TokenKind::clitic:
      return "'s";
    case TokenKind::number:
      return number_shape(form);
    case TokenKind::abbreviation:
      return "Abb.";
    case TokenKind::title:
      return "Mr.";
    case TokenKind::initial:
      return "J.";
    case TokenKind::acronym:
      return glyph_at(form, 0).cls == CharClass::upper ? "U.S." : "p.m.";
    case TokenKind::address:
      return "@";
    case TokenKind::quote:
      return opens(state, index) ? "q(" : closes(state, index) ? "q)" : "q";
    default:
      return form.substr(0, 4);
  }
}

bool is_stop(const SentenceState& state, std::size_t index) {
  return state.tokens()[index].kind == TokenKind::terminal;
}

bool is_closing(const SentenceState& state, std::size_t index) {
  const TokenKind kind = state.tokens()[index].kind;
  return kind == TokenKind::close || kind == TokenKind::quote;
}

// After a full stop every capital starts alike: "The", "UNESCO", "U.S.", "Mr.".
std::string_view starting_shape(const SentenceState& state, std::size_t right) {
  const RawToken& token = state.tokens()[right];
  const bool stopped =
      is_stop(state, right - 1) || (right >= 2 && is_closing(state, right - 1) && is_stop(state, right - 2));
  const bool capital = token.kind <= TokenKind::acronym && token.kind != TokenKind::number &&
                       glyph_at(state.text(), token.begin).cls == CharClass::upper;
  return stopped && capital ? "Xx" : shape_of(state, right);
}

// The ASCII-lower-cased start of the form.
std::string_view lower_form(std::string_view form, std::array<char, 24>& buffer) {
  const std::string_view start = form.substr(0, buffer.size());
  std::transform(start.begin(), start.end(), buffer.begin(), ascii_lower);
  return {buffer.data(), start.size()};
}

std::string_view length_bucket(std::size_t tokens) {
  if (tokens <= 3) return tokens <= 1 ? "1" : tokens == 2 ? "2" : "3";
  if (tokens <= 8) return tokens <= 5 ? "5" : "8";
  return tokens <= 15 ? "15" : tokens <= 30 ? "30" : "60";
}

bool is_punctuation(TokenKind kind) {
  return kind >= TokenKind::terminal;
}

bool never_starts(const SentenceState& state, std::size_t index) {
  const TokenKind kind = state.tokens()[index].kind;
  if (kind == TokenKind::comma || kind == TokenKind::terminal || kind == TokenKind::clitic) return true;
  if (closes(state, index)) return true;
  const std::string_view form = form_of(state, index);
  return kind == TokenKind::mark && (form == ":" || form == ";" || form == "%" || form == "/" || form == "&");
}

bool looks_like_start(const SentenceState& state, std::size_t index) {
  const RawToken& token = state.tokens()[index];
  if (token.before == Gap::none) return false;
  if (token.kind != TokenKind::word) return true;
  return glyph_at(state.text(), token.begin).cls == CharClass::upper;
}

}  // namespace

void SentenceState::restart(std::size_t first) {
  first_ = first;
  brackets_ = 0;
  in_quotes_ = false;
}

void SentenceState::advance(std::size_t index) {
  const RawToken& token = tokens_[index];
  if (token.kind != TokenKind::open && token.kind != TokenKind::close && token.kind != TokenKind::quote)
    return;
  const char32_t code = glyph_at(text_, token.begin).code;
  if (code == '"') {
    in_quotes_ = !in_quotes_;
  } else if (is_double_quote_open(code) || is_double_quote_close(code)) {
    in_quotes_ = is_double_quote_open(code);
  } else if (token.kind == TokenKind::open) {
    ++brackets_;
  } else if (token.kind == TokenKind::close) {
    brackets_ = std::max(0, brackets_ - 1);
  }
}

bool may_end_before(const SentenceState& state, std::size_t right) {
  const RawToken& left = state.tokens()[right - 1];
  if (left.kind == TokenKind::title || left.kind == TokenKind::hyphen) return false;
  if (never_starts(state, right) || opens(state, right - 1)) return false;
  if (looks_like_start(state, right)) return true;
  if (left.kind == TokenKind::comma || !is_punctuation(left.kind)) return false;
  return left.kind == TokenKind::terminal || state.tokens()[right].before != Gap::none;
}

std::array<Feature, kFeatureCount> boundary_features(const SentenceState& state, std::size_t right,
                                                     FeatureScratch& scratch) {
  const auto tokens = state.tokens();
  const bool has_l2 = right >= state.first() + 2;
  const bool has_r2 = right + 1 < tokens.size();
  const std::string_view l1 = lower_form(form_of(state, right - 1), scratch.forms[0]);
  const std::string_view r1 = lower_form(form_of(state, right), scratch.forms[1]);
  const std::string_view l2 = has_l2 ? lower_form(form_of(state, right - 2), scratch.forms[2]) : "^";
  const std::string_view l1s = shape_of(state, right - 1);
  const std::string_view r1s = starting_shape(state, right);
  const std::string_view l2s = has_l2 ? shape_of(state, right - 2) : "^";
  const std::string_view r2s = has_r2 ? shape_of(state, right + 1) : "$";
  const std::string_view gap = tokens[right].before == Gap::none ? "0" : "_";
  const std::string_view r_gap = space_follows(tokens, right) ? "_" : "0";
  const std::string_view quoted = state.in_quotes() ? "q" : ".";
  const std::string_view bracketed = state.in_brackets() ? "b" : ".";
  const std::string_view length = length_bucket(right - state.first());
  return {Feature{'a', 3, {l1s, gap, r1s}},
          Feature{'b', 1, {l1}},
          Feature{'c', 1, {r1}},
          Feature{'d', 2, {l1s, r1}},
          Feature{'e', 2, {l1, r1s}},
          Feature{'f', 3, {l2s, l1s, r1s}},
          Feature{'g', 3, {l1s, r1s, r2s}},
          Feature{'h', 2, {l2, l1s}},
          Feature{'k', 4, {quoted, bracketed, l1s, r1s}},
          Feature{'l', 3, {length, l1s, r1s}},
          Feature{'m', 3, {r1s, r_gap, gap}},
          Feature{'n', 2, {l1, r1}}};
}

std::uint64_t hash_of(const Feature& feature) {
  FeatureHash hash;
  hash.add(feature.id);
  for (std::size_t i = 0; i < feature.count; ++i) {
    hash.add(feature.values[i]);
    hash.add(kSeparator);
  }
  return hash.value();
}

std::string to_text(const Feature& feature) {
  std::string text{feature.id};
  for (std::size_t i = 0; i < feature.count; ++i) {
    text += feature.values[i];
    text += kSeparator;
  }
  return text;
}

}  // namespace newsgraph
