// Punctuation, quotes, symbols, rules drawn with characters, emoticons.
#include <algorithm>

#include "language/split/tokenize_scanner.h"

namespace newsgraph {

namespace {

constexpr std::string_view kRuleChars = "-=*_~+|#^<>{}";

bool is_rule_char(char c) {
  return kRuleChars.find(c) != std::string_view::npos;
}

bool is_arrow(std::string_view two) {
  return two == "->" || two == "<-" || two == "=>" || two == ">=";
}

}  // namespace

// A run of drawing characters: "--", "***", "<<", "->", "|-----+----->".
bool Scanner::rule() {
  std::size_t end = pos_;
  bool same = true;
  while (is_rule_char(byte(end))) {
    same = same && byte(end) == byte(pos_);
    ++end;
  }
  const std::size_t length = end - pos_;
  if (length < 2 || (!same && length == 2 && !is_arrow(slice(pos_, end)))) return false;
  emit(end, TokenKind::mark);
  return true;
}

// The end of ":)", ";-)", "=(", ":D" at pos_, or 0.
std::size_t Scanner::emoticon_end() const {
  const char eyes = byte(pos_);
  if (eyes != ':' && eyes != ';' && eyes != '=') return 0;
  const RawToken* before = previous();
  if (!after_space() && (before == nullptr || before->kind != TokenKind::terminal)) return 0;
  std::size_t end = pos_ + 1;
  if (byte(end) == '-') ++end;
  const std::size_t mouth = end;
  while (byte(end) == ')' || byte(end) == '(') ++end;
  if (end > mouth) return end;
  const char c = byte(end);
  const bool letter_mouth = c == 'D' || c == 'P' || c == 'p' || c == 'O' || c == 'o' || c == '/';
  return letter_mouth && !word_at(end + 1) ? end + 1 : 0;
}

// A clitic, the start of "'em" or "'72", or a quotation mark.
void Scanner::apostrophe(const Glyph& g) {
  const std::size_t after = pos_ + g.length;
  const RawToken* before = previous();
  const bool on_word =
      before != nullptr && (before->kind <= TokenKind::address || before->kind == TokenKind::close);
  const bool no_opening = !after_space() || g.code == '\'' || is_blank(glyph(pos_ + clitic_length(pos_)).cls);
  const std::size_t clitic = on_word && no_opening ? clitic_length(pos_) : 0;
  if (clitic != 0) return emit(pos_ + clitic, TokenKind::clitic);
  if (glyph(after).cls == CharClass::apostrophe) return emit(after + glyph(after).length, TokenKind::quote);
  if (!after_space() && on_word) return emit(after, TokenKind::quote);
  const std::size_t end = letters_end(after);
  if (lexicon_.leading_apostrophe.contains(slice(after, end))) return emit(end, TokenKind::word);
  const bool year = digits_end(after) == after + 2 && (end == after + 2 || slice(after + 2, end) == "s");
  emit(year ? end : after, year ? TokenKind::number : TokenKind::quote);
}

void Scanner::terminal() {
  if (byte(pos_) == '.' && digit_at(pos_ + 1) && (after_space() || !is_word(class_before(pos_)))) {
    return emit(grouped_end(pos_ + 1), TokenKind::number);
  }
  std::size_t end = pos_;
  while (glyph(end).cls == CharClass::terminal) end += glyph(end).length;
  emit(end, TokenKind::terminal);
}

void Scanner::open(const Glyph& g) {
  const bool ellipsis = slice(pos_, std::min(pos_ + 5, text_.size())) == "[...]";
  emit(pos_ + (ellipsis ? 5 : g.length), ellipsis ? TokenKind::mark : TokenKind::open);
}

void Scanner::symbol(const Glyph& g) {
  const std::size_t after = pos_ + g.length;
  if (const std::size_t end = emoticon_end(); end != 0) return emit(end, TokenKind::mark);
  if (is_rule_char(byte(pos_)) && rule()) return;
  const bool tag = after_space() && (g.code == '#' || g.code == '@') && is_letter(glyph(after).cls);
  if (tag) return emit(letters_end(after), TokenKind::address);
  if (g.code == '+' && after_space() && digit_at(after)) return emit(grouped_end(after), TokenKind::number);
  emit(after, g.code == ',' ? TokenKind::comma : TokenKind::mark);
}

void Scanner::mark(const Glyph& g) {
  const std::size_t after = pos_ + g.length;
  switch (g.cls) {
    case CharClass::apostrophe:
      return apostrophe(g);
    case CharClass::terminal:
      return terminal();
    case CharClass::open:
      return open(g);
    case CharClass::close:
      return emit(after, TokenKind::close);
    case CharClass::quote:
      return emit(after, TokenKind::quote);
    case CharClass::hyphen:
      return g.code == '-' && rule() ? void() : emit(after, TokenKind::hyphen);
    default:
      return symbol(g);
  }
}

}  // namespace newsgraph
