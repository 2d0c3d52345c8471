#include "claims/prefilter/prefilter.h"

#include <algorithm>

#include "claims/grammar/tree.h"
#include "claims/prefilter/prefilter_surroundings.h"
#include "claims/schema/inflection.h"
#include "language/split/tokenize_characters.h"
#include "support/ascii.h"

namespace newsgraph {

namespace {

constexpr std::size_t kBeforeOf = 2;  // tokens before "of" among which the part is: "30 percent or so of"

bool is_verbal(const TriggerRule& rule) {
  return rule.kind == TriggerKind::verb || rule.kind == TriggerKind::compound ||
         rule.kind == TriggerKind::adjective;
}

bool is_present(const std::string& form, const std::string& lemma) {
  Forms forms;
  add_noun_forms(lemma, forms);  // the endings of nouns and of verbs in the present are the same
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

}  // namespace

std::vector<std::size_t> Prefilter::add_needs(const std::vector<Forms>& needed) {
  std::vector<std::size_t> needs;
  for (Forms forms : needed) {
    keep_distinct(forms);
    needs.push_back(words_.size());
    words_.emplace_back(forms);
  }
  return needs;
}

void Prefilter::add_lemma(const TriggerRule& rule, const std::string& lemma, std::vector<std::size_t> needs,
                          Ways& ways) {
  const auto parts = head_and_rest(rule.kind, lemma);
  if (!parts.second.empty()) {
    Forms other;
    add_noun_forms(std::string(parts.second), other);
    needs.push_back(add_needs({other}).front());
  }
  const std::string head(parts.first);
  Forms forms;
  if (rule.kind == TriggerKind::possessive) forms = {"\u2019s", "'", "\u2019"};
  if (is_verbal(rule)) add_verb_forms(head, forms);
  add_noun_forms(head, forms);
  keep_distinct(forms);
  for (const std::string& form : forms) {
    ways[form].push_back({&rule, is_present(form, head), needs});
  }
}

// An irregular form states what its verb does.
void Prefilter::add_irregular_forms(const RelationSchema& schema, Ways& ways) const {
  for (const auto& [form, verb] : schema.irregular_forms()) {
    const auto ways_of_verb = ways.find(verb);
    if (ways_of_verb == ways.end()) continue;
    std::vector<Way> found = ways_of_verb->second;
    auto& all = ways[std::string(form)];
    for (Way& way : found) {
      way.present = false;
      all.push_back(std::move(way));
    }
  }
}

Prefilter::Ways Prefilter::collect(const RelationSchema& schema) {
  Ways ways;
  for (const TriggerRule& rule : schema.rules()) {
    const auto needs = add_needs(needed_forms(schema, rule));
    for (const std::string& lemma : rule.lemmas) add_lemma(rule, lemma, needs, ways);
  }
  add_irregular_forms(schema, ways);
  return ways;
}

Prefilter::Prefilter(const RelationSchema& schema)
    : triggers_(Forms{}),
      light_(schema.light_forms()),
      reports_(schema.report_forms()),
      repeats_(repeating_forms(schema)),
      repeated_(repeated_forms(schema)),
      echoes_(echoing_forms(schema)),
      echoed_(echoed_forms(schema)),
      parts_(part_forms(schema)),
      determiners_(&schema.words("determiners")) {
  for (auto& [form, ways] : collect(schema)) {
    forms_.push_back(form);
    ways_.push_back(std::move(ways));
  }
  triggers_ = TriggerScanner(forms_);
  const auto is_learned = [](const TriggerRule& rule) { return rule.kind == TriggerKind::learned; };
  if (std::ranges::any_of(schema.rules(), is_learned)) stating_ = &StatingWords::built_in();
}

// "its own plant": what stands right behind a determiner is no verb in the present.
bool Prefilter::follows_determiner(const Sentence& sentence, std::size_t token) const {
  if (token == 0) return false;
  return determiners_->contains(ascii_lowered(sentence.tokens[token - 1].form));
}

// "30 percent of Orion" behind a token, or before it where it may be a passive; "in which it holds 30
// percent" anywhere.
bool Prefilter::has_part(const TriggerRule& rule, const Sentence& sentence, std::size_t token) const {
  const auto& tokens = sentence.tokens;
  const bool relative = holds_relative(sentence);
  const bool passive = may_be_passive(sentence, token);
  for (std::size_t of = 1; of < tokens.size(); ++of) {
    const bool phrase = equals_ignoring_case(tokens[of].form, "of") && (of > token || passive) &&
                        (!rule.both_named || names_behind(sentence, of));
    if (!relative && !phrase) continue;
    for (std::size_t part = of - std::min(of, kBeforeOf); part < of; ++part) {
      if (is_ascii_digit(tokens[part].form.front()) || parts_.matches_at(sentence, part)) return true;
    }
  }
  return false;
}

bool Prefilter::holds(const Way& way, const Sentence& sentence, std::size_t token, bool spoken) const {
  const TriggerRule& rule = *way.rule;
  if (rule.opinion && !spoken) return false;
  if (rule.kind == TriggerKind::possessive) return joins_names(sentence, token);
  if (way.present && rule.passive_only) return false;
  if (way.present && rule.kind == TriggerKind::compound && !follows_hyphen(sentence, token)) return false;
  if (way.present && rule.kind == TriggerKind::verb && follows_determiner(sentence, token)) return false;
  if (rule.kind == TriggerKind::verb && is_auxiliary(sentence, token)) return false;
  if (rule.partitive_object && !has_part(rule, sentence, token)) return false;
  return std::all_of(way.needs.begin(), way.needs.end(),
                     [&](std::size_t w) { return words_[w].matches(sentence); });
}

bool Prefilter::may_state(const Sentence& sentence, bool quoted) const {
  return may_trigger(sentence, quoted) || (stating_ != nullptr && stating_->may_state(sentence));
}

bool Prefilter::may_trigger(const Sentence& sentence, bool quoted) const {
  const auto hits = triggers_.hits(sentence);
  const bool spoken = quoted || (!hits.empty() && reports_.matches(sentence));
  return std::any_of(hits.begin(), hits.end(), [&](const TriggerHit& hit) {
    const auto& ways = ways_[static_cast<std::size_t>(hit.form)];
    const auto token = static_cast<std::size_t>(hit.token);
    return std::any_of(ways.begin(), ways.end(),
                       [&](const Way& way) { return holds(way, sentence, token, spoken); });
  });
}

bool Prefilter::may_repeat(const Sentence& sentence) const {
  return (repeats_.matches(sentence) && repeated_.matches(sentence)) ||
         (echoes_.matches(sentence) && echoed_.matches(sentence));
}

}  // namespace newsgraph
