// Lemmas of tagged tokens, made once for each form, tag and rule.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/parser/lemma_rules.h"

namespace newsgraph {

// At most kForms forms; when that many are in it, it starts anew. Not for two threads at once.
class Lemmatiser {
 public:
  static constexpr std::size_t kForms = 16384;

  explicit Lemmatiser(const LemmaRules& rules) : rules_(&rules) {}

  // The lemma by the scores of the rules (LemmaRules::lemma), valid until the next call.
  const std::string& lemma(std::string_view form, Upos upos, Xpos xpos, std::span<const float> scores);

 private:
  struct Made {
    Upos upos;
    bool proper;
    std::size_t rule;
    std::string lemma;
  };
  struct Entry {
    LemmaRules::Form form;
    std::vector<Made> made;  // mostly one, seldom more than three
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view form) const { return std::hash<std::string_view>()(form); }
  };

  Entry& entry(std::string_view form);

  const LemmaRules* rules_;
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
  std::string unsettled_;  // the last lemma that other scores may make otherwise
};

}  // namespace newsgraph
