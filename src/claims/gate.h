// The cheap look at a sentence's words that decides whether it is worth analysing: does it hold a trigger,
// and what else that trigger asks for?
#pragma once

#include <map>
#include <string>
#include <vector>

#include "claims/schema.h"
#include "language/scan.h"

namespace newsgraph {

// Never keeps a sentence out that the schema finds something in; lets some through where it does not.
class TriggerGate {
 public:
  explicit TriggerGate(const RelationSchema& schema);

  // `quoted` says that a quotation touches the sentence; a judgement counts in the mouth of somebody only.
  bool may_state(const Sentence& sentence, bool quoted) const;

  // All triggers, and the verbs that carry trigger nouns.
  const TriggerScanner& triggers() const { return triggers_; }
  const TriggerScanner& light_verbs() const { return light_; }

 private:
  // One way in which a word may be a trigger, and the words that then have to stand in the sentence, too:
  // indices into words_.
  struct Way {
    bool opinion = false;
    std::vector<std::size_t> needs;
  };
  using Ways = std::map<std::string, std::vector<Way>, std::less<>>;

  std::size_t add_words(std::vector<std::string> forms);
  std::vector<std::size_t> needs_of(const RelationSchema& schema, const TriggerRule& rule);
  Ways collect(const RelationSchema& schema);
  bool holds(const Way& way, const Sentence& sentence, bool spoken) const;

  std::vector<TriggerScanner> words_;
  std::vector<std::string> forms_;      // of triggers_
  std::vector<std::vector<Way>> ways_;  // by form
  TriggerScanner triggers_, light_, reports_, repeats_, repeated_;
};

}  // namespace newsgraph
