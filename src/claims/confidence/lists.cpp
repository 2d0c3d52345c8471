#include "claims/confidence/lists.h"

#include <algorithm>

#include "claims/grammar/tree.h"

namespace newsgraph {

namespace {

// The token of a phrase that the others hang on; -1 where the phrase stands in another sentence.
int head_of(const Sentence& sentence, const Extent& phrase) {
  const auto inside = [&](const Token& token) {
    return token.begin >= phrase.begin && token.end <= phrase.end;
  };
  for (int t = 0; t < sentence.size(); ++t) {
    const Token& token = sentence.token(t);
    if (inside(token) && (token.head < 0 || !inside(sentence.token(token.head)))) return t;
  }
  return -1;
}

bool are_joined(const Sentence& sentence, const Argument& one, const Argument& other) {
  const int first = head_of(sentence, one.extent), second = head_of(sentence, other.extent);
  if (first < 0 || second < 0 || first == second) return false;
  // "condemned the coup of Doe; Peru and Chile did not": another clause, whatever the tree joins.
  for (int t = std::min(first, second); t < std::max(first, second); ++t) {
    if (sentence.token(t).form == ";") return false;
  }
  const Tree tree(sentence);
  return tree.first_conjunct(first) == tree.first_conjunct(second);
}

}  // namespace

bool are_of_one_list(const Sentence& sentence, const Finding& one, const Finding& other) {
  const Claim& a = one.claim;
  const Claim& b = other.claim;
  const bool same = one.trigger.sentence == other.trigger.sentence &&
                    one.trigger.token == other.trigger.token && a.relation == b.relation && a.rule == b.rule;
  if (!same) return false;
  if (a.object.name == b.object.name) return are_joined(sentence, a.subject, b.subject);
  return a.subject.name == b.subject.name && are_joined(sentence, a.object, b.object);
}

}  // namespace newsgraph
