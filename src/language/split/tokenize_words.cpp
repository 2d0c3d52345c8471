// Words: letters with what may stand inside a word, clitics cut off, hyphenated compounds cut but
// for affixes ("Chinese - owned", "non-profit", "mid-1990s"), slashes cut but for "w/o" and its like.
#include "language/split/tokenize_scanner.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

bool is_clitic(std::string_view suffix) {
  if (suffix.size() == 1) {
    const char c = ascii_lower(suffix[0]);
    return c == 's' || c == 'm' || c == 'd';
  }
  if (suffix.size() != 2) return false;
  const char first = ascii_lower(suffix[0]);
  const char second = ascii_lower(suffix[1]);
  return (first == 'l' && second == 'l') || (second == 'e' && (first == 'r' || first == 'v'));
}

}  // namespace

// The end of the run of letters, digits and underscores that starts at `at`.
std::size_t Scanner::letters_end(std::size_t at) const {
  while (at < text_.size()) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (is_ascii(byte)) {
      if (!is_word(detail::kAsciiClasses[byte]) && byte != '_') break;
      ++at;
    } else {
      const Glyph g = detail::decode_multibyte(text_, at);
      if (!is_word(g.cls)) break;
      at += g.length;
    }
  }
  return at;
}

// Bytes of the clitic that starts with the apostrophe at `at`, 0 where there is none.
std::size_t Scanner::clitic_length(std::size_t at) const {
  const std::size_t suffix = at + glyph(at).length;
  std::size_t end = suffix;
  while (end < suffix + 3 && is_letter(glyph(end).cls) && is_ascii(byte(end))) ++end;
  if (word_at(end) || !is_clitic(slice(suffix, end))) return 0;
  return end - at;
}

// Whether the apostrophe stands in "n't".
bool Scanner::is_negation(std::size_t apostrophe) const {
  const std::size_t t = apostrophe + glyph(apostrophe).length;
  return apostrophe > pos_ && ascii_lower(byte(apostrophe - 1)) == 'n' && ascii_lower(byte(t)) == 't' &&
         !word_at(t + 1);
}

// Whether the mark at `at`, inside a word, holds it together: "O'Connor", "AT&T", "f*ck".
bool Scanner::joins(std::size_t at) const {
  const Glyph g = glyph(at);
  const std::size_t after = at + g.length;
  if (!is_letter(glyph(after).cls)) return false;
  if (g.cls == CharClass::apostrophe) return g.code != '`' && clitic_length(at) == 0 && !is_negation(at);
  if (g.code == '&') return at - pos_ <= 4 && letters_end(after) - after <= 3;
  return g.code == '*';
}

std::size_t Scanner::word_end(std::size_t at) const {
  std::size_t end = letters_end(at);
  while (end < text_.size() && joins(end)) end = letters_end(end + glyph(end).length);
  return end;
}

// Extends the word over hyphens that EWT does not cut at.
std::size_t Scanner::with_hyphens(std::size_t begin, std::size_t end) const {
  while (glyph(end).cls == CharClass::hyphen) {
    const std::size_t right = end + glyph(end).length;
    if (!word_at(right)) break;
    const std::size_t right_end = word_end(right);
    const bool kept = lexicon_.hyphen_prefixes.contains(slice(begin, end)) ||
                      lexicon_.hyphen_suffixes.contains(slice(right, right_end)) ||
                      lexicon_.hyphen_words.contains(slice(begin, right_end));
    if (!kept) break;
    end = right_end;
  }
  return end;
}

std::size_t Scanner::with_slash(std::size_t begin, std::size_t end) const {
  if (byte(end) != '/') return end;
  const std::size_t right_end = letters_end(end + 1);
  return lexicon_.slash_words.contains(slice(begin, right_end)) ? right_end : end;
}

// Emits text[pos_, end), which is followed by no letter, in parts where it is a contraction.
void Scanner::emit_word(std::size_t end) {
  const Cuts cuts = lexicon_.contractions.find(slice(pos_, end));
  const std::size_t begin = pos_;
  if (cuts.first != 0) emit(begin + cuts.first, TokenKind::word);
  if (cuts.second != 0) emit(begin + cuts.second, TokenKind::clitic);
  emit(end, cuts.first != 0 ? TokenKind::clitic : TokenKind::word);
}

void Scanner::word() {
  std::size_t end = word_end(pos_);
  const Glyph after = glyph(end);
  if (is_blank(after.cls)) return emit_word(end);
  if (address(end)) return;
  if (after.code == '.' && dotted(end)) return;
  if (after.cls == CharClass::hyphen) end = with_hyphens(pos_, end);
  if (after.code == '/') end = with_slash(pos_, end);
  if (after.code == '$' && lexicon_.currencies.contains(slice(pos_, end)))
    return emit(end + 1, TokenKind::mark);
  if (glyph(end).cls == CharClass::apostrophe && is_negation(end)) {
    const std::size_t negation = end - 1;
    if (negation > pos_) emit(negation, TokenKind::word);
    return emit(end + glyph(end).length + 1, TokenKind::clitic);
  }
  emit_word(end);
}

}  // namespace newsgraph
