#include "language/lemma_rules.h"

#include <optional>
#include <utility>

#include "language/embedder_text.h"
#include "support/utf8.h"

namespace newsgraph {
namespace {

std::u32string decode(const std::string& text) {
  std::u32string result;
  for (const auto& [c, length, valid] : utf8::code_points(text)) result += c;
  return result;
}

}  // namespace

LemmaRules::LemmaRules(const ModelFile& file, const nlohmann::json& rules)
    : exception_keys_(file.strings("parser.lemma_exceptions.keys")),
      exception_lemmas_(file.strings("parser.lemma_exceptions.lemmas")) {
  if (!rules.is_array() || rules.empty()) file.fail("it has no lemma rules");
  if (exception_keys_.size() != exception_lemmas_.size()) file.fail("its lemma exceptions do not match");
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

// A proper noun that is written with a capital keeps one. Only typographic marks give such marks: the
// parser sees them normalised and cannot tell "--" from a dash.
const LemmaRules::Rule* LemmaRules::choose(bool capital, bool typographic,
                                           std::span<const float> scores) const {
  const Rule* best = nullptr;
  float best_score = 0;
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    const Rule& rule = rules_[i];
    if ((capital && rule.letters == Case::lower) || (rule.typographic && !typographic)) continue;
    if (best != nullptr && scores[i] <= best_score) continue;
    best = &rule;
    best_score = scores[i];
  }
  return best;
}

std::string LemmaRules::lemma(std::string_view form, Upos upos, Xpos xpos,
                              std::span<const float> scores) const {
  std::string key(form);
  key += '\t';
  key += to_string(upos);
  const std::size_t found = exception_keys_.find(key);
  if (found < exception_keys_.size()) return std::string(exception_lemmas_[found]);
  const std::u32string normal = normalise_form(form);
  const bool proper = upos == Upos::propn || xpos == Xpos::nnp || xpos == Xpos::nnps;
  const bool capital = proper && lower_form(normal) != normal;
  const Rule* rule = choose(capital, encode_form(normal) != form, scores);
  std::string result = rule == nullptr ? std::string() : apply(*rule, normal);
  return result.empty() ? std::string(form) : result;
}

}  // namespace newsgraph
