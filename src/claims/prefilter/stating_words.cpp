#include "claims/prefilter/stating_words.h"

#include <cstdint>
#include <unordered_set>

#include "support/ascii.h"
#include "support/embedded.h"
#include "support/utf8.h"

NEWSGRAPH_EMBEDDED(newsgraph_stating_words);

namespace newsgraph {

namespace {

// Numbers are alike.
void write_form(std::string_view form, std::string& word) {
  word.clear();
  if (!form.empty() && is_ascii_digit(form.front())) {
    word = "0";
    return;
  }
  for (const auto [code_point, length, valid] : utf8::code_points(form))
    utf8::append(word, utf8::to_lower(code_point));
}

}  // namespace

const StatingWords& StatingWords::built_in() {
  static const StatingWords words(NEWSGRAPH_EMBEDDED_TEXT(newsgraph_stating_words),
                                  "words that state something");
  return words;
}

// Each word and pair counts once.
int StatingWords::score(const Sentence& sentence) const {
  std::unordered_set<std::uint64_t> counted;
  int sum = weights_.bias();
  const auto add = [&](const FeatureHash& feature) {
    const int weight = weights_.weight(feature.value());
    if (weight != 0 && counted.insert(feature.value()).second) sum += weight;
  };
  std::string word, before;
  for (const Token& token : sentence.tokens) {
    write_form(token.form, word);
    FeatureHash one;
    one.add("1 ");
    one.add(word);
    add(one);
    if (!before.empty()) {
      FeatureHash two;
      two.add("2 ");
      two.add(before);
      two.add(' ');
      two.add(word);
      add(two);
    }
    before.swap(word);
  }
  return sum;
}

}  // namespace newsgraph
