// Files of learned weights, asked about what they know and about what they do not.
#include <algorithm>
#include <string>
#include <vector>

#include "claims/confidence/scorer.h"
#include "claims/prefilter/stating_words.h"
#include "claims/resolve/antecedent_ranker.h"
#include "other_targets.h"
#include "support/weight_table.h"
#include "targets.h"

namespace newsgraph::fuzz {
namespace {

// The words of the file between quotation marks: the names of its features, but for those that are escaped.
std::vector<NamedFeature> features_in(std::string_view json) {
  constexpr std::size_t kMost = 64;
  std::vector<NamedFeature> features;
  while (features.size() < kMost) {
    const auto begin = json.find('"');
    const auto end = json.find('"', begin + 1);
    if (begin == std::string_view::npos || end == std::string_view::npos) break;
    features.push_back({std::string(json.substr(begin + 1, end - begin - 1))});
    json.remove_prefix(end + 1);
  }
  return features;
}

bool is_probability(double value) {
  return value >= 0 && value <= 1;
}

// Until the mark, which is taken away with it.
std::string_view next_piece(std::string_view& text, std::string_view marks) {
  const std::size_t end = std::min(text.find_first_of(marks), text.size());
  const std::string_view piece = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return piece;
}

// What stands in a table of weights between blanks, `times` times over.
Sentence words_in(std::string_view table, int times) {
  constexpr std::size_t kMost = 64;
  Sentence sentence;
  while (!table.empty() && sentence.tokens.size() < kMost) {
    const std::string_view word = next_piece(table, " \t\n");
    if (!word.empty()) sentence.tokens.emplace_back().form = word;
  }
  const std::vector<Token> once = sentence.tokens;
  for (int i = 1; i < times; ++i) sentence.tokens.insert(sentence.tokens.end(), once.begin(), once.end());
  return sentence;
}

}  // namespace

void run_stating(std::string_view bytes) {
  const StatingWords words(bytes, "words.tsv");
  words.score(words_in(bytes, 1));
  // Twice, the last word stands before the first as well; three times shows nothing new.
  require(words.score(words_in(bytes, 2)) == words.score(words_in(bytes, 3)), "a word and a pair count once");
  const WeightTable table(bytes, "words.tsv");
  while (!bytes.empty()) {
    std::string_view line = next_piece(bytes, "\n");
    if (line.empty() || line.front() == '#') continue;
    next_piece(line, "\t");
    FeatureHash hash;
    hash.add(line);
    require(line == "bias" || table.weight(hash.value()) != 0, "what stands in the table has a weight");
  }
}

void run_antecedents(std::string_view bytes) {
  const AntecedentRanker ranker = AntecedentRanker::parse(bytes, "antecedents.json");
  std::vector<AntecedentCandidate> candidates{{nullptr, {}}, {nullptr, features_in(bytes)}};
  for (const NamedFeature& feature : candidates.back().features)
    candidates.push_back({nullptr, {feature, {"unheard of", -9}}});
  double sum = 0;
  for (const double each : ranker.probabilities(candidates)) {
    require(is_probability(each), "a candidate has a probability");
    sum += each;
  }
  require(sum > 0.999 && sum < 1.001, "the candidates share one probability");
}

void run_scorer(std::string_view bytes) {
  const Scorer scorer = Scorer::parse(bytes, "scorer.json");
  std::vector<NamedFeature> features = features_in(bytes);
  require(is_probability(scorer.probability({})), "a claim has a probability");
  require(is_probability(scorer.probability(features)), "a claim has a probability");
  for (NamedFeature& feature : features) feature.value = -kBestVerdict;
  require(is_probability(scorer.probability(features)), "a claim has a probability");
  for (const char* rule : {"verb:own", "learned:owns", "repeat:do"}) scorer.least(rule, true);
}

}  // namespace newsgraph::fuzz
