#include "language/sentence/capitals.h"

#include <string_view>

#include "support/utf8.h"

namespace newsgraph {
namespace {

// A headline leaves "of" and "the" small, so only words of at least this many letters show its habit.
constexpr int kLongWord = 4;
// Of fewer words nothing is concluded.
constexpr int kFewest = 3;
constexpr int kFewestLong = 4;

struct Word {
  int length = 0;        // code points
  bool letter = false;   // begins with a letter
  bool capital = false;  // begins with a capital
  bool shouted = false;  // has no small letter
};

Word look_at(std::string_view form) {
  Word word;
  word.shouted = true;
  for (const utf8::Decoded& c : utf8::code_points(form)) {
    if (word.length++ == 0) {
      word.letter = utf8::is_letter(c.code_point);
      word.capital = utf8::is_upper(c.code_point);
    }
    if (utf8::is_lower(c.code_point)) word.shouted = false;
  }
  return word;
}

}  // namespace

Capitals capitals_of(std::span<const Token> tokens) {
  int words = 0, several_letters = 0, shouted = 0, capitals = 0, long_words = 0, long_capitals = 0;
  for (const Token& token : tokens) {
    const Word word = look_at(token.form);
    if (!word.letter) continue;
    ++words;
    capitals += word.capital;
    if (word.length > 1) {
      ++several_letters;
      shouted += word.shouted;
    }
    if (word.length >= kLongWord) {
      ++long_words;
      long_capitals += word.capital;
    }
  }
  if (words < kFewest) return Capitals::normal;
  if (capitals == 0) return Capitals::uninformative;
  if (several_letters >= kFewest && shouted * 5 >= several_letters * 4) return Capitals::uninformative;
  if (long_words >= kFewestLong && long_capitals * 10 >= long_words * 9) return Capitals::every_word;
  return Capitals::normal;
}

}  // namespace newsgraph
