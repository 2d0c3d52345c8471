#include "claims/schema/inflection.h"

#include <algorithm>

namespace newsgraph {

namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

}  // namespace

void add_verb_forms(const std::string& lemma, std::vector<std::string>& forms) {
  for (const char* ending : {"", "s", "es", "ed", "ing"}) forms.push_back(lemma + ending);
  const char last = lemma.back();
  if (last == 'e') {
    forms.push_back(lemma + "d");
    forms.push_back(lemma.substr(0, lemma.size() - 1) + "ing");
  }
  if (last == 'y') {
    const std::string stem = lemma.substr(0, lemma.size() - 1);
    forms.push_back(stem + "ies");
    forms.push_back(stem + "ied");
  }
  if (!is_vowel(last)) {
    for (const char* ending : {"ed", "ing"}) forms.push_back(lemma + last + ending);
  }
}

void add_noun_forms(const std::string& lemma, std::vector<std::string>& forms) {
  for (const char* ending : {"", "s", "es"}) forms.push_back(lemma + ending);
  if (lemma.back() == 'y') forms.push_back(lemma.substr(0, lemma.size() - 1) + "ies");
}

void keep_distinct(std::vector<std::string>& forms) {
  std::sort(forms.begin(), forms.end());
  forms.erase(std::unique(forms.begin(), forms.end()), forms.end());
}

}  // namespace newsgraph
