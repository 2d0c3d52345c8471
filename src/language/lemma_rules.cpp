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

std::string LemmaRules::lemma(std::string_view form, Upos upos, std::size_t rule) const {
  const std::u32string normal = normalise_form(form);
  if (exception_keys_.size() > 0) {
    std::string key = encode_form(lower_form(normal));
    key += '\t';
    key += to_string(upos);
    const std::size_t found = exception_keys_.find(key);
    if (found < exception_keys_.size()) return std::string(exception_lemmas_[found]);
  }
  std::string result = apply(rules_[rule], normal);
  return result.empty() ? std::string(form) : result;
}

}  // namespace newsgraph
