// The cheap look at every sentence that comes before the encoders: does it hold a word that may
// express a relation, and does it hold anything that looks like a name? Both only read the tokens.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/sentence/sentence.h"

namespace newsgraph {

// A token that is one of the scanner's forms.
struct TriggerHit {
  std::int32_t token = 0;  // index into Sentence::tokens
  std::int32_t form = 0;   // index into the forms that the scanner was made of; the lowest that fits
};

// Finds word forms among tokens. Each token is hashed once, byte by byte, and looked up where a form
// or stem of its first letter and length exists, so the time does not depend on how many there are.
class TriggerScanner {
 public:
  // Forms are compared without regard to ASCII case. One that ends in "*" is a stem and matches
  // every token that starts with it: "denounc*". One with spaces asks for these tokens in a row:
  // "lash* out", "crack* down"; it is reported at its first token.
  explicit TriggerScanner(std::span<const std::string> forms);

  // Whether there is a hit; stops at the first.
  bool matches(const Sentence& sentence) const;
  // Whether there is one at a token.
  bool matches_at(const Sentence& sentence, std::size_t index) const { return hit_at(sentence, index) >= 0; }
  // All hits in token order, at most one for each token.
  std::vector<TriggerHit> hits(const Sentence& sentence) const;

 private:
  struct Part {
    std::string text;  // lower-cased, without the "*"
    bool stem = false;
  };
  struct Pattern {
    std::int32_t form = 0;
    std::vector<Part> parts;  // the first is what the table holds
  };
  struct Slot {
    std::uint64_t hash = 0;
    std::vector<Pattern> patterns;  // those with this first part, by ascending form; empty: a free slot
  };

  const Slot* find(std::uint64_t hash, std::string_view word) const;
  std::int32_t hit_at(const Sentence& sentence, std::size_t index) const;
  static bool fits(const Part& part, std::string_view form);
  static bool follows(const Pattern& pattern, const Sentence& sentence, std::size_t index);
  void insert(Pattern pattern);

  std::vector<Slot> slots_;                   // open addressing, a power of two
  std::array<std::uint64_t, 256> lengths_{};  // by first byte: bit n is set where a first part has n bytes
};

// A run of tokens that is written like a name.
struct NameCandidate {
  std::int32_t first = 0;  // both inclusive, as in Name
  std::int32_t last = 0;
  bool certain = false;  // false for one plain capitalised word that the sentence starts with
};

// Maximal runs of capitalised words, initials and acronyms, with particles and hyphens between them
// ("Ursula von der Leyen", "al-Qaeda", "Johnson & Johnson"), and words with a capital inside
// ("iPhone"). Over-generates in headlines; says nothing of types. In token order.
std::vector<NameCandidate> name_candidates(const Sentence& sentence);

// Whether there is a candidate at all, certain or not; stops at the first.
bool may_hold_name(const Sentence& sentence);

}  // namespace newsgraph
