#include "claims/gate.h"

#include <algorithm>

#include "claims/inflection.h"

namespace newsgraph {

namespace {

bool is_verbal(const TriggerRule& rule) {
  return rule.kind == TriggerKind::verb || rule.kind == TriggerKind::compound ||
         rule.kind == TriggerKind::adjective;
}

std::vector<std::string> forms_of(const WordSet& words) {
  std::vector<std::string> forms;
  for (const std::string& word : words) {
    add_noun_forms(word, forms);
    add_verb_forms(word, forms);
  }
  return forms;
}

// What a word of judgement may look like: "foolish", "more foolish", "liars", of "one-sided" the second part.
std::vector<std::string> forms_of_judgements(const WordSet& words) {
  std::vector<std::string> forms = forms_of(words);
  for (const std::string& word : words) {
    for (const char* ending : {"r", "st", "er", "est"}) forms.push_back(word + ending);
    if (word.ends_with('y')) {
      for (const char* ending : {"ier", "iest"}) forms.push_back(word.substr(0, word.size() - 1) + ending);
    }
    if (const auto hyphen = word.rfind('-'); hyphen != std::string::npos)
      forms.push_back(word.substr(hyphen + 1));
  }
  return forms;
}

// What a list of judgements may be stated by: its words, and "not acceptable".
std::vector<std::string> judgements(const RelationSchema& schema, const std::string& list) {
  auto forms = forms_of_judgements(schema.words(list));
  const auto virtues = forms_of(schema.words("virtues"));
  forms.insert(forms.end(), virtues.begin(), virtues.end());
  return forms;
}

// "take aim" is found by "take" and needs "aim"; a noun stands behind its compound.
std::pair<std::string, std::string> head_and_rest(const TriggerRule& rule, const std::string& lemma) {
  const bool first = rule.kind == TriggerKind::verb || rule.kind == TriggerKind::adjective;
  const auto space = first ? lemma.find(' ') : lemma.rfind(' ');
  if (space == std::string::npos) return {lemma, {}};
  const std::string left = lemma.substr(0, space), right = lemma.substr(space + 1);
  return first ? std::pair{left, right} : std::pair{right, left};
}

bool only_light(const std::vector<Role>& roles) {
  return !roles.empty() &&
         std::all_of(roles.begin(), roles.end(), [](const Role& r) { return r.place == Role::Place::light; });
}

// The verbs that carry a noun: "drew criticism", "came under fire".
std::vector<std::string> forms_of_light_verbs(const RelationSchema& schema, const TriggerRule& rule) {
  std::vector<std::string> forms{"under"};
  for (const WordSet& list : rule.light) {
    for (const std::string& verb : list) {
      const std::string head = verb.substr(0, verb.find(' '));
      add_verb_forms(head, forms);
      for (const std::string& entry : schema.words("irregular_forms")) {
        if (entry.ends_with(":" + head)) forms.push_back(entry.substr(0, entry.find(':')));
      }
    }
  }
  return forms;
}

// The prepositions of which one has to stand where all roles are phrases: "rallied against X"; empty where a
// role needs none.
std::vector<std::string> prepositions_of(const std::vector<Role>& roles) {
  std::vector<std::string> found;
  for (const Role& role : roles) {
    if (role.place != Role::Place::oblique) return {};
    found.push_back(role.preposition);
  }
  return found;
}

std::vector<std::string> repeating(const RelationSchema& schema) {
  const WordSet& adjectives = schema.words("repeat_adjectives");
  std::vector<std::string> forms(adjectives.begin(), adjectives.end());
  for (const std::string& phrase : schema.words("repeat_phrases"))
    forms.push_back(phrase.substr(phrase.rfind(' ') + 1));
  return forms;
}

// What may be the same again, and the verbs of "followed suit".
std::vector<std::string> repeated(const RelationSchema& schema) {
  std::vector<std::string> forms = forms_of(schema.words("repeat_nouns"));
  for (const std::string& phrase : schema.words("repeat_phrases"))
    add_verb_forms(phrase.substr(0, phrase.find(' ')), forms);
  forms.insert(forms.end(), {"did", "done", "fate"});
  return forms;
}

}  // namespace

std::size_t TriggerGate::add_words(std::vector<std::string> forms) {
  keep_distinct(forms);
  words_.emplace_back(forms);
  return words_.size() - 1;
}

std::vector<std::size_t> TriggerGate::needs_of(const RelationSchema& schema, const TriggerRule& rule) {
  std::vector<std::size_t> needs;
  if (!rule.patient_words.empty()) needs.push_back(add_words(forms_of(rule.patient_words)));
  if (!rule.requires_words.empty()) needs.push_back(add_words(forms_of(rule.requires_words)));
  if (!rule.requires_preposition.empty()) needs.push_back(add_words({rule.requires_preposition}));
  if (!rule.preposition.empty()) needs.push_back(add_words({rule.preposition}));
  if (!rule.complement.empty()) needs.push_back(add_words(judgements(schema, rule.complement)));
  if (rule.negated) needs.push_back(add_words({"not", "n't", "n’t", "no", "never", "hardly", "nor"}));
  if (rule.implied_subject.empty()) {
    if (auto words = prepositions_of(rule.object); !words.empty())
      needs.push_back(add_words(std::move(words)));
    if (auto words = rule.place_is_agent ? std::vector<std::string>{} : prepositions_of(rule.subject);
        !words.empty())
      needs.push_back(add_words(std::move(words)));
  }
  if (only_light(rule.subject) || only_light(rule.object)) {
    needs.push_back(add_words(forms_of_light_verbs(schema, rule)));
  }
  return needs;
}

TriggerGate::Ways TriggerGate::collect(const RelationSchema& schema) {
  Ways ways;
  for (const TriggerRule& rule : schema.rules()) {
    const auto needs = needs_of(schema, rule);
    for (const std::string& lemma : rule.lemmas) {
      const auto [head, rest] = head_and_rest(rule, lemma);
      Way way{rule.opinion, needs};
      if (!rest.empty()) {
        std::vector<std::string> other;
        add_noun_forms(rest, other);
        way.needs.push_back(add_words(std::move(other)));
      }
      std::vector<std::string> forms;
      if (is_verbal(rule)) add_verb_forms(head, forms);
      add_noun_forms(head, forms);
      keep_distinct(forms);
      for (const std::string& form : forms) ways[form].push_back(way);
    }
  }
  // An irregular form states what its verb does.
  for (const std::string& entry : schema.words("irregular_forms")) {
    const auto colon = entry.find(':');
    const auto verb = colon == std::string::npos ? ways.end() : ways.find(entry.substr(colon + 1));
    if (verb == ways.end()) continue;
    const std::vector<Way> found = verb->second;
    auto& all = ways[entry.substr(0, colon)];
    all.insert(all.end(), found.begin(), found.end());
  }
  return ways;
}

TriggerGate::TriggerGate(const RelationSchema& schema)
    : triggers_(std::vector<std::string>{}),
      light_(schema.light_forms()),
      reports_(schema.report_forms()),
      repeats_(repeating(schema)),
      repeated_(repeated(schema)) {
  for (auto& [form, ways] : collect(schema)) {
    forms_.push_back(form);
    ways_.push_back(std::move(ways));
  }
  triggers_ = TriggerScanner(forms_);
}

bool TriggerGate::holds(const Way& way, const Sentence& sentence, bool spoken) const {
  if (way.opinion && !spoken) return false;
  return std::all_of(way.needs.begin(), way.needs.end(),
                     [&](std::size_t w) { return words_[w].matches(sentence); });
}

bool TriggerGate::may_state(const Sentence& sentence, bool quoted) const {
  const auto hits = triggers_.hits(sentence);
  const bool spoken = quoted || (!hits.empty() && reports_.matches(sentence));
  for (const TriggerHit& hit : hits) {
    const auto& ways = ways_[static_cast<std::size_t>(hit.form)];
    if (std::any_of(ways.begin(), ways.end(), [&](const Way& way) { return holds(way, sentence, spoken); }))
      return true;
  }
  return repeats_.matches(sentence) && repeated_.matches(sentence);
}

}  // namespace newsgraph
