#include "claims/prefilter/naming_scope.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr int kBack = 4;      // sentences back in which antecedents and events are looked for
constexpr int kMentions = 2;  // sentences of a name in which it may be fuller: the first ones
constexpr int kOpening = 2;   // the title and the first sentence say who the news is about

// A capital letter, or one that is not ASCII, in a word of some length: enough to tell who may be named.
bool may_name(const Token& token) {
  const char first = token.form.front();
  return token.form.size() > 2 && (is_ascii_upper(first) || !is_ascii(first));
}

}  // namespace

std::vector<bool> naming_scope(const std::vector<Sentence>& sentences, const std::vector<int>& stating,
                               const std::vector<int>& vague) {
  std::vector<bool> reach(sentences.size());
  for (std::size_t s = 0; s < std::min<std::size_t>(kOpening, reach.size()); ++s) reach[s] = true;
  for (const int s : stating) reach[static_cast<std::size_t>(s)] = true;
  for (const int s : vague) std::fill(reach.begin() + std::max(0, s - kBack), reach.begin() + s, true);
  std::unordered_map<std::string_view, int> wanted;  // words of names, and in how many sentences more
  for (const int s : stating) {
    const auto& tokens = sentences[static_cast<std::size_t>(s)].tokens;
    // The first word of a sentence has its capital from there.
    for (std::size_t t = 1; t < tokens.size(); ++t) {
      if (may_name(tokens[t])) wanted.try_emplace(tokens[t].form, kMentions);
    }
  }
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    bool holds = false;
    for (const Token& token : sentences[s].tokens) {
      if (!may_name(token)) continue;
      const auto word = wanted.find(token.form);
      holds = holds || (word != wanted.end() && word->second > 0);
    }
    if (!holds) continue;
    for (const Token& token : sentences[s].tokens) {
      if (const auto word = wanted.find(token.form); word != wanted.end()) --word->second;
    }
    reach[s] = true;
  }
  return reach;
}

}  // namespace newsgraph
