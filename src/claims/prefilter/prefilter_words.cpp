#include "claims/prefilter/prefilter_words.h"

#include <algorithm>

#include "claims/schema/inflection.h"

namespace newsgraph {

namespace {

Forms forms_of(const WordSet& words) {
  Forms forms;
  for (const std::string& word : words) {
    add_noun_forms(word, forms);
    add_verb_forms(word, forms);
  }
  return forms;
}

// What a word of judgement may look like: "foolish", "more foolish", "liars", of "one-sided" the second part.
Forms forms_of_judgements(const WordSet& words) {
  Forms forms = forms_of(words);
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

bool only_light(const std::vector<Role>& roles) {
  return !roles.empty() &&
         std::all_of(roles.begin(), roles.end(), [](const Role& r) { return r.place == Role::Place::light; });
}

// The verbs that carry a noun: "drew criticism", "came under fire".
Forms forms_of_light_verbs(const RelationSchema& schema, const TriggerRule& rule) {
  Forms forms{"under"};
  for (const WordSet& list : rule.light) {
    for (const std::string& verb : list) {
      const std::string head = verb.substr(0, verb.find(' '));
      add_verb_forms(head, forms);
      for (const auto& [form, irregular] : schema.irregular_forms()) {
        if (irregular == head) forms.emplace_back(form);
      }
    }
  }
  return forms;
}

// The prepositions of which one has to stand where all roles are phrases: "rallied against X"; empty where a
// role needs none.
Forms prepositions_of(const std::vector<Role>& roles) {
  Forms found;
  for (const Role& role : roles) {
    if (role.place != Role::Place::oblique) return {};
    found.push_back(role.preposition);
  }
  return found;
}

// What a list of judgements may be stated by: its words, and "not acceptable".
Forms judgements(const RelationSchema& schema, const std::string& list) {
  Forms forms = forms_of_judgements(schema.words(list));
  const Forms virtues = forms_of(schema.words("virtues"));
  forms.insert(forms.end(), virtues.begin(), virtues.end());
  return forms;
}

Forms denying_forms(const RelationSchema& schema) {
  Forms forms{"not", "n't", "n’t", "no", "never", "hardly", "nor", "neither", "without"};
  for (const std::string& verb : schema.words("refraining_verbs")) add_verb_forms(verb, forms);
  return forms;
}

}  // namespace

std::vector<Forms> needed_forms(const RelationSchema& schema, const TriggerRule& rule) {
  // These two take what stands around them without asking for more.
  if (rule.kind == TriggerKind::compound || rule.kind == TriggerKind::adjective) return {};
  std::vector<Forms> needed;
  for (const WordSet* words : {&rule.patient_words, &rule.object_words, &rule.requires_words}) {
    if (!words->empty()) needed.push_back(forms_of(*words));
  }
  for (const std::string* word : {&rule.requires_preposition, &rule.preposition}) {
    if (!word->empty()) needed.push_back({*word});
  }
  if (!rule.complement.empty()) needed.push_back(judgements(schema, rule.complement));
  if (rule.quoted_complement) needed.push_back({"\"", "“", "”", "``", "''", "«", "„"});
  if (rule.negated) needed.push_back(denying_forms(schema));
  if (rule.implied_subject.empty()) {
    needed.push_back(prepositions_of(rule.object));
    if (!rule.place_is_agent) needed.push_back(prepositions_of(rule.subject));
  }
  if (only_light(rule.subject) || only_light(rule.object))
    needed.push_back(forms_of_light_verbs(schema, rule));
  std::erase_if(needed, [](const Forms& forms) { return forms.empty(); });
  return needed;
}

Forms part_forms(const RelationSchema& schema) {
  Forms forms;
  for (const std::string& word : schema.words("partitives")) add_noun_forms(word, forms);
  for (const std::string& word : schema.words("numerals")) add_noun_forms(word, forms);
  forms.push_back("%");
  keep_distinct(forms);
  return forms;
}

Forms repeating_forms(const RelationSchema& schema) {
  const WordSet& adjectives = schema.words("repeat_adjectives");
  Forms forms(adjectives.begin(), adjectives.end());
  for (const std::string& phrase : schema.words("repeat_phrases"))
    forms.push_back(phrase.substr(phrase.rfind(' ') + 1));
  add_verb_forms("join", forms);
  forms.insert(forms.end(), {"already", "so"});
  return forms;
}

Forms echoing_forms(const RelationSchema& schema) {
  Forms forms;
  for (const std::string& verb : schema.words("echoing_verbs")) add_verb_forms(verb, forms);
  return forms;
}

Forms echoed_forms(const RelationSchema& schema) {
  Forms forms;
  for (const Relation& relation : schema.relations()) {
    const Forms own = relation.acts ? forms_of(relation.repeat_nouns) : Forms{};
    forms.insert(forms.end(), own.begin(), own.end());
  }
  return forms;
}

Forms repeated_forms(const RelationSchema& schema) {
  Forms forms = forms_of(schema.words("repeat_nouns"));
  for (const Relation& relation : schema.relations()) {
    const Forms own = forms_of(relation.repeat_nouns);
    forms.insert(forms.end(), own.begin(), own.end());
  }
  // The verbs of "followed suit".
  for (const std::string& phrase : schema.words("repeat_phrases"))
    add_verb_forms(phrase.substr(0, phrase.find(' ')), forms);
  add_verb_forms("join", forms);
  forms.insert(forms.end(), {"did", "done", "fate", "has", "have"});
  return forms;
}

}  // namespace newsgraph
