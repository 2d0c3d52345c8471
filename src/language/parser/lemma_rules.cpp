#include "language/parser/lemma_rules.h"

#include <optional>
#include <utility>

#include "language/network/form_text.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

// How much more a rule has to score (in nats) whose result is no known word.
constexpr float kUnknownPenalty = 3.0F;

std::u32string decode(std::string_view text) {
  std::u32string result;
  for (const auto& [c, length, valid] : utf8::code_points(text)) result += c;
  return result;
}

}  // namespace

LemmaRules::LemmaRules(const ModelFile& file, const nlohmann::json& rules)
    : exception_keys_(file.index("parser.lemma_exceptions.keys")),
      exception_lemmas_(file.strings("parser.lemma_exceptions.lemmas")),
      known_words_(file.index("parser.known_words")) {
  if (!rules.is_array() || rules.empty()) file.fail("it has no lemma rules");
  if (exception_keys_->size() != exception_lemmas_.size()) file.fail("its lemma exceptions do not match");
  for (const nlohmann::json& rule : rules) rules_.push_back(read(file, rule));
}

LemmaRules::Rule LemmaRules::read(const ModelFile& file, const nlohmann::json& rule) {
  static constexpr std::pair<std::string_view, Case> kCases[] = {{"lower", Case::lower},
                                                                 {"keep", Case::keep},
                                                                 {"title", Case::title},
                                                                 {"upper", Case::upper},
                                                                 {"whole", Case::whole}};
  try {
    Rule result{Case::lower, rule.at("cut_front").get<std::size_t>(), rule.at("cut_back").get<std::size_t>(),
                decode(rule.at("add_front").get<std::string>()),
                decode(rule.at("add_back").get<std::string>())};
    const auto wanted = rule.at("case").get<std::string>();
    for (const auto& [name, letters] : kCases) {
      if (name == wanted) {
        result.letters = letters;
        result.typographic =
            letters == Case::whole && normalise_form(encode_form(result.add_front)) != result.add_front;
        return result;
      }
    }
  } catch (const nlohmann::json::exception&) {
    // A field is missing or of another type: the same complaint as for a case that does not exist.
  }
  file.fail("a lemma rule is wrong");
}

std::u32string LemmaRules::cased(Case letters, std::u32string text) {
  switch (letters) {
    case Case::keep:
    case Case::whole:
      return text;
    case Case::lower:
      return lower_form(text);
    case Case::title:
      text = lower_form(text);
      break;
    case Case::upper:
      break;
  }
  const std::size_t raised = letters == Case::upper ? text.size() : std::size_t{text.empty() ? 0U : 1U};
  for (std::size_t i = 0; i < raised; ++i) text[i] = utf8::to_upper(text[i]);
  return text;
}

std::string LemmaRules::apply(const Rule& rule, const std::u32string& form) {
  if (rule.letters == Case::whole) return encode_form(rule.add_front);
  const std::u32string text = rule.letters == Case::keep ? form : lower_form(form);
  if (rule.cut_front > text.size() || rule.cut_back > text.size() - rule.cut_front) {
    return encode_form(lower_form(form));
  }
  const std::size_t kept = text.size() - rule.cut_front - rule.cut_back;
  return encode_form(cased(rule.letters, rule.add_front + text.substr(rule.cut_front, kept) + rule.add_back));
}

LemmaRules::Form LemmaRules::read(std::string_view form) {
  Form result{normalise_form(form)};
  result.capital = lower_form(result.normal) != result.normal;
  result.typographic = encode_form(result.normal) != form;
  return result;
}

// A proper noun that is written with a capital keeps one. Only typographic marks give such marks: the
// parser sees them normalised and cannot tell "--" from a dash.
bool LemmaRules::allows(const Form& form, bool proper, const Rule& rule) {
  return !(proper && form.capital && rule.letters == Case::lower) && (form.typographic || !rule.typographic);
}

std::size_t LemmaRules::next(const Form& form, bool proper, std::span<const float> scores,
                             std::size_t last) const {
  std::size_t result = size();
  for (std::size_t i = 0; i < size(); ++i) {
    if (last < size() && (scores[i] > scores[last] || (scores[i] == scores[last] && i <= last))) continue;
    if ((result == size() || scores[i] > scores[result]) && allows(form, proper, rules_[i])) result = i;
  }
  return result;
}

std::size_t LemmaRules::best(const Form& form, bool proper, std::span<const float> scores) const {
  return next(form, proper, scores, size());
}

bool LemmaRules::known(std::string_view lemma) const {
  const std::string word = encode_form(lower_form(decode(lemma)));
  return known_words_->find(word) < known_words_->size();
}

LemmaRules::Lemma LemmaRules::by_rules(const Form& form, bool proper, std::size_t rule,
                                       std::span<const float> scores) const {
  std::string made = apply(rules_[rule], form.normal);
  if (known(made)) return {made};
  const float least = scores[rule] - kUnknownPenalty;
  for (std::size_t i = next(form, proper, scores, rule); i < size() && scores[i] >= least;
       i = next(form, proper, scores, i)) {
    std::string other = apply(rules_[i], form.normal);
    if (known(other)) return {other, false};
  }
  return {made, false};
}

LemmaRules::Lemma LemmaRules::lemma(std::string_view text, const Form& form, Upos upos, bool proper,
                                    std::size_t rule, std::span<const float> scores) const {
  std::string key(text);
  key += '\t';
  key += to_string(upos);
  const std::size_t found = exception_keys_->find(key);
  if (found < exception_keys_->size()) return {std::string(exception_lemmas_[found])};
  if (rule == size()) return {std::string(text)};
  Lemma result = by_rules(form, proper, rule, scores);
  if (result.text.empty()) result.text = text;
  return result;
}

}  // namespace newsgraph
