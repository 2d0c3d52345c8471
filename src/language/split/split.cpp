#include "language/split/split.h"

#include <algorithm>
#include <limits>

#include "language/split/sentences.h"
#include "language/split/split_lines.h"
#include "language/split/tokenize.h"
#include "language/split/tokenize_characters.h"
#include "support/error.h"

namespace newsgraph {

namespace {

constexpr std::uint32_t kLongestHeadline = 150;  // bytes

// An abbreviation gives its full stop up where it ends a sentence: "Inc" ".", as EWT has it. Those
// with full stops inside keep theirs ("U.S.").
bool gives_up_stop(const RawToken& token) {
  return token.kind == TokenKind::abbreviation || token.kind == TokenKind::initial;
}

Token token_of(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Token token;
  token.begin = begin;
  token.end = end;
  token.form = text.substr(begin, end - begin);
  return token;
}

void append_token(std::string_view text, const RawToken& raw, bool last, std::vector<Token>& tokens) {
  const bool cut = last && gives_up_stop(raw) && raw.end - raw.begin > 1;
  tokens.push_back(token_of(text, raw.begin, cut ? raw.end - 1 : raw.end));
  if (!cut) return;
  tokens.back().space_after = false;
  tokens.push_back(token_of(text, raw.end - 1, raw.end));
}

bool is_space_at(std::string_view text, std::size_t at) {
  return at >= text.size() || is_blank(glyph_at(text, at).cls);
}

Sentence sentence_of(std::string_view text, std::span<const RawToken> raw) {
  Sentence sentence;
  sentence.begin = raw.front().begin;
  sentence.end = raw.back().end;
  sentence.tokens.reserve(raw.size() + 1);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    const bool last = i + 1 == raw.size();
    append_token(text, raw[i], last, sentence.tokens);
    sentence.tokens.back().space_after =
        last ? is_space_at(text, raw[i].end) : raw[i + 1].before != Gap::none;
  }
  return sentence;
}

bool has_closing_stop(std::span<const RawToken> tokens) {
  const auto last = std::find_if(tokens.rbegin(), tokens.rend(), [](const RawToken& token) {
    return token.kind != TokenKind::close && token.kind != TokenKind::quote;
  });
  return last != tokens.rend() && last->kind == TokenKind::terminal;
}

bool is_headline(const Paragraph& paragraph, std::span<const RawToken> tokens, std::size_t sentences) {
  if (paragraph.title) return true;
  const bool short_line = paragraph.single_line && paragraph.end - paragraph.begin <= kLongestHeadline;
  return short_line && sentences == 1 && !has_closing_stop(tokens);
}

void append_sentences(std::string_view text, const Paragraph& paragraph, std::vector<RawToken>& raw,
                      std::vector<Sentence>& sentences) {
  raw.clear();
  tokenize(text, paragraph.begin, paragraph.end, raw);
  if (raw.empty()) return;
  const auto ends = sentence_ends(text, raw, paragraph.hard_breaks, paragraph.title);
  const bool headline = is_headline(paragraph, raw, ends.size());
  std::size_t first = 0;
  for (const std::size_t end : ends) {
    sentences.push_back(sentence_of(text, std::span(raw).subspan(first, end - first)));
    sentences.back().headline = headline;
    sentences.back().starts_paragraph = first == 0;
    first = end;
  }
}

}  // namespace

std::vector<Sentence> split(std::string_view text, std::size_t title_end) {
  if (text.size() >= std::numeric_limits<std::uint32_t>::max()) {
    throw Error("a text of 4 GiB or more is too long to analyse", {}, "Split it into documents.");
  }
  std::vector<Sentence> sentences;
  std::vector<RawToken> raw;
  for (const Paragraph& paragraph : paragraphs(text, title_end))
    append_sentences(text, paragraph, raw, sentences);
  return sentences;
}

}  // namespace newsgraph
