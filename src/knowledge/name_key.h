// The form in which names are compared: what differs between two spellings of one name is folded away.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace newsgraph {

// Words in lower case, joined by '-': without diacritics, punctuation, apostrophes, a leading "the", "and"
// and "&", and a trailing 's; initials are one word ("U.S." is "us", "J. K. Rowling" "jk-rowling"). Non-Latin
// letters are numbers ("字" is "u5b57"). Empty where no letter or digit is left.
//
// How a name is written decides which class of keys it belongs to, so that "US" is not "us" and
// "Apple" not "apple".
class NameKey {
 public:
  explicit NameKey(std::string_view name);

  // The key proper, fit for ids.
  std::string_view words() const noexcept { return {begin_ + 1, size_}; }
  // What to look up: the key proper with its class before it.
  std::string_view lookup() const noexcept { return {begin_, size_ + 1}; }
  bool empty() const noexcept { return size_ == 0; }
  // Written as an acronym of up to three letters; such a name may also be one that is merely in capitals.
  bool acronym() const noexcept { return *begin_ == kAcronym; }
  // An acronym's key as a name that is merely in capitals.
  void as_name() noexcept { *begin_ = kName; }

  NameKey(const NameKey&) = delete;
  NameKey& operator=(const NameKey&) = delete;

 private:
  static constexpr char kAcronym = 'A';
  static constexpr char kName = 'N';
  static constexpr char kLower = 'l';
  static constexpr std::size_t kInline = 160;

  char* reserve(std::size_t bytes);
  void fold(std::string_view name);
  void fold_word(std::string_view word);

  std::array<char, kInline> inline_;
  std::string spill_;     // for names longer than inline_
  char* begin_;           // the class, then the words
  std::size_t size_ = 0;  // bytes of the words
  bool initial_ = false;  // the last word is made of initials
};

// "name" without surrounding blanks, a leading "the" and a trailing 's.
std::string_view bare_name(std::string_view name) noexcept;

}  // namespace newsgraph
