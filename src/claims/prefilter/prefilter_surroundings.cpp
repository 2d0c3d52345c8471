#include "claims/prefilter/prefilter_surroundings.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "claims/grammar/tree.h"
#include "knowledge/word_lists.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr std::size_t kPhrase = 8;  // tokens of a phrase among which its name is
constexpr std::size_t kAround = 3;  // tokens between a participle and what makes it a passive

// Whether a word may be a name or stand for one: "Orion", "eBay", "it", "the company".
bool may_refer(std::string_view form) {
  static constexpr std::array<std::string_view, 24> kPronouns{
      "it",  "its", "itself", "they", "them", "their", "he",  "him",  "his",  "she",   "her",   "each",
      "who", "us",  "our",    "we",   "you",  "which", "one", "whom", "both", "whose", "those", "these"};
  const auto is = [&](std::string_view word) { return equals_ignoring_case(form, word); };
  const bool capital =
      std::any_of(form.begin(), form.end(), [](char c) { return is_ascii_upper(c) || !is_ascii(c); });
  if (capital || std::any_of(kPronouns.begin(), kPronouns.end(), is)) return true;
  const WordLists& words = WordLists::built_in();
  return words.body(form) || words.role(form) || words.people_of(form) || !words.type_of(form).empty();
}

}  // namespace

bool holds_relative(const Sentence& sentence) {
  static constexpr std::array<std::string_view, 3> words{"which", "whom", "whose"};
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& token) {
    return std::find(words.begin(), words.end(), token.form) != words.end();
  });
}

bool follows_hyphen(const Sentence& sentence, std::size_t token) {
  return token > 0 && sentence.tokens[token - 1].form == "-" && !sentence.tokens[token - 1].space_after;
}

bool joins_names(const Sentence& sentence, std::size_t token) {
  const auto capital = [&](std::size_t at) {
    const char first = sentence.tokens[at].form.front();
    return is_ascii_upper(first) || !is_ascii(first);
  };
  return token > 0 && token + 1 < sentence.tokens.size() && capital(token - 1) && capital(token + 1);
}

bool names_behind(const Sentence& sentence, std::size_t token) {
  const auto end = std::min(sentence.tokens.size(), token + 1 + kPhrase);
  for (std::size_t t = token + 1; t < end; ++t) {
    if (may_refer(sentence.tokens[t].form)) return true;
  }
  return false;
}

bool may_be_passive(const Sentence& sentence, std::size_t token) {
  static constexpr std::array<std::string_view, 8> kBe{"is", "are",  "was",   "were",
                                                       "be", "been", "being", "'s"};
  const auto& tokens = sentence.tokens;
  for (std::size_t t = token - std::min(token, kAround); t < token; ++t) {
    if (std::find(kBe.begin(), kBe.end(), tokens[t].form) != kBe.end()) return true;
  }
  for (std::size_t t = token + 1; t < std::min(tokens.size(), token + 1 + kAround); ++t) {
    if (tokens[t].form == "by") return true;
  }
  return false;
}

bool is_auxiliary(const Sentence& sentence, std::size_t token) {
  static constexpr std::array<std::string_view, 4> kHave{"have", "has", "had", "having"};
  static constexpr std::array<std::string_view, 5> kBetween{"not", "n't", "also", "never", "already"};
  const auto& tokens = sentence.tokens;
  const auto among = [](const auto& list, std::string_view form) {
    return std::any_of(list.begin(), list.end(),
                       [&](std::string_view word) { return equals_ignoring_case(form, word); });
  };
  if (!among(kHave, tokens[token].form)) return false;
  std::size_t next = token + 1;
  while (next < tokens.size() && (among(kBetween, tokens[next].form) || tokens[next].form.ends_with("ly")))
    ++next;
  if (next >= tokens.size()) return false;
  const auto form = tokens[next].form;
  const bool small = is_ascii_lower(form[0]);  // not "has United"
  return form == "been" || (small && form.size() > 4 && form.ends_with("ed") && !form.ends_with("eed"));
}

}  // namespace newsgraph
