// One document as its reader holds it in mind: the sentences, the names in them, and which names
// are one actor.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "claims/discourse/actor.h"
#include "claims/discourse/mentions.h"
#include "claims/grammar/tree.h"
#include "documents/document.h"
#include "knowledge/knowledge.h"
#include "language/sentence/sentence.h"

namespace newsgraph {

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
  void index_mentions();
  std::span<const Mention> mentions_of(int sentence) const;
  void group_mentions();

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
