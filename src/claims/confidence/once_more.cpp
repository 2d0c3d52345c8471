#include "claims/confidence/once_more.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "support/ascii.h"
#include "support/utf8.h"

namespace newsgraph {

namespace {

// As in training (tools/train/newsgraph_train/verification.py).
constexpr std::size_t kMostBefore = 32;  // words of the sentence before
constexpr std::size_t kMostName = 8;     // words of a name

std::vector<std::string_view> words_of(std::string_view name) {
  std::vector<std::string_view> words;
  while (!name.empty()) {
    const auto end = std::min(name.find(' '), name.size());
    if (end > 0) words.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return words;
}

bool tells_a_name(std::string_view word) {
  return is_ascii_digit(word.front()) || utf8::is_upper(utf8::decode(word, 0).code_point);
}

// The words of a name that has to stand in front; none where the mention has one of them.
std::vector<std::string_view> missing(std::string_view name, const Sentence& sentence,
                                      const ProposedClaim::Span& mention) {
  auto words = words_of(name);
  for (auto t = mention.first; t >= 0 && t <= mention.last; ++t) {
    const std::string_view form = sentence.token(t).form;
    if (tells_a_name(form) && std::ranges::count(words, form) > 0) return {};
  }
  words.resize(std::min(words.size(), kMostName));
  return words;
}

void add(std::string_view form, Sentence& to) {
  to.tokens.emplace_back().form = form;
}

ProposedClaim::Span add_name(const std::vector<std::string_view>& words, Sentence& to) {
  if (words.empty()) return {};
  const int first = to.size();
  for (const auto word : words) add(word, to);
  const int last = to.size() - 1;
  add(";", to);
  return {first, last};
}

}  // namespace

OnceMore once_more(const Finding& finding, const ProposedClaim& claim, const Sentence& sentence,
                   const Sentence* before) {
  OnceMore result{.sentence = {}, .claim = claim};
  Sentence& words = result.sentence;
  result.claim.subject_name = add_name(missing(finding.claim.subject.name, sentence, claim.subject), words);
  result.claim.object_name = add_name(missing(finding.claim.object.name, sentence, claim.object), words);
  if (before != nullptr) {
    const std::size_t size = before->tokens.size();
    for (std::size_t t = size - std::min(size, kMostBefore); t < size; ++t)
      add(before->tokens[t].form, words);
  }
  const int shift = words.size();
  for (const Token& token : sentence.tokens) add(token.form, words);
  for (ProposedClaim::Span* span : {&result.claim.trigger, &result.claim.subject, &result.claim.object}) {
    if (span->first < 0) continue;
    span->first += shift;
    span->last += shift;
  }
  return result;
}

}  // namespace newsgraph
