#include "claims/reach.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace newsgraph {

namespace {

constexpr int kBefore = 4;   // sentences back in which antecedents and events are looked for
constexpr int kOpening = 2;  // the title and the first sentence say who the news is about

// A capital letter, or one that is not ASCII, in a word of some length: enough to tell who may be named.
bool may_name(const Token& token) {
  const auto first = static_cast<unsigned char>(token.form.front());
  return token.form.size() > 2 && ((first >= 'A' && first <= 'Z') || first >= 0x80U);
}

}  // namespace

std::vector<bool> sentences_near(const std::vector<Sentence>& sentences, const std::vector<int>& stating) {
  std::vector<bool> near(sentences.size());
  const int size = static_cast<int>(sentences.size());
  for (int s = 0; s < std::min(kOpening, size); ++s) near[static_cast<std::size_t>(s)] = true;
  for (const int s : stating) {
    for (int before = std::max(0, s - kBefore); before <= s; ++before)
      near[static_cast<std::size_t>(before)] = true;
  }
  return near;
}

std::vector<bool> sentences_in_reach(const std::vector<Sentence>& sentences,
                                     const std::vector<int>& stating) {
  std::vector<bool> reach = sentences_near(sentences, stating);
  std::unordered_set<std::string_view> words;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (!reach[s]) continue;
    // The first word of a sentence has its capital from there.
    for (std::size_t t = 1; t < sentences[s].tokens.size(); ++t) {
      if (may_name(sentences[s].tokens[t])) words.insert(sentences[s].tokens[t].form);
    }
  }
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const auto& tokens = sentences[s].tokens;
    reach[s] = reach[s] || std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
                 return may_name(token) && words.contains(token.form);
               });
  }
  return reach;
}

}  // namespace newsgraph
