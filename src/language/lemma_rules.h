// Lemmas as edit rules that the model chooses among; tools/train/newsgraph_train/lemmas.py learns them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/labels.h"
#include "language/model_file.h"

namespace newsgraph {

class LemmaRules {
 public:
  // `rules` is the list in the header; the exceptions are string tables of the file.
  LemmaRules(const ModelFile& file, const nlohmann::json& rules);

  std::size_t size() const { return rules_.size(); }
  // The lemma of a tagged form: that of the exceptions, else by the rule of the greatest score that the
  // tags allow. A form that is too short for its rule gives itself in small letters.
  std::string lemma(std::string_view form, Upos upos, Xpos xpos, std::span<const float> scores) const;

 private:
  enum class Case : std::uint8_t { lower, keep, title, upper, whole };
  // Cuts so many code points at both ends and adds strings there; `whole`: add_front is the lemma.
  struct Rule {
    Case letters = Case::lower;
    std::size_t cut_front = 0;
    std::size_t cut_back = 0;
    std::u32string add_front;
    std::u32string add_back;
    bool typographic = false;  // gives a mark that normalise_form() replaces
  };

  static Rule read(const ModelFile& file, const nlohmann::json& rule);
  static std::u32string cased(Case letters, std::u32string text);
  static std::string apply(const Rule& rule, const std::u32string& form);

  const Rule* choose(bool capital, bool typographic, std::span<const float> scores) const;

  std::vector<Rule> rules_;
  StringTable exception_keys_;  // "form<tab>UPOS", sorted
  StringTable exception_lemmas_;
};

}  // namespace newsgraph
