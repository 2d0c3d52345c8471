// Lemmas as edit rules that the model chooses among; tools/train/newsgraph_train/lemmas.py learns them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/network/model_file.h"
#include "language/network/string_index.h"
#include "language/sentence/labels.h"

namespace newsgraph {

class LemmaRules {
 public:
  // What the rules read of a form.
  struct Form {
    std::u32string normal;     // with plain marks
    bool capital = false;      // it is not all in small letters
    bool typographic = false;  // it has a mark that normalise_form() replaces
  };
  struct Lemma {
    std::string text;
    bool settled = true;  // the same for every scores whose best rule is the same
  };

  // `rules` is the list in the header; the exceptions and known words are string tables of the file.
  LemmaRules(const ModelFile& file, const nlohmann::json& rules);

  std::size_t size() const { return rules_.size(); }
  static Form read(std::string_view form);
  // The rule of the greatest score that a form, and whether its tags make it a proper noun, allow;
  // size() where none is.
  std::size_t best(const Form& form, bool proper, std::span<const float> scores) const;
  // The lemma of a tagged form whose best rule is `rule`: that of the exceptions, else what the rule
  // makes, unless that is no known word and a rule that scores nearly as much makes one ("submitt",
  // "submit"). A form that is too short for its rule gives itself in small letters.
  Lemma lemma(std::string_view text, const Form& form, Upos upos, bool proper, std::size_t rule,
              std::span<const float> scores) const;

  // Whether the model knows the word, given in small letters.
  bool known(std::string_view word) const;

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
  static bool allows(const Form& form, bool proper, const Rule& rule);

  // The allowed rule that comes after rule `last` in the order of scores, then of numbers; the first one
  // where that is size(), and size() behind the last one.
  std::size_t next(const Form& form, bool proper, std::span<const float> scores, std::size_t last) const;
  Lemma by_rules(const Form& form, bool proper, std::size_t rule, std::span<const float> scores) const;

  std::vector<Rule> rules_;
  std::shared_ptr<const StringIndex> exception_keys_;  // "form<tab>UPOS"
  StringTable exception_lemmas_;
  std::shared_ptr<const StringIndex> known_words_;  // in small letters
};

}  // namespace newsgraph
