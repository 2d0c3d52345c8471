#include "language/split/tokenize_lexicon.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "language/split/tokenize_characters.h"
#include "support/ascii.h"
#include "support/embedded.h"

NEWSGRAPH_EMBEDDED(newsgraph_splitting_json);

namespace newsgraph {

namespace {

constexpr std::size_t kLongestContraction = 8;

// Letters of a word of up to eight bytes, lower-cased, in one integer; 0 for longer words.
std::uint64_t pack(std::string_view word) {
  if (word.empty() || word.size() > kLongestContraction) return 0;
  std::uint64_t letters = 0;
  for (const char c : word) letters = letters << 8 | static_cast<unsigned char>(ascii_lower(c));
  return letters;
}

std::size_t slot_of(std::uint64_t letters) {
  return static_cast<std::size_t>((letters * 0x9E3779B97F4A7C15U) >> 56U);
}

bool is_capitals(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return is_ascii_upper(c); });
}

}  // namespace

WordSet::WordSet(std::vector<std::string> words) : words_(std::move(words)) {
  std::sort(words_.begin(), words_.end());
  for (const auto& word : words_) longest_ = std::max(longest_, word.size());
}

bool WordSet::contains(std::string_view word) const {
  std::array<char, 16> buffer{};
  if (word.empty() || word.size() > longest_ || word.size() > buffer.size()) return false;
  std::transform(word.begin(), word.end(), buffer.begin(), ascii_lower);
  const std::string_view lower(buffer.data(), word.size());
  const auto at = std::lower_bound(words_.begin(), words_.end(), lower);
  return at != words_.end() && *at == lower;
}

Contractions::Contractions(const std::vector<std::string>& patterns) {
  for (const auto& pattern : patterns) {
    Entry entry;
    std::string word;
    for (const char c : pattern) {
      if (c != '|') {
        word += c;
      } else {
        (entry.cuts.first == 0 ? entry.cuts.first : entry.cuts.second) =
            static_cast<std::uint8_t>(word.size());
      }
    }
    entry.letters = pack(word);
    std::size_t slot = slot_of(entry.letters);
    while (slots_[slot].letters != 0) slot = (slot + 1) % kSlots;
    slots_[slot] = entry;
  }
}

Cuts Contractions::find(std::string_view word) const noexcept {
  const std::uint64_t letters = pack(word);
  if (letters == 0) return {};
  for (std::size_t slot = slot_of(letters); slots_[slot].letters != 0; slot = (slot + 1) % kSlots) {
    if (slots_[slot].letters != letters) continue;
    // "IM" and "IVE" are initials as often as not.
    return word.size() <= 3 && is_capitals(word) ? Cuts{} : slots_[slot].cuts;
  }
  return {};
}

const SplittingLexicon& SplittingLexicon::get() {
  static const SplittingLexicon lexicon = [] {
    const auto json = nlohmann::json::parse(NEWSGRAPH_EMBEDDED_TEXT(newsgraph_splitting_json));
    const auto words = [](const nlohmann::json& list) { return list.get<std::vector<std::string>>(); };
    const auto set = [&](const char* key) { return WordSet(words(json.at(key))); };
    const auto& abbreviations = json.at("abbreviations");
    const auto abbreviation = [&](const char* key) { return WordSet(words(abbreviations.at(key))); };
    return SplittingLexicon{abbreviation("before_name"),
                            abbreviation("anywhere"),
                            abbreviation("capitalised"),
                            abbreviation("before_digit"),
                            abbreviation("mixed"),
                            set("starters"),
                            set("leading_apostrophe"),
                            set("hyphen_prefixes"),
                            set("hyphen_suffixes"),
                            set("hyphen_words"),
                            set("slash_words"),
                            set("currencies"),
                            set("units"),
                            set("domains"),
                            Contractions(words(json.at("contractions")))};
  }();
  return lexicon;
}

}  // namespace newsgraph
