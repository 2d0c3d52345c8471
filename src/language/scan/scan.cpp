#include "language/scan/scan.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <utility>

#include "language/split/tokenize_characters.h"
#include "support/ascii.h"
#include "support/error.h"

namespace newsgraph {

namespace {

constexpr std::size_t kLongestPart = 63;  // bytes: lengths are bits of 64
constexpr std::uint64_t kFnvOffset = 14695981039346656037U;
constexpr std::uint64_t kFnvPrime = 1099511628211U;

std::uint64_t step(std::uint64_t hash, char c) {
  return (hash ^ static_cast<unsigned char>(c)) * kFnvPrime;
}

std::uint64_t hash_of(std::string_view lower) {
  std::uint64_t hash = kFnvOffset;
  for (const char c : lower) hash = step(hash, c);
  return hash;
}

bool starts_with_lowered(std::string_view word, std::string_view lower) {
  return word.size() >= lower.size() && std::equal(lower.begin(), lower.end(), word.begin(),
                                                   [](char a, char b) { return a == ascii_lower(b); });
}

std::vector<std::string> words_of(std::string_view form) {
  std::vector<std::string> words(1);
  for (const char c : form) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += ascii_lower(c);
    }
  }
  return words;
}

}  // namespace

TriggerScanner::TriggerScanner(std::span<const std::string> forms)
    : slots_(std::bit_ceil(std::max<std::size_t>(16, 4 * forms.size()))) {
  for (std::size_t i = 0; i < forms.size(); ++i) {
    Pattern pattern{static_cast<std::int32_t>(i), {}};
    for (std::string& word : words_of(forms[i])) {
      const bool stem = !word.empty() && word.back() == '*';
      if (stem) word.pop_back();
      if (word.empty() || word.size() > kLongestPart) {
        throw Error("\"" + forms[i] + "\" is no word form or stem to look for", {},
                    "Each of its words needs 1 to 63 bytes.");
      }
      pattern.parts.push_back({std::move(word), stem});
    }
    insert(std::move(pattern));
  }
}

void TriggerScanner::insert(Pattern pattern) {
  const std::string& first = pattern.parts.front().text;
  const std::uint64_t hash = hash_of(first);
  const std::uint64_t length_bit = std::uint64_t{1} << first.size();
  lengths_[static_cast<unsigned char>(first.front())] |= length_bit;
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (!slots_[at].patterns.empty() && slots_[at].patterns.front().parts.front().text != first)
    at = (at + 1) & mask;
  slots_[at].hash = hash;
  slots_[at].patterns.push_back(std::move(pattern));
}

// The slot whose first part is the start `word` of a token, as it is written there.
const TriggerScanner::Slot* TriggerScanner::find(std::uint64_t hash, std::string_view word) const {
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t at = hash & mask; !slots_[at].patterns.empty(); at = (at + 1) & mask) {
    const std::string& text = slots_[at].patterns.front().parts.front().text;
    if (slots_[at].hash == hash && text.size() == word.size() && starts_with_lowered(word, text))
      return &slots_[at];
  }
  return nullptr;
}

bool TriggerScanner::fits(const Part& part, std::string_view form) {
  return starts_with_lowered(form, part.text) && (part.stem || form.size() == part.text.size());
}

// Whether the pattern's parts stand at the tokens from `index` on.
bool TriggerScanner::follows(const Pattern& pattern, const Sentence& sentence, std::size_t index) {
  if (index + pattern.parts.size() > sentence.tokens.size()) return false;
  for (std::size_t i = 0; i < pattern.parts.size(); ++i) {
    if (!fits(pattern.parts[i], sentence.tokens[index + i].form)) return false;
  }
  return true;
}

// The lowest form that fits at the token, or -1.
std::int32_t TriggerScanner::hit_at(const Sentence& sentence, std::size_t index) const {
  const std::string_view form = sentence.tokens[index].form;
  if (form.empty()) return -1;
  const std::uint64_t lengths = lengths_[static_cast<unsigned char>(ascii_lower(form.front()))];
  if (lengths == 0) return -1;
  std::int32_t best = -1;
  std::uint64_t hash = kFnvOffset;
  const std::size_t longest = std::min(form.size(), static_cast<std::size_t>(std::bit_width(lengths)) - 1);
  for (std::size_t length = 1; length <= longest; ++length) {
    hash = step(hash, ascii_lower(form[length - 1]));
    if ((lengths >> length & 1U) == 0) continue;
    const Slot* slot = find(hash, form.substr(0, length));
    if (slot == nullptr) continue;
    for (const Pattern& pattern : slot->patterns) {
      const bool better = best < 0 || pattern.form < best;
      if (better && follows(pattern, sentence, index)) best = pattern.form;
    }
  }
  return best;
}

bool TriggerScanner::matches(const Sentence& sentence) const {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    if (hit_at(sentence, i) >= 0) return true;
  }
  return false;
}

std::vector<TriggerHit> TriggerScanner::hits(const Sentence& sentence) const {
  std::vector<TriggerHit> result;
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const std::int32_t form = hit_at(sentence, i);
    if (form >= 0) result.push_back({static_cast<std::int32_t>(i), form});
  }
  return result;
}

}  // namespace newsgraph
