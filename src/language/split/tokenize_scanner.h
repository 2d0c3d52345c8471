// The scanner behind tokenize(): a position in the text and one rule for each kind of token.
#pragma once

#include <string_view>
#include <vector>

#include "language/split/tokenize.h"
#include "language/split/tokenize_characters.h"
#include "language/split/tokenize_lexicon.h"

namespace newsgraph {

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t begin, std::size_t end, std::vector<RawToken>& tokens);
  void run();

 private:
  // Reading. Beyond the end there is white space.
  Glyph glyph(std::size_t at) const;
  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : ' '; }
  std::string_view slice(std::size_t begin, std::size_t end) const {
    return text_.substr(begin, end - begin);
  }
  bool word_at(std::size_t at) const { return is_word(glyph(at).cls); }
  bool digit_at(std::size_t at) const { return is_ascii_digit(byte(at)); }
  CharClass class_before(std::size_t at) const;
  std::size_t skip_blanks_from(std::size_t at) const;
  bool only_closers_from(std::size_t at) const;
  bool after_space() const { return gap_ != Gap::none; }
  const RawToken* previous() const;

  // Writing.
  void emit(std::size_t end, TokenKind kind);
  void skip_blanks();
  void next();

  // Words (tokenize_words.cpp).
  void word();
  std::size_t letters_end(std::size_t at) const;
  std::size_t word_end(std::size_t at) const;
  bool joins(std::size_t at) const;
  std::size_t with_hyphens(std::size_t begin, std::size_t end) const;
  std::size_t with_slash(std::size_t begin, std::size_t end) const;
  void emit_word(std::size_t end);
  std::size_t clitic_length(std::size_t at) const;
  bool is_negation(std::size_t apostrophe) const;

  // Words that end in a full stop (tokenize_abbreviations.cpp).
  bool dotted(std::size_t end);
  bool dotted_inside(std::size_t end);
  bool dotted_before_digit(std::size_t end);
  bool is_ticker(std::size_t end, std::size_t second) const;
  std::size_t acronym_end(std::size_t end) const;
  TokenKind abbreviation_kind(std::size_t end) const;

  // Addresses (tokenize_addresses.cpp).
  bool address(std::size_t word_end);
  std::size_t mail_end() const;
  std::size_t url_end(std::size_t at) const;
  std::size_t host_end(std::size_t word_end) const;
  std::size_t trimmed(std::size_t begin, std::size_t end) const;

  // Numbers (tokenize_numbers.cpp).
  void number();
  std::size_t digits_end(std::size_t at) const;
  std::size_t grouped_end(std::size_t at) const;
  std::size_t date_or_phone_end(std::size_t begin, std::size_t end) const;
  std::size_t suffix_end(std::size_t begin, std::size_t end) const;

  // Everything else (tokenize_marks.cpp).
  void mark(const Glyph& g);
  void apostrophe(const Glyph& g);
  void terminal();
  void open(const Glyph& g);
  void symbol(const Glyph& g);
  bool rule();
  std::size_t emoticon_end() const;

  std::string_view text_;  // cut at the end of the range
  std::size_t pos_;
  std::vector<RawToken>& tokens_;
  std::size_t first_token_;
  Gap gap_ = Gap::none;
  const SplittingLexicon& lexicon_;
};

}  // namespace newsgraph
