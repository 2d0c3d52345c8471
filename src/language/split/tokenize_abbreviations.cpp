// Words with full stops in or after them: "U.S.", "p.m.", "Ph.D.", "J.K.", "Mr.", "Inc.".
#include <algorithm>

#include "language/split/tokenize_scanner.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

// After a full stop these say that it belongs to an abbreviation: "Govt., Muslims".
bool is_separator(char c) {
  return c == ',' || c == ';' || c == ':';
}

}  // namespace

// The end of a chain of single letters with full stops, "U.S." or "p.m", that starts at the word
// [pos_, end); `end` itself where there is no such chain of at least two letters.
std::size_t Scanner::acronym_end(std::size_t end) const {
  if (end - pos_ != glyph(pos_).length) return end;
  std::size_t chain = end;
  int letters = 1;
  while (byte(chain) == '.' && is_letter(glyph(chain + 1).cls)) {
    const std::size_t letter_end = chain + 1 + glyph(chain + 1).length;
    if (word_at(letter_end)) break;
    chain = letter_end;
    ++letters;
  }
  const bool closed = byte(chain) == '.' && byte(chain + 1) != '.';
  const bool letter_follows = closed && is_letter(glyph(chain + 1).cls);
  if (letters == 1 && !letter_follows) return end;
  // The last full stop of "3 p.m." at the end of a paragraph is the sentence's.
  if (closed && !(glyph(pos_).cls == CharClass::lower && only_closers_from(chain + 1))) ++chain;
  return chain;
}

// "GSK.L", "ENRON.XLS": capitals and digits, a full stop, up to three capitals and nothing more.
bool Scanner::is_ticker(std::size_t end, std::size_t second) const {
  const auto capitals = [&](std::size_t begin, std::size_t stop) {
    const std::string_view part = slice(begin, stop);
    return std::none_of(part.begin(), part.end(), [](char c) { return is_ascii_lower(c); });
  };
  return end - pos_ >= 2 && second - end <= 4 && capitals(pos_, end) && capitals(end + 1, second) &&
         is_letter(glyph(end + 1).cls);
}

// "PM2.5" is one token, "No.5" are two.
bool Scanner::dotted_before_digit(std::size_t end) {
  if (digit_at(end - 1)) {
    emit(grouped_end(end + 1), TokenKind::word);
    return true;
  }
  if (!lexicon_.before_digit.contains(slice(pos_, end))) return false;
  emit(end + 1, TokenKind::title);
  return true;
}

// A letter or digit follows the full stop at `end`.
bool Scanner::dotted_inside(std::size_t end) {
  const std::size_t chain = acronym_end(end);
  if (chain != end) {
    const bool initial = chain - pos_ == std::size_t{glyph(pos_).length} + 1;
    emit(chain, initial ? TokenKind::initial : TokenKind::acronym);
    return true;
  }
  if (digit_at(end + 1)) return dotted_before_digit(end);
  std::size_t second = letters_end(end + 1);
  if (is_ticker(end, second)) {
    emit(second, TokenKind::address);
    return true;
  }
  if (!lexicon_.mixed.contains(slice(pos_, second))) return false;
  if (byte(second) == '.' && !only_closers_from(second + 1)) ++second;
  emit(second, TokenKind::acronym);
  return true;
}

// What the word [pos_, end) with the full stop after it is; `word` where it is no abbreviation.
TokenKind Scanner::abbreviation_kind(std::size_t end) const {
  const std::string_view form = slice(pos_, end);
  const std::size_t after = skip_blanks_from(end + 1);
  const Glyph first = glyph(pos_);
  const CharClass follows = glyph(after).cls;
  if (lexicon_.before_digit.contains(form) && follows == CharClass::digit) return TokenKind::title;
  if (only_closers_from(end + 1)) return TokenKind::word;
  if (lexicon_.before_name.contains(form)) return TokenKind::title;
  if (lexicon_.anywhere.contains(form)) return TokenKind::abbreviation;
  if (is_separator(byte(end + 1))) return TokenKind::abbreviation;
  if (first.cls != CharClass::upper) {
    return form == "v" && follows == CharClass::upper ? TokenKind::title : TokenKind::word;
  }
  if (lexicon_.capitalised.contains(form) && follows != CharClass::upper) return TokenKind::abbreviation;
  const bool single = form.size() == first.length;
  if (!single || follows == CharClass::lower) return TokenKind::word;
  // "I." ends a sentence unless it stands in a name.
  const RawToken* before = previous();
  const bool in_name = before != nullptr && glyph(before->begin).cls == CharClass::upper;
  return form == "I" && !in_name ? TokenKind::word : TokenKind::initial;
}

// Emits the word [pos_, end) with the full stop at `end`, where that belongs to it.
bool Scanner::dotted(std::size_t end) {
  if (word_at(end + 1)) return dotted_inside(end);
  if (glyph(end + 1).cls == CharClass::terminal) return false;
  const TokenKind kind = abbreviation_kind(end);
  if (kind == TokenKind::word) return false;
  emit(end + 1, kind);
  return true;
}

}  // namespace newsgraph
