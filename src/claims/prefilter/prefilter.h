// The cheap look at a sentence's words that decides whether it is worth analysing: does it hold a trigger,
// and what else that trigger asks for?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/prefilter/prefilter_words.h"
#include "claims/prefilter/stating_words.h"
#include "claims/schema/schema.h"
#include "language/scan/scan.h"

namespace newsgraph {

// Never keeps a sentence out that the schema finds something in; lets some through where it does not.
class Prefilter {
 public:
  explicit Prefilter(const RelationSchema& schema);

  // Whether a rule may find its trigger, and what it asks for, in the sentence. `quoted` says that a
  // quotation touches it; a judgement counts in the mouth of somebody only.
  bool may_trigger(const Sentence& sentence, bool quoted) const;
  // Whether a rule may, or the model may see something there for which there is no rule.
  bool may_state(const Sentence& sentence, bool quoted) const;
  // Whether the sentence may state again what was stated before it: "made a similar decision".
  bool may_repeat(const Sentence& sentence) const;

  // All triggers, and the verbs that carry trigger nouns.
  const TriggerScanner& triggers() const { return triggers_; }
  const TriggerScanner& light_verbs() const { return light_; }

 private:
  // One way in which a word form may be a trigger.
  struct Way {
    const TriggerRule* rule = nullptr;
    bool present = false;            // "own", "owns": no participle
    std::vector<std::size_t> needs;  // what has to stand in the sentence, too: indices into words_
  };
  using Ways = std::map<std::string, std::vector<Way>, std::less<>>;

  std::vector<std::size_t> add_needs(const std::vector<Forms>& needed);
  void add_lemma(const TriggerRule& rule, const std::string& lemma, std::vector<std::size_t> needs,
                 Ways& ways);
  void add_irregular_forms(const RelationSchema& schema, Ways& ways) const;
  Ways collect(const RelationSchema& schema);

  bool holds(const Way& way, const Sentence& sentence, std::size_t token, bool spoken) const;
  bool follows_determiner(const Sentence& sentence, std::size_t token) const;
  bool has_part(const TriggerRule& rule, const Sentence& sentence, std::size_t token) const;

  std::vector<TriggerScanner> words_;
  Forms forms_;                         // of triggers_
  std::vector<std::vector<Way>> ways_;  // by form
  TriggerScanner triggers_, light_, reports_, repeats_, repeated_, echoes_, echoed_, parts_;
  const WordSet* determiners_;
  const StatingWords* stating_ = nullptr;  // null where the schema has no relation that the model knows
};

}  // namespace newsgraph
