#include "language/conllu/conllu_tree.h"

#include <algorithm>

namespace newsgraph {

bool is_tree(const Sentence& sentence) {
  const auto& tokens = sentence.tokens;
  const auto size = static_cast<std::int32_t>(tokens.size());
  const auto roots = std::count_if(tokens.begin(), tokens.end(), [](const Token& t) { return t.head == -1; });
  const bool in_range = std::all_of(tokens.begin(), tokens.end(),
                                    [&](const Token& t) { return t.head >= -1 && t.head < size; });
  if (roots != 1 || !in_range) return false;
  // Walks up from each token until a root or a token that an earlier walk has seen; meeting a token
  // of the same walk is a cycle.
  std::vector<std::int32_t> walk(tokens.size(), -1);
  for (std::int32_t start = 0; start < size; ++start) {
    std::int32_t at = start;
    while (at != -1 && walk[static_cast<std::size_t>(at)] == -1) {
      walk[static_cast<std::size_t>(at)] = start;
      at = tokens[static_cast<std::size_t>(at)].head;
    }
    if (at != -1 && walk[static_cast<std::size_t>(at)] == start) return false;
  }
  return true;
}

}  // namespace newsgraph
