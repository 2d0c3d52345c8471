// What the sentence classifier looks at. One piece of code computes the features for the program
// (hashed) and for the training (as text), so that the two cannot differ.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "language/split/tokenize.h"

namespace newsgraph {

// A growing sentence: its first token, and which quotes and brackets are open at its end.
class SentenceState {
 public:
  SentenceState(std::string_view text, std::span<const RawToken> tokens) : text_(text), tokens_(tokens) {}

  void restart(std::size_t first);
  // Takes in the token at `index`, which follows the ones taken in before.
  void advance(std::size_t index);

  std::string_view text() const { return text_; }
  std::span<const RawToken> tokens() const { return tokens_; }
  std::size_t first() const { return first_; }
  bool in_quotes() const { return in_quotes_; }
  bool in_brackets() const { return brackets_ > 0; }

 private:
  std::string_view text_;
  std::span<const RawToken> tokens_;
  std::size_t first_ = 0;
  int brackets_ = 0;
  bool in_quotes_ = false;
};

// Whether a sentence might end before the token at `right`; most gaps are ruled out here.
bool may_end_before(const SentenceState& state, std::size_t right);

// A feature is the number of its template and up to four values.
struct Feature {
  char id = 0;
  std::uint8_t count = 0;
  std::array<std::string_view, 4> values{};
};
inline constexpr std::size_t kFeatureCount = 12;

// The features of the gap before the token at `right`. The views point into `scratch` and the text.
struct FeatureScratch {
  std::array<std::array<char, 24>, 3> forms{};
};
std::array<Feature, kFeatureCount> boundary_features(const SentenceState& state, std::size_t right,
                                                     FeatureScratch& scratch);

// The FeatureHash over the id and the values with separators: the feature's key in the weight table.
std::uint64_t hash_of(const Feature& feature);
// The bytes that are hashed: the id, then each value with a bar after it.
std::string to_text(const Feature& feature);

}  // namespace newsgraph
