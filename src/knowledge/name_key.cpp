#include "knowledge/name_key.h"

#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

constexpr std::size_t kLongestAcronym = 3;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct Letters {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t other = 0;  // of scripts without case
};

Letters count_letters(std::string_view name) {
  Letters letters;
  for (const utf8::Decoded& decoded : utf8::code_points(name)) {
    const char32_t c = decoded.code_point;
    if (is_ascii(c)) {
      letters.upper += is_ascii_upper(c);
      letters.lower += is_ascii_lower(c);
    } else if (utf8::is_upper(c)) {
      ++letters.upper;
    } else if (utf8::is_lower(c)) {
      ++letters.lower;
    } else if (utf8::is_letter(c)) {
      ++letters.other;
    }
  }
  return letters;
}

// Lower case; apostrophes vanish, so that "people's" is one word; other punctuation parts words.
template <typename Word>
void for_each_word(std::string_view ascii_name, const Word& word) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= ascii_name.size(); ++i) {
    const char c = i < ascii_name.size() ? ascii_name[i] : ' ';
    if (is_ascii_alphanumeric(c) || c == '\'') continue;
    if (i > begin) word(ascii_name.substr(begin, i - begin));
    begin = i + 1;
  }
}

}  // namespace

std::string_view bare_name(std::string_view name) noexcept {
  while (!name.empty() && is_blank(name.front())) name.remove_prefix(1);
  while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
  const bool article = name.size() > 4 && is_blank(name[3]) && equals_ignoring_case(name.substr(0, 3), "the");
  if (article) name.remove_prefix(4);
  for (const std::string_view possessive : {"'s", "’s", "'S", "’"}) {
    if (name.size() > possessive.size() && name.ends_with(possessive)) {
      name.remove_suffix(possessive.size());
      break;
    }
  }
  while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
  return name;
}

NameKey::NameKey(std::string_view name) {
  name = bare_name(name);
  const Letters letters = count_letters(name);
  if (all_ascii(name)) {
    begin_ = reserve(name.size() + 1);
    fold(name);
  } else {
    const std::string latin = utf8::slug(name);
    begin_ = reserve(latin.size() + 1);
    fold(latin);
  }
  const bool acronym =
      letters.upper > 0 && letters.upper <= kLongestAcronym && letters.lower + letters.other == 0;
  const bool lower = letters.upper + letters.other == 0 && letters.lower > 0;
  *begin_ = acronym ? kAcronym : lower ? kLower : kName;
}

char* NameKey::reserve(std::size_t bytes) {
  if (bytes <= inline_.size()) return inline_.data();
  spill_.resize(bytes);
  return spill_.data();
}

void NameKey::fold(std::string_view name) {
  for_each_word(name, [this](std::string_view word) { fold_word(word); });
}

// Writes never overtake reads: a word grows by one '-' at most, and one byte parted it from the last.
void NameKey::fold_word(std::string_view word) {
  if (word == "and" || word == "And" || word == "AND") return;
  char* const start = begin_ + 1 + size_;
  std::size_t letters = 0;
  for (const char c : word) letters += c != '\'';
  if (letters == 0) return;
  const bool initial = letters == 1;
  char* out = start;
  if (size_ > 0 && !(initial && initial_)) *out++ = '-';
  for (const char c : word) {
    if (c != '\'') *out++ = ascii_lower(c);
  }
  size_ += static_cast<std::size_t>(out - start);
  initial_ = initial;
}

}  // namespace newsgraph
