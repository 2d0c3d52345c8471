// The words that decide where tokens end, read once from data/language/splitting.json, which is
// built into the program. All look-ups take words as they are written and ignore ASCII case.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsgraph {

// A set of short lower-cased words.
class WordSet {
 public:
  explicit WordSet(std::vector<std::string> words);
  bool contains(std::string_view word) const;

 private:
  std::vector<std::string> words_;  // sorted
  std::size_t longest_ = 0;
};

// Where a contraction without apostrophe is cut: byte offsets into the word, 0 where unused.
struct Cuts {
  std::uint8_t first = 0;
  std::uint8_t second = 0;
};

// Contractions of up to eight letters, found by their letters packed into one integer: this is
// asked for every word of a text.
class Contractions {
 public:
  // Each pattern is a lower-cased word with bars at its cuts: "can|not", "du|n|no".
  explicit Contractions(const std::vector<std::string>& patterns);
  // No cuts where the word is no contraction.
  Cuts find(std::string_view word) const noexcept;

 private:
  struct Entry {
    std::uint64_t letters = 0;
    Cuts cuts;
  };
  static constexpr std::size_t kSlots = 256;
  std::array<Entry, kSlots> slots_{};
};

struct SplittingLexicon {
  static const SplittingLexicon& get();

  WordSet before_name;   // "Mr", "Gen": no sentence ends after their full stop
  WordSet anywhere;      // "Inc", "Jan"
  WordSet capitalised;   // "Sun", "Ill": abbreviations where capitalised and no capital follows
  WordSet before_digit;  // "No", "p": abbreviations where a number follows
  WordSet mixed;         // "Ph.D"
  WordSet starters;      // "The", "He": capitalised after an abbreviation, they start a sentence
  WordSet leading_apostrophe;
  WordSet hyphen_prefixes;
  WordSet hyphen_suffixes;
  WordSet hyphen_words;
  WordSet slash_words;
  WordSet currencies;  // letters that a dollar sign completes: "US$"
  WordSet units;
  WordSet domains;  // last parts of host and file names
  Contractions contractions;
};

}  // namespace newsgraph
