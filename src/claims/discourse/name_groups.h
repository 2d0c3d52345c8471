// Which names of a document are one actor: the same words, a name and its short forms, a name and the alias
// that the text gives it.
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "claims/discourse/actor.h"
#include "claims/discourse/mentions.h"

namespace newsgraph {

// One way of writing a name.
struct Spelling {
  std::string text;
  std::vector<std::string> words;  // name_words()
  std::array<int, kNameTypeCount> votes{};
  NameType type = NameType::person;
  const KnownEntity* known = nullptr;
  std::vector<std::size_t> mentions;
  bool in_text = false;          // somewhere else than in a headline whose every word has a capital
  bool definite = false;         // behind an article: "the Tigers"
  std::size_t titled = 0;        // how often behind "Mr" or "Ms"
  std::size_t first = kNowhere;  // its first mention below the headline

  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);
};

// How a name stands at one place; the fields as in Spelling.
struct Occurrence {
  bool in_text = false;
  bool definite = false;
  bool titled = false;
  bool headline = false;
};

// For one document: every mention is added, then join(), then the aliases.
class NameGroups {
 public:
  explicit NameGroups(const Knowledge& knowledge) : knowledge_(&knowledge) {}

  // `types` are those of the names that the recogniser found there. In the order of the text.
  void add(std::size_t mention, const std::string& name, std::span<const NameType> types,
           const Occurrence& there);
  void join();
  // The text says that `alias` is another name of it.
  void join_alias(const std::string& name, const std::string& alias);

  // In the order of their first mentions. Sets Mention::actor.
  std::vector<Actor> actors(std::vector<Mention>& mentions) const;

 private:
  void find_types();
  void join_same();
  void join_short_forms();
  bool are_same(const Spelling& a, const Spelling& b) const;
  // The one that stands for the group of a spelling.
  std::size_t root(std::size_t spelling) const;
  void name(Actor& actor) const;

  const Knowledge* knowledge_;
  std::vector<Spelling> spellings_;
  std::map<std::string, std::size_t> index_;  // by text
  std::vector<std::size_t> parent_;           // one step nearer to the root, which is its own
};

}  // namespace newsgraph
