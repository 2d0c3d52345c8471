#include "claims/prefilter/stating_words.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "support/ascii.h"
#include "support/error.h"
#include "support/utf8.h"

extern "C" {
extern const unsigned char newsgraph_stating_words[];
extern const unsigned char newsgraph_stating_words_end[];
}

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

StatingWords StatingWords::parse(std::string_view json, const std::string& origin) {
  try {
    const auto data = nlohmann::json::parse(json);
    StatingWords words;
    words.constant_ = data.at("constant").get<double>();
    words.least_ = data.at("least").get<double>();
    words.weights_ = LinearWeights(data.at("weights").get<LinearWeights::Table>());
    return words;
  } catch (const nlohmann::json::exception& error) {
    throw Error(std::string("these are no words that state something: ") + error.what(), origin,
                "They are made by tools/train/stating_words.py.");
  }
}

const StatingWords& StatingWords::built_in() {
  static const StatingWords words =
      parse(std::string_view(reinterpret_cast<const char*>(newsgraph_stating_words),
                             static_cast<std::size_t>(newsgraph_stating_words_end - newsgraph_stating_words)),
            "built-in words that state something");
  return words;
}

// Each word and pair counts once.
double StatingWords::score(const Sentence& sentence) const {
  std::set<const double*> counted;
  double sum = constant_;
  std::string word, pair;
  const auto add = [&](std::string_view feature) {
    const double* weight = weights_.find(feature);
    if (weight != nullptr && counted.insert(weight).second) sum += *weight;
  };
  for (const Token& token : sentence.tokens) {
    write_form(token.form, word);
    add(word);
    if (!pair.empty()) add(pair += word);
    pair = word + ' ';
  }
  return sum;
}

}  // namespace newsgraph
