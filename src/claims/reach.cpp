#include "claims/reach.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace newsgraph {

namespace {

constexpr int kAntecedents = 3;  // sentences back in which antecedents are looked for
constexpr int kEvents = 4;       // and events, such as what "the decision" takes up
constexpr int kOpening = 2;      // the title and the first sentence say who the news is about

// A capital letter, or one that is not ASCII, in a word of some length: enough to tell who may be named.
bool may_name(const Token& token) {
  const auto first = static_cast<unsigned char>(token.form.front());
  return token.form.size() > 2 && ((first >= 'A' && first <= 'Z') || first >= 0x80U);
}

// The stating sentences, `back` ones before each, and the opening.
std::vector<bool> sentences_around(const std::vector<Sentence>& sentences, const std::vector<int>& stating,
                                   int back) {
  std::vector<bool> near(sentences.size());
  const int size = static_cast<int>(sentences.size());
  for (int s = 0; s < std::min(kOpening, size); ++s) near[static_cast<std::size_t>(s)] = true;
  for (const int s : stating) {
    for (int before = std::max(0, s - back); before <= s; ++before)
      near[static_cast<std::size_t>(before)] = true;
  }
  return near;
}

}  // namespace

std::vector<bool> sentences_near(const std::vector<Sentence>& sentences, const std::vector<int>& stating) {
  return sentences_around(sentences, stating, kAntecedents);
}

std::vector<bool> sentences_in_reach(const std::vector<Sentence>& sentences,
                                     const std::vector<int>& stating) {
  std::vector<bool> reach = sentences_around(sentences, stating, kEvents);
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
