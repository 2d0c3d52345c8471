#include "cli/suggestion.h"

#include "support/nearest_word.h"

namespace newsgraph::cli {

std::string suggestion(std::string_view word, const std::vector<std::string>& known,
                       const std::string& otherwise) {
  const std::vector<std::string_view> words(known.begin(), known.end());
  const std::string_view nearest = nearest_word(word, words);
  return nearest.empty() ? otherwise : "Did you mean \"" + std::string(nearest) + "\"?";
}

}  // namespace newsgraph::cli
