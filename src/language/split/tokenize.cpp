#include "language/split/tokenize.h"

#include "language/split/tokenize_scanner.h"
#include "support/utf8.h"

namespace newsgraph {

Scanner::Scanner(std::string_view text, std::size_t begin, std::size_t end, std::vector<RawToken>& tokens)
    : text_(text.substr(0, end)),
      pos_(begin),
      tokens_(tokens),
      first_token_(tokens.size()),
      lexicon_(SplittingLexicon::get()) {}

Glyph Scanner::glyph(std::size_t at) const {
  return at < text_.size() ? glyph_at(text_, at) : Glyph{' ', 1, CharClass::space};
}

// The class of the character that ends before byte `at`.
CharClass Scanner::class_before(std::size_t at) const {
  if (at == 0) return CharClass::space;
  std::size_t start = at - 1;
  while (start > 0 && at - start < 4 && utf8::is_continuation(text_[start])) --start;
  return glyph(start).cls;
}

std::size_t Scanner::skip_blanks_from(std::size_t at) const {
  while (at < text_.size()) {
    const Glyph g = glyph(at);
    if (!is_blank(g.cls)) break;
    at += g.length;
  }
  return at;
}

// Whether nothing but white space, closing marks and quotes follows up to the end of the range.
bool Scanner::only_closers_from(std::size_t at) const {
  for (int marks = 0; marks < 4; ++marks) {
    at = skip_blanks_from(at);
    if (at >= text_.size()) return true;
    const Glyph g = glyph(at);
    if (g.cls != CharClass::close && g.cls != CharClass::quote && g.cls != CharClass::apostrophe)
      return false;
    at += g.length;
  }
  return false;
}

const RawToken* Scanner::previous() const {
  return tokens_.size() > first_token_ ? &tokens_.back() : nullptr;
}

void Scanner::emit(std::size_t end, TokenKind kind) {
  tokens_.push_back({static_cast<std::uint32_t>(pos_), static_cast<std::uint32_t>(end), kind, gap_});
  gap_ = Gap::none;
  pos_ = end;
}

void Scanner::skip_blanks() {
  while (pos_ < text_.size()) {
    const Glyph g = glyph_at(text_, pos_);
    if (!is_blank(g.cls)) break;
    if (g.cls == CharClass::newline) {
      gap_ = Gap::line;
    } else if (gap_ == Gap::none) {
      gap_ = Gap::space;
    }
    pos_ += g.length;
  }
}

void Scanner::next() {
  const Glyph g = glyph_at(text_, pos_);
  if (is_letter(g.cls)) {
    word();
  } else if (g.cls == CharClass::digit) {
    number();
  } else {
    mark(g);
  }
}

void Scanner::run() {
  gap_ = Gap::line;
  for (skip_blanks(); pos_ < text_.size(); skip_blanks()) next();
}

void tokenize(std::string_view text, std::size_t begin, std::size_t end, std::vector<RawToken>& tokens) {
  Scanner(text, begin, end, tokens).run();
}

}  // namespace newsgraph
