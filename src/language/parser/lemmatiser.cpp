#include "language/parser/lemmatiser.h"

#include <utility>

#include "language/parser/irregular_verbs.h"

namespace newsgraph {

Lemmatiser::Entry& Lemmatiser::entry(std::string_view form) {
  const auto found = entries_.find(form);
  if (found != entries_.end()) return found->second;
  if (entries_.size() == kForms) entries_.clear();
  return entries_.emplace(form, Entry{LemmaRules::read(form), {}}).first->second;
}

const std::string& Lemmatiser::lemma(std::string_view form, Upos upos, Xpos xpos,
                                     std::span<const float> scores) {
  if (const std::string* verb = irregular_verb(form, upos, xpos)) return *verb;
  Entry& e = entry(form);
  const bool proper = upos == Upos::propn || xpos == Xpos::nnp || xpos == Xpos::nnps;
  const std::size_t rule = rules_->best(e.form, proper, scores);
  for (const Made& made : e.made) {
    if (made.upos == upos && made.proper == proper && made.rule == rule) return made.lemma;
  }
  LemmaRules::Lemma lemma = rules_->lemma(form, e.form, upos, proper, rule, scores);
  if (!lemma.settled) return unsettled_ = std::move(lemma.text);
  return e.made.emplace_back(Made{upos, proper, rule, std::move(lemma.text)}).lemma;
}

}  // namespace newsgraph
