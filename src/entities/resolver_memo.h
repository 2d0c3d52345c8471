// What names were resolved to: in a table the same few names come again in every other row.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "claims/record/claim.h"
#include "entities/entity.h"

namespace newsgraph {

// Holds only what follows from the name, its type and its part in the claim alone, whatever else the document
// says. For one thread, one resolver.
class ResolverMemo {
 public:
  // What an argument that is named so became; null where that is not known. `acts` as for the subject.
  const Entity* find(const Argument& argument, bool acts) {
    const auto found = known_.find(key_of(argument, acts));
    return found == known_.end() ? nullptr : &found->second;
  }
  // `argument` is as it was before.
  void keep(const Argument& argument, bool acts, const Entity& entity) {
    if (known_.size() == kMost) known_.clear();
    known_.emplace(key_of(argument, acts), entity);
  }

 private:
  static constexpr std::size_t kMost = std::size_t{1} << 18;

  const std::string& key_of(const Argument& argument, bool acts) {
    key_.assign(argument.name).append(1, '\0').append(argument.type).append(1, acts ? '+' : '-');
    return key_;
  }

  std::unordered_map<std::string, Entity> known_;
  std::string key_;  // scratch
};

}  // namespace newsgraph
