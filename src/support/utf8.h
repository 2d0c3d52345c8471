// UTF-8 text: checking, repairing, walking, folding. All offsets and lengths count bytes.
//
// Malformed input never fails: a broken sequence decodes as U+FFFD, one for each maximal subpart as
// the Unicode Standard recommends (chapter 3.9, "U+FFFD Substitution of Maximal Subparts").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsgraph::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

// Whether a byte is one of a character's that is not its first.
constexpr bool is_continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

struct Decoded {
  char32_t code_point = kReplacement;
  std::size_t length = 0;  // bytes, at least 1
  bool valid = false;      // false: `code_point` stands for a broken sequence
};

// The code point that starts at byte `at`; `at` must be less than text.size().
Decoded decode(std::string_view text, std::size_t at);

// Appends `code_point` as UTF-8; a surrogate or a value past U+10FFFF becomes U+FFFD.
void append(std::string& text, char32_t code_point);
std::string encode(char32_t code_point);

// Bytes of the longest well-formed prefix; equals text.size() where all is well.
std::size_t valid_prefix(std::string_view text);
inline bool valid(std::string_view text) {
  return valid_prefix(text) == text.size();
}

// Replaces broken sequences by U+FFFD; returns how many were replaced.
std::size_t repair(std::string& text);

// Whether XML 1.0 forbids it: below U+0020 and neither a tab nor the end of a line.
inline bool is_forbidden_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
}

// The text as XML would keep it. What names a kind of thing and makes ids (a type, a relation, a scope) is
// taken so everywhere, or two of a kind would be one after an export.
bool has_forbidden_control(std::string_view text);
std::string without_controls(std::string_view text);

// for (auto [code_point, length, valid] : code_points(text)) …
class CodePoints {
 public:
  class Iterator {
   public:
    Iterator(std::string_view text, std::size_t at) : text_(text), at_(at) { load(); }
    const Decoded& operator*() const { return current_; }
    std::size_t offset() const { return at_; }
    Iterator& operator++() {
      at_ += current_.length;
      load();
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    void load() {
      if (at_ < text_.size()) current_ = decode(text_, at_);
    }
    std::string_view text_;
    std::size_t at_;
    Decoded current_;
  };

  explicit CodePoints(std::string_view text) : text_(text) {}
  Iterator begin() const { return {text_, 0}; }
  Iterator end() const { return {text_, text_.size()}; }

 private:
  std::string_view text_;
};
inline CodePoints code_points(std::string_view text) {
  return CodePoints(text);
}

// Number of code points.
std::size_t length(std::string_view text);
// The longest prefix of at most `bytes` bytes that does not cut a code point.
std::string_view truncate(std::string_view text, std::size_t bytes);

// Of one code point, by the Unicode general category; no locale.
bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);  // decimal digits (Nd)
bool is_upper(char32_t code_point);  // Lu, Lt
bool is_lower(char32_t code_point);
bool is_space(char32_t code_point);  // White_Space: Zs, Zl, Zp, tab to carriage return, NEL
bool is_punctuation(char32_t code_point);
bool is_nonspacing_mark(char32_t code_point);  // Mn
bool is_other(char32_t code_point);            // C: controls, formats, surrogates, private use, unassigned
char32_t to_lower(char32_t code_point);
char32_t to_upper(char32_t code_point);

// Each code point lower-cased by itself, so that "İ" and "ẞ" do not grow; may change byte lengths.
std::string lower(std::string_view text);
std::string nfc(std::string_view text);
// Appends the canonical decomposition of one code point: "é" is "e" and U+0301.
void append_decomposed(std::u32string& text, char32_t code_point);
std::string nfkc(std::string_view text);
// NFKC_Casefold, the form in which names are compared: "ﬁ" is "fi", "Straße" is "strasse".
std::string fold(std::string_view text);
// The same without diacritics: "São Tomé" is "sao tome".
std::string fold_marks(std::string_view text);

// An ASCII name for ids: "São Tomé & Príncipe" is "sao-tome-principe", "Łódź" "lodz"; a letter that has
// no Latin form is written as its number ("字" is "u5b57"). Empty where no letter or digit is left.
std::string slug(std::string_view text);

}  // namespace newsgraph::utf8
