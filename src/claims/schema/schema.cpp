#include "claims/schema/schema.h"

#include <algorithm>

#include "claims/schema/inflection.h"
#include "support/ascii.h"

namespace newsgraph {

const Relation& RelationSchema::relation(std::string_view name) const {
  return *std::ranges::find(relations_, name, &Relation::name);
}

const std::vector<std::size_t>& RelationSchema::rules_of(std::string_view head_lemma) const {
  static const std::vector<std::size_t> none;
  const auto found = by_head_.find(head_lemma);
  return found == by_head_.end() ? none : found->second;
}

std::string_view RelationSchema::implied_by(std::string_view lemma, std::size_t relation) const {
  for (const std::size_t index : rules_of(lemma)) {
    const TriggerRule& rule = rules_[index];
    if (rule.relation == relation && rule.kind == TriggerKind::noun && !rule.implied_subject.empty())
      return rule.implied_subject;
  }
  return {};
}

bool RelationSchema::blames(std::string_view verb) const {
  return std::ranges::any_of(rules_of(verb), [&](std::size_t index) {
    return rules_[index].kind == TriggerKind::verb && relations_[rules_[index].relation].acts;
  });
}

const WordSet& RelationSchema::words(std::string_view list) const {
  static const WordSet none;
  const auto found = words_.find(list);
  return found == words_.end() ? none : found->second;
}

void RelationSchema::index() {
  for (std::size_t i = 0; i < rules_.size(); ++i) {
    for (const std::string& lemma : rules_[i].lemmas) {
      auto& list = by_head_[std::string(head_and_rest(rules_[i].kind, lemma).first)];
      if (list.empty() || list.back() != i) list.push_back(i);
    }
  }
  for (const auto& [head, rules] : by_head_) {
    std::vector<std::string> forms;
    add_noun_forms(head, forms);
    // "united" is no form of the noun "unit".
    const bool verbal = std::any_of(rules.begin(), rules.end(), [&](std::size_t r) {
      return rules_[r].kind != TriggerKind::noun && rules_[r].kind != TriggerKind::role;
    });
    if (verbal) add_verb_forms(head, forms);
    for (std::string& form : forms) head_of_form_.try_emplace(std::move(form), head);
  }
  for (const auto& [form, verb] : irregular_forms()) {
    const auto head = by_head_.find(verb);
    if (head != by_head_.end()) irregular_.try_emplace(std::string(form), head->first);
  }
}

std::string_view RelationSchema::trigger_lemma(std::string_view lemma, std::string_view form) const {
  if (const auto head = by_head_.find(lemma); head != by_head_.end()) return head->first;
  const std::string lower = ascii_lowered(form);
  if (const auto head = irregular_.find(lower); head != irregular_.end()) return head->second;
  if (lower.size() < 5) return {};  // short words inflect into each other
  const auto head = head_of_form_.find(lower);
  return head == head_of_form_.end() ? std::string_view{} : std::string_view{head->second};
}

std::vector<std::pair<std::string_view, std::string_view>> RelationSchema::irregular_forms() const {
  std::vector<std::pair<std::string_view, std::string_view>> forms;
  for (const std::string_view entry : words("irregular_forms")) {
    const auto colon = entry.find(':');
    if (colon != std::string_view::npos) forms.emplace_back(entry.substr(0, colon), entry.substr(colon + 1));
  }
  return forms;
}

std::vector<std::string> RelationSchema::light_forms() const {
  std::vector<std::string> forms;
  for (const TriggerRule& rule : rules_) {
    for (const WordSet& verbs : rule.light) {
      for (const std::string& verb : verbs) add_verb_forms(verb.substr(0, verb.find(' ')), forms);
    }
  }
  keep_distinct(forms);
  return forms;
}

std::vector<std::string> RelationSchema::report_forms() const {
  std::vector<std::string> forms(words("irregular_report_forms").begin(),
                                 words("irregular_report_forms").end());
  for (const std::string& verb : words("report_verbs")) add_verb_forms(verb, forms);
  for (const std::string& noun : words("report_nouns")) add_noun_forms(noun, forms);
  keep_distinct(forms);
  return forms;
}

std::pair<std::string_view, std::string_view> head_and_rest(TriggerKind kind,
                                                            std::string_view lemma) noexcept {
  const bool head_first = kind == TriggerKind::verb || kind == TriggerKind::adjective;
  const auto space = head_first ? lemma.find(' ') : lemma.rfind(' ');
  if (space == std::string_view::npos) return {lemma, {}};
  const auto left = lemma.substr(0, space), right = lemma.substr(space + 1);
  return head_first ? std::pair(left, right) : std::pair(right, left);
}

const char* to_string(TriggerKind kind) noexcept {
  constexpr std::array<const char*, 8> names{"verb",     "noun",    "role",    "adjective",
                                             "compound", "opinion", "learned", "possessive"};
  return names[static_cast<std::size_t>(kind)];
}

}  // namespace newsgraph
