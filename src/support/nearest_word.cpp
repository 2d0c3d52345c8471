#include "support/nearest_word.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "support/ascii.h"

namespace newsgraph {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> above;  // the row before the last
  std::vector<std::size_t> last(b.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1), last[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], above[j - 2] + 1);
    }
    above = std::move(last);
    last = std::move(row);
  }
  return last[b.size()];
}

std::string_view nearest_word(std::string_view word, std::span<const std::string_view> known) {
  constexpr std::size_t kLongest = 200;  // nobody mistypes a text
  if (word.size() > kLongest) return {};
  const std::string lowered = ascii_lowered(word);
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    if (candidate.empty()) continue;
    const std::size_t distance = edit_distance(lowered, ascii_lowered(candidate));
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> known,
                         std::string_view end) {
  const std::string_view nearest = nearest_word(word, known);
  return nearest.empty() ? "" : std::string(end) + " Did you mean \"" + std::string(nearest) + "\"?";
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known,
                       const std::string& otherwise) {
  const std::vector<std::string_view> words(known.begin(), known.end());
  const std::string_view nearest = nearest_word(word, words);
  return nearest.empty() ? otherwise : "Did you mean \"" + std::string(nearest) + "\"?";
}

}  // namespace newsgraph
