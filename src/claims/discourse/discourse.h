// One document as its reader holds it in mind: the sentences, the names in them, and which names
// are one actor.
#pragma once

#include <compare>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "claims/grammar/tree.h"
#include "documents/document.h"
#include "knowledge/knowledge.h"
#include "knowledge/word_lists.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

// A token of a document: both are indices. Where there may be none it is optional.
struct Place {
  int sentence = 0;
  int token = 0;
  auto operator<=>(const Place&) const = default;  // in text order
};

// A name where it stands: tokens [first, last] of sentence `sentence`, inclusive.
struct Mention {
  int sentence = 0;
  int first = 0;
  int last = 0;
  int actor = 0;
};

// What the document's names that mean one thing have in common.
struct Actor {
  std::string name;                  // the fullest name
  std::vector<std::string> names;    // all surface forms, the fullest first, without repetition
  NameType type = NameType::person;  // of most mentions
  const KnownEntity* known = nullptr;
  Gender gender = Gender::unknown;
  std::vector<std::string> roles;   // lemmas of descriptions: "president", "company", "app"
  std::vector<std::string> called;  // nouns that stand right before the name or in apposition: "company"
  std::vector<const KnownEntity*> states;  // whose president: of "French President X"
};

// Sentences have to be named; they are parsed on demand through `parse`.
class Discourse {
 public:
  using Parse = std::function<void(std::vector<Sentence*>)>;
  Discourse(const Document& document, std::vector<Sentence>& sentences, const Knowledge& knowledge,
            Parse parse);

  const Document& document() const { return *document_; }
  const Knowledge& knowledge() const { return *knowledge_; }
  int size() const { return static_cast<int>(sentences_->size()); }
  const std::vector<Sentence>& sentences() const { return *sentences_; }
  const Sentence& sentence(int index) const { return (*sentences_)[static_cast<std::size_t>(index)]; }
  const Tree& tree(int sentence);

  const std::vector<Actor>& actors() const { return actors_; }
  const Actor& actor_of(const Mention& mention) const {
    return actors_[static_cast<std::size_t>(mention.actor)];
  }
  // Mentions in text order.
  const std::vector<Mention>& mentions() const { return mentions_; }
  // The mention that covers a token, and whom it names; null for none.
  const Mention* mention_at(Place at) const;
  const Actor* actor_at(Place at) const;
  // Mentions of one sentence, in text order.
  std::vector<const Mention*> mentions_in(int sentence) const;

  // The text of tokens [first, last].
  std::string text(int sentence, int first, int last) const;

 private:
  int with_company_suffix(int sentence, int last) const;
  std::vector<Name> cut_at_common_nouns(int sentence, const Name& name) const;
  std::vector<Name> cut_at_and(int sentence, const Name& name, const std::set<std::string>& alone) const;
  int with_slash(int sentence, int first) const;
  int with_ampersand(int sentence, int last) const;
  bool is_headline_phrase(int sentence, const Name& name, const std::set<std::string>& alone) const;
  Name cut_in_headline(int sentence, const Name& name, const std::set<std::string>& alone) const;
  bool is_only_suffix(int sentence, const Name& name) const;
  bool is_people_word(int sentence, const Name& name) const;
  void collect_mentions();
  bool gives_alias(const Mention& name, const Mention& alias) const;
  void index_mentions();
  std::span<const Mention> mentions_of(int sentence) const;
  void group_mentions();
  std::string text_of(const Mention& mention) const;
  void describe_actors();
  void describe_by_words_before(const Mention& mention, Actor& actor) const;
  void describe_by_apposition(const Mention& mention, Actor& actor) const;
  void take_gender(const Mention& mention, Actor& actor) const;
  static void take_described_type(Actor& actor);

  const Document* document_;
  std::vector<Sentence>* sentences_;
  const Knowledge* knowledge_;
  Parse parse_;
  std::vector<std::unique_ptr<Tree>> trees_;
  std::vector<Mention> mentions_;           // in text order
  std::vector<std::size_t> first_mention_;  // by sentence; one more at the end
  std::vector<Actor> actors_;
};

}  // namespace newsgraph
