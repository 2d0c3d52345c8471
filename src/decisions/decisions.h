// The decisions that are in force: of all about one matter the last, and none that was undone.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "decisions/decision.h"

namespace newsgraph {

// Immutable but for the marks of what was found, which threads may set at once.
class Decisions {
 public:
  Decisions() = default;
  // In the order in which they were made.
  explicit Decisions(std::vector<Decision> made);

  bool empty() const { return in_force_.empty(); }

  // What a claim, or a statement of a graph, says: what stands in the sentence, and the names.
  struct Saying {
    std::string_view claim;
    std::string_view sentence;
    std::string_view subject;
    std::string_view subject_name;
    std::string_view relation;
    std::string_view object;
    std::string_view object_name;
  };
  // accept, reject or edit; null where nothing is decided. The claim's id counts before its sentence, and of
  // several that its sentence fits the last.
  const Decision* about(const Saying& saying) const;

  // An edge, or the one that a claim belongs to.
  struct Ends {
    std::string_view subject;  // ids
    std::string_view subject_name;
    std::string_view relation;
    std::string_view object;
    std::string_view object_name;
    std::string_view status;
  };
  const Decision* about(const Ends& ends) const;

  // Whether any of these says anything about edges.
  bool about_edges() const { return !edges_.empty(); }
  // The name that a name or an id ("n_…") was merged into; null where it stays. Spelling matters as little as
  // it does to EntityResolver.
  const std::string* merged(std::string_view name) const;
  bool ignored(std::string_view name) const;
  // Pairs of names that are two entities.
  std::span<const std::pair<std::string, std::string>> apart() const { return apart_; }

  // How many are in force, and those that found nothing so far.
  std::size_t size() const { return in_force_.size(); }
  std::vector<const Decision*> unused() const;
  // What found something there counts as found here: for decisions that were used together with others.
  void take_marks(const Decisions& other) const;
  // All that are in force, in the order in which they were made.
  std::span<const Decision> in_force() const { return in_force_; }

 private:
  struct Naming {
    std::string into;  // empty: ignored
    std::size_t decision = 0;
  };
  using Places = std::unordered_multimap<std::uint64_t, std::size_t>;

  void index_names(std::size_t place);
  bool leads_to(std::string from, const std::string& to) const;
  void follow_merges();
  const Naming* naming(std::string_view name) const;
  const Decision* use(std::size_t place) const;

  std::vector<Decision> in_force_;
  std::unique_ptr<std::atomic<bool>[]> used_;
  std::unordered_map<std::string_view, std::size_t> claims_;  // by id
  Places sentences_;                                          // by hash of the sentence
  Places edges_;                                              // by hash of ends and relation
  std::unordered_map<std::string, Naming> names_;             // by key
  std::vector<std::pair<std::string, std::string>> apart_;
};

// Of `made` those that are not in force already in `before`, whoever decided them and when.
std::vector<Decision> without_decided(std::vector<Decision> made, const Decisions& before);

}  // namespace newsgraph
